import { readFileSync } from 'node:fs';
import type { Instance } from '../../planning/routing/vrplib/instance.ts';
import { readVrplib } from '../../planning/routing/vrplib/read.ts';

/** @throws Error with every fault of the file. */
export function readFile(file: string): Instance {
  const read = readVrplib(readFileSync(file, 'utf8'));
  if (read.ok) return read.instance;
  throw new Error(`${file}: ${JSON.stringify(read.faults, null, 1)}`);
}
