import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import './prepared-demo.ts';
import { spawnServer } from './spawned-server.ts';

/** One demonstration, made as anybody's first start makes it, for every journey to begin with a copy of. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'liangbuwu-demo-'));
  // Open to the database's user, so that the database lies inside and goes along with a copy.
  await chmod(folder, 0o711);
  const data = join(folder, 'data');
  const server = await spawnServer({ LIANGBUWU_DATA: data });
  const status = await server.end('SIGTERM');
  if (status !== 0) throw new Error(`the demonstration ended with ${status}:\n${server.said()}`);
  project.provide('demoData', data);
  return () => rm(folder, { recursive: true, force: true });
}
