import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Answer } from './answer.ts';

export interface Solver {
  name: string;
  title: string;
  /** Package on PyPI; ours has none. */
  pip?: string;
  /** Whether a seed changes anything. */
  seeded: boolean;
  command: [program: string, ...args: string[]];
}

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const python = process.env['PYTHON'] ?? 'python3';
const peer = (name: string, title: string, pip: string, seeded: boolean): Solver => ({
  name,
  title,
  pip,
  seeded,
  command: [python, at(`peers/run_${name}.py`)],
});

export const ours: Solver = {
  name: 'ours',
  title: 'ours',
  seeded: true,
  command: [process.execPath, at('ours.ts')],
};

export const peers: readonly Solver[] = [
  peer('pyvrp', 'PyVRP', 'pyvrp', true),
  peer('ortools', 'OR-Tools', 'ortools', true),
  peer('vroom', 'VROOM', 'pyvroom', false),
];

const run = promisify(execFile);

/**
 * What a solver's figures hold for: its release, and a hash of the sources here that bear on them.
 *
 * @returns undefined when a peer cannot be imported.
 */
export async function versionOf({ name, pip, command }: Solver): Promise<string | undefined> {
  if (pip === undefined) return hashOf(at('../../planning/routing/'), '**/*.ts');
  const [program, ...args] = command;
  try {
    const { stdout } = await run(program, [...args, '--version'], { env: pythonEnv });
    return `${JSON.parse(stdout).version} ${hashOf(at('peers/'), `{answer,instance,run_${name}}.py`)}`;
  } catch {
    return undefined;
  }
}

/** @throws Error when the program fails, or takes three times its seconds and a minute. */
export async function ask(
  { command: [program, ...args] }: Solver,
  file: string,
  seconds: number,
  seed: number,
): Promise<Answer> {
  const { stdout } = await run(
    program,
    [...args, file, '--seconds', String(seconds), '--seed', String(seed)],
    { env: pythonEnv, maxBuffer: 2 ** 27, timeout: 1000 * (3 * seconds + 60) },
  );
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}

/** Nothing is left behind in the repository, and no library takes more threads than the processes given it. */
const pythonEnv = { ...process.env, PYTHONDONTWRITEBYTECODE: '1', OMP_NUM_THREADS: '1' };

function hashOf(folder: string, pattern: string): string {
  const hash = createHash('sha256');
  for (const file of globSync(pattern, { cwd: folder }).sort()) {
    if (!/^(check|generate)\/|\.(test|fixture)\.ts$/.test(file))
      hash.update(readFileSync(join(folder, file)));
  }
  return hash.digest('hex').slice(0, 8);
}
