import { parseArgs } from 'node:util';
import { solve } from '../../planning/routing/solve.ts';
import type { Answer } from './answer.ts';
import { readFile } from './read-file.ts';
import { tripsOfRoutes, whyNotTrips } from './trips.ts';

/** Solves one file in a program of its own, as the peers do, and prints an {@link Answer}. */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
    workers: { type: 'string', default: '2' },
  },
});
const { problem } = readFile(positionals[0] ?? '');
const began = performance.now();
const { cost, routes, iterations } = await solve(problem, {
  seconds: Number(values.seconds),
  seed: Number(values.seed),
  workers: Number(values.workers),
});
const answer: Answer = {
  cost,
  routes: whyNotTrips(problem) ? null : tripsOfRoutes(problem, routes),
  seconds: (performance.now() - began) / 1000,
  iterations,
  megabytes: process.resourceUsage().maxRSS / 1000,
};
console.log(JSON.stringify(answer));
