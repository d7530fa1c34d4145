import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startCluster, withDatabase } from '../cluster/cluster.ts';
import './cluster-url.ts';

/** One PostgreSQL for a test run. Its data need not outlive the machine, so it doesn't wait for the disk. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'liangbuwu-test-'));
  await chmod(folder, 0o711);
  const cluster = await startCluster({ folder, durable: false, log: () => undefined });
  project.provide('clusterUrl', withDatabase(cluster.url, 'postgres'));
  return async () => {
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
