import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import './prepared-demo.ts';

// Each project loads this file for itself, in the one process of the run.
const run = globalThis as typeof globalThis & { demoFolder?: Promise<string> };

/** Where the run's one demonstration is made, once the first asks for a copy of it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  run.demoFolder ??= makeFolder();
  const folder = await run.demoFolder;
  project.provide('demoFolder', folder);
  return () => rm(folder, { recursive: true, force: true });
}

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'liangbuwu-demo-'));
  // Open to the database's user, so that the database lies inside and goes along with a copy.
  await chmod(folder, 0o711);
  return folder;
}
