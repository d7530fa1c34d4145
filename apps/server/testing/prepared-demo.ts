import { execFile } from 'node:child_process';
import { mkdir, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { inject } from 'vitest';
import { spawnServer } from './spawned-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the run's demonstration lies, or will lie. */
    demoFolder: string;
  }
}

const run = promisify(execFile);

/**
 * A data folder of one's own with a demonstration that has been started once, as anybody's first start makes it, and stopped.
 * It is made by the first of the run's workers that needs one; the others wait for it.
 */
export async function copyDemo(to: string): Promise<void> {
  // Who owns which file stays, which Node's own copying does not do.
  await run('cp', ['-a', await findDemo(inject('demoFolder')), to]);
}

async function findDemo(folder: string): Promise<string> {
  const made = join(folder, 'data');
  const failed = join(folder, 'failed');
  const isFirst = await mkdir(join(folder, 'begun')).then(
    () => true,
    () => false,
  );
  if (isFirst) {
    await make(folder, made).catch(async (error) => {
      await writeFile(failed, '');
      throw error;
    });
  }
  while (!(await exists(made))) {
    if (await exists(failed)) throw new Error('the demonstration could not be made');
    await wait(100);
  }
  return made;
}

async function make(folder: string, made: string): Promise<void> {
  const data = join(folder, 'making');
  const server = await spawnServer({ LIANGBUWU_DATA: data });
  const status = await server.end('SIGTERM');
  if (status !== 0) throw new Error(`the demonstration ended with ${status}:\n${server.said()}`);
  await rename(data, made);
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );
