import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

declare module 'vitest' {
  interface ProvidedContext {
    /** The data folder of a demonstration that has been started once and stopped. */
    demoData: string;
  }
}

const run = promisify(execFile);

/** A data folder of its own with all that is in another; who owns which file stays, which Node's own copying does not do. */
export async function copyData(from: string, to: string): Promise<void> {
  await run('cp', ['-a', from, to]);
}
