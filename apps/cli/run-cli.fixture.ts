import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('main.ts', import.meta.url));

export interface Ran {
  status: number | null;
  out: string;
  lines: string[];
}

interface Options {
  cwd: string;
  env?: Record<string, string>;
  /** Sent once, so many milliseconds after the start. */
  interrupt?: { signal: NodeJS.Signals; after: number };
}

/** The program as a process of its own. */
export async function runCli(args: string[], { cwd, env, interrupt }: Options): Promise<Ran> {
  // Whoever runs the tests was started at another time.
  const inherited = { ...process.env, LIANGBUWU_STARTED: '' };
  const child = spawn(process.execPath, [main, ...args], { cwd, env: { ...inherited, ...env } });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  if (interrupt) setTimeout(() => child.kill(interrupt.signal), interrupt.after);
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return { status, out, lines: err.split('\n').filter((line) => line !== '') };
}
