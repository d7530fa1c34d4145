import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { twoVillages } from '../check/two-villages.fixture.ts';
import { type FormatCode, MOST_FAULTS } from './faults.ts';
import { parseProblem, parseProblemText } from './problem.ts';

type Json = Record<string, unknown>;

/** Puts a value at a path of keys and indexes. */
function put(root: unknown, path: string, value: unknown): void {
  const steps = path.split('/').slice(1);
  const last = steps.pop() ?? '';
  const parent = steps.reduce((at, step) => (at as Json)[step], root) as Json;
  if (value === undefined) delete parent[last];
  else Object.defineProperty(parent, last, { value, enumerable: true, configurable: true });
}

const refused: [path: string, value: unknown, code: FormatCode, at?: string][] = [
  ['/format', 'water-day/2', 'wrong-format'],
  ['/format', undefined, 'missing-key'],
  ['/name', 7, 'wrong-type'],
  ['/day/date', '2022-02-30', 'not-a-date'],
  ['/day/date', '2022-11-1', 'not-a-date'],
  ['/day/to', 25200, 'empty-interval', '/day'],
  ['/day/from', 7.5, 'not-whole'],
  ['/day/from', -1, 'out-of-range'],
  ['/sources/1/id', 'well', 'duplicate-id'],
  ['/points/2/id', 'east', 'duplicate-id'],
  ['/places/1/lon', 181, 'out-of-range'],
  ['/places/1/lat', Number.NaN, 'out-of-range'],
  ['/places/1/lat', '27', 'wrong-type'],
  ['/places/1/height', 80, 'unknown-key'],
  ['/tiers/1', null, 'wrong-type'],
  ['/travel/seconds/2/3', -1, 'out-of-range'],
  ['/travel/seconds/2/3', 0.5, 'not-whole'],
  ['/travel/seconds/2/3', '600', 'wrong-type'],
  ['/travel/metres/2/2', Number.POSITIVE_INFINITY, 'out-of-range'],
  ['/travel/metres/2', [0, 1, 2], 'matrix-size'],
  ['/travel/metres/2', 5, 'wrong-type'],
  ['/travel/metres', [], 'matrix-size'],
  ['/travel/metres', {}, 'wrong-type'],
  ['/travel/miles', [], 'unknown-key'],
  ['/travel', undefined, 'missing-key'],
  ['/tiers', [], 'empty-list'],
  ['/tiers/1/litresPerPerson', 7, 'tier-falls'],
  ['/tiers/0/litresPerPerson', -0.5, 'out-of-range'],
  ['/tankers', {}, 'wrong-type'],
  ['/tankers/1/id', 'big', 'duplicate-id'],
  ['/tankers/1/id', 5, 'wrong-type'],
  ['/tankers/1/home', 'moon', 'unknown-place'],
  ['/tankers/1/litres', 1e16, 'out-of-range'],
  ['/tankers/1/from', 64800, 'empty-interval', '/tankers/1'],
  ['/tankers/1/loaded', 3001, 'loaded-over-size'],
  ['/tankers/1/out', null, 'wrong-type'],
  ['/tankers/0/rest', { every: 9000 }, 'missing-key', '/tankers/0/rest/seconds'],
  ['/tankers/0/rest/every', '4h', 'wrong-type'],
  ['/sources/0/place', 'moon', 'unknown-place'],
  ['/sources/0/bays', 1.5, 'not-whole'],
  ['/sources/0/litresPerMinute', 0, 'out-of-range'],
  ['/sources/0/open', undefined, 'missing-key'],
  ['/sources/0/open/1', [64800, 46800], 'empty-interval'],
  ['/sources/0/open/1', [46800, 46800], 'empty-interval'],
  ['/sources/0/open/1', [46800], 'not-an-interval'],
  ['/sources/0/open/1', [46800, 'late'], 'wrong-type', '/sources/0/open/1/1'],
  ['/sources/0/litresPerDay', -5, 'out-of-range'],
  ['/points/0/place', 'moon', 'unknown-place'],
  ['/points/0/people', 1.5, 'not-whole'],
  ['/points/0/weight', 0, 'out-of-range'],
  ['/points/0/weight', Number.POSITIVE_INFINITY, 'out-of-range'],
  ['/points/0/litresPerMinute', 0.5, 'not-whole'],
  ['/points/0/open', [25200, 64800], 'not-an-interval', '/points/0/open/0'],
  ['/points/2/litresPerPerson', [3], 'tier-count'],
  ['/points/2/litresPerPerson/1', 2, 'tier-falls'],
  ['/points/2/litresPerPerson/1', null, 'wrong-type'],
  ['/points/1/storage/level', undefined, 'missing-key'],
  ['/points/1/storage/level', -1, 'out-of-range'],
  ['/points/1/storage/lid', true, 'unknown-key'],
  ['/points/1/__proto__', { people: 1 }, 'unknown-key'],
  ['/points/1/constructor', 'x', 'unknown-key'],
  ['/a~b', 1, 'unknown-key', '/a~0b'],
];

