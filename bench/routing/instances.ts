import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { check } from '../../planning/routing/check/check.ts';
import type { Problem } from '../../planning/routing/problem.ts';
import type { Instance as VrplibInstance } from '../../planning/routing/vrplib/instance.ts';
import { readSolution } from '../../planning/routing/vrplib/read-solution.ts';
import { readFile } from './read-file.ts';
import { whyNotTrips } from './trips.ts';

export interface Instance {
  file: string;
  name: string;
  /** The folder's name. */
  set: string;
  /** Of the file's text. */
  hash: string;
  problem: Problem;
  /** Best known cost, from the `.sol` beside the file: what our checker says of its routes. */
  best: number | undefined;
}

/** Files ending in .vrp: those named, and all in the folders named and below. */
export function findInstances(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    if (!existsSync(path)) throw new Error(`there is no ${path}`);
    if (!statSync(path).isDirectory()) return [path];
    return globSync('**/*.vrp', { cwd: path })
      .map((found) => join(path, found))
      .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  });
}

/** @throws Error when the file has a fault, is not what is compared here, or its `.sol` does not pass the checker. */
export function readInstance(file: string): Instance {
  const read = readFile(file);
  const why = whyNotTrips(read.problem);
  if (why) throw new Error(`${file} is not compared: ${why}`);
  return {
    file,
    name: basename(file, '.vrp'),
    set: basename(dirname(file)),
    hash: createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 12),
    problem: read.problem,
    best: bestKnown(read, file.replace(/\.vrp$/, '.sol')),
  };
}

function bestKnown(instance: VrplibInstance, file: string): number | undefined {
  if (!existsSync(file)) return undefined;
  const read = readSolution(instance, readFileSync(file, 'utf8'));
  if (!read.ok) throw new Error(`${file}: ${JSON.stringify(read.faults, null, 1)}`);
  const { faults, cost, missing } = check(instance.problem, read);
  if (faults.length === 0 && missing === 0) return cost;
  throw new Error(`${file}: ${missing} clients are missing; ${JSON.stringify(faults, null, 1)}`);
}
