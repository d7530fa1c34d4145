import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Answer } from './answer.ts';
import { type RunKey, Runs } from './runs.ts';

const key: RunKey = { solver: 'ours', version: '1', data: 'abc', seconds: 10, seed: 1 };
const answer: Answer = { cost: 7, routes: [[[1]]], seconds: 10, iterations: 5 };
let folder = '';
let file = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bench-runs-'));
  file = join(folder, 'below', 'runs.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('what has been run is found by the next program', () => {
  new Runs(file, false).add(key, answer);
  expect(new Runs(file, false).find(key)).toEqual(answer);
});

test.each<Partial<RunKey>>([
  { solver: 'vroom' },
  { version: '2' },
  { data: 'abd' },
  { seconds: 60 },
  { seed: 2 },
])('a run of other %o is another', (other) => {
  const runs = new Runs(file, false);
  runs.add(key, answer);
  expect(runs.find({ ...key, ...other })).toBeUndefined();
});

test('a line that was cut off costs that run only', () => {
  const second = { ...key, seed: 2 };
  new Runs(file, false).add(key, answer);
  new Runs(file, false).add(second, answer);
  writeFileSync(file, readFileSync(file, 'utf8').slice(0, -5));
  const runs = new Runs(file, false);
  expect([runs.find(key), runs.find(second)]).toEqual([answer, undefined]);
  runs.add(second, answer);
  expect(new Runs(file, false).find(second)).toEqual(answer);
});

test('the last of two answers to the same run counts', () => {
  const later = { ...answer, cost: 6 };
  new Runs(file, false).add(key, answer);
  appendFileSync(file, `\n${JSON.stringify({ key, answer: later })}`);
  expect(new Runs(file, false).find(key)).toEqual(later);
});

test('a fresh start forgets', () => {
  new Runs(file, false).add(key, answer);
  expect(new Runs(file, true).find(key)).toBeUndefined();
  expect(new Runs(file, false).find(key)).toBeUndefined();
});