test.each(refused)('%s = %j is refused', (path, value, code, at = path) => {
  const problem = twoVillages();
  put(problem, path, value);
  const parsed = parseProblem(problem);
  const told = parsed.ok ? [] : parsed.faults;
  expect(told[0]).toMatchObject({ code, path: at });
  expect(new Set(told.map((fault) => fault.code))).toEqual(new Set([code]));
  for (const { say, expected } of told) {
    for (const text of [say, expected]) {
      expect(text.en).not.toMatch(/\p{Script=Han}|undefined/u);
      expect(text.en.length + text['zh-CN'].length).toBeLessThan(400);
    }
  }
});

const accepted: [path: string, value: unknown][] = [
  ['/name', ''],
  ['/day/to', 100_000],
  ['/travel/seconds/2/2', 77],
  ['/travel/metres/2/2', null],
  ['/travel/metres/2/3', null],
  ['/tiers/1/litresPerPerson', 7.5],
  ['/tiers/0/litresPerPerson', 0],
  ['/tankers', []],
  ['/tankers/1/loaded', 3000],
  ['/tankers/1/litres', 9007199254740991],
  ['/tankers/1/id', '__proto__'],
  ['/tankers/1/rest', { every: 0, seconds: 0 }],
  ['/tankers/1/out', 0],
  ['/sources/0/bays', 0],
  ['/sources/0/open', []],
  [
    '/sources/0/open',
    [
      [46800, 64800],
      [25200, 50000],
      [25200, 50000],
    ],
  ],
  ['/sources/0/id', 'east'],
  ['/points', []],
  ['/points/0/have', 99999],
  ['/points/0/weight', 0.001],
  ['/points/0/litresPerPerson', [2.5, 2.5]],
  ['/points/1/storage', { litres: 100, level: 101 }],
  ['/points/2/open', undefined],
];

test.each(accepted)('%s = %j is accepted as it stands', (path, value) => {
  const problem = twoVillages();
  put(problem, path, value);
  const parsed = parseProblem(problem);
  expect(parsed).toEqual({ ok: true, problem });
});

test.each(['town-1', 'scarce-1', 'tanks-1', 'county-1'])('the example %s is accepted', (name) => {
  const file = new URL(`../../../formats/examples/${name}.json`, import.meta.url);
  expect(parseProblemText(readFileSync(file, 'utf8'))).toMatchObject({
    ok: true,
    problem: { name },
  });
});

test.each([null, undefined, 5, 'water', [], [[]], true])('%j is no problem', (json) => {
  const parsed = parseProblem(json);
  expect(parsed).toMatchObject({ ok: false, faults: [{ path: '', code: 'wrong-type' }] });
});

test('all faults are told at once', () => {
  const problem = twoVillages();
  put(problem, '/tankers/0/home', 'moon');
  put(problem, '/points/2/people', -1);
  put(problem, '/extra', 1);
  const parsed = parseProblem(problem);
  expect(parsed.ok ? [] : parsed.faults.map(({ path }) => path)).toEqual([
    '/points/2/people',
    '/extra',
    '/tankers/0/home',
  ]);
});

test('a hundred are told, then one line says that there are more', () => {
  const problem = twoVillages();
  problem.travel.seconds = problem.travel.seconds.map((row) => row.map(() => -1));
  problem.travel.metres = Array.from({ length: 700 }, () => Array(700).fill('far'));
  const parsed = parseProblem(problem);
  const faults = parsed.ok ? [] : parsed.faults;
  expect(faults).toHaveLength(MOST_FAULTS + 1);
  expect(faults.at(-1)?.code).toBe('more-faults');
});

test('a message does not grow with what it tells of', () => {
  const huge = 'x'.repeat(1e7);
  const problem = twoVillages();
  put(problem, '/name', [huge]);
  put(problem, '/format', huge);
  put(problem, '/tankers/0/home', huge);
  put(problem, `/${huge}`, huge);
  const parsed = parseProblem(problem);
  expect(parsed.ok ? 0 : parsed.faults.length).toBe(4);
  expect(JSON.stringify(parsed).length).toBeLessThan(2000);
});
