import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plan } from './plan.ts';
import type { Group, Problem } from './problem.ts';
import { InvalidProblem, problemFaults } from './refuse.ts';
import { simulate } from './simulate.ts';

/** The sealed school of the page: 793 people in five buildings, three samplers. */
const school: Problem = {
  groups: [190, 184, 176, 165, 78].map((people, i) => ({ id: `${i + 1}号楼`, people })),
  samplers: 3,
  perTube: 10,
  start: 7 * 3600,
};
const total = (groups: readonly Group[]) => groups.reduce((sum, { people }) => sum + people, 0);

test('793 people, 3 samplers, ten to a tube: 80 tubes, 1 h 50 min, nobody called to wait ten minutes', () => {
  const { people, tubes, seconds, calls, wait, ends } = plan(school);
  expect({ people, tubes, minutes: Math.round(seconds / 60) }).toEqual({
    people: 793,
    tubes: 80,
    minutes: 110,
  });
  expect(ends).toBe(7 * 3600 + seconds);
  expect(wait).toBeLessThanOrEqual(600);
  expect(calls).toHaveLength(14);
  expect(calls[3]).toEqual({
    at: 7 * 3600 + 3 * 490 - 60,
    people: 60,
    wait: 485,
    parts: [
      { group: '1号楼', from: 181, to: 190, leave: 7 * 3600 + 3 * 490 - 240 },
      { group: '2号楼', from: 1, to: 50, leave: 7 * 3600 + 3 * 490 - 240 },
    ],
  });
});

test('by chance it takes a little longer, and hardly anybody waits ten minutes', () => {
  const planned = plan(school);
  const { seconds, tubes, over, wait95, queue, longestQueue, runs } = simulate(school, planned);
  expect(runs).toBe(200);
  expect(tubes).toEqual({ low: 80, middle: 80, high: 80 });
  expect(seconds.middle).toBeGreaterThan(planned.seconds - 300);
  expect(seconds.high).toBeLessThan(planned.seconds + 900);
  expect(over).toBeLessThan(0.05);
  expect(wait95).toBeLessThanOrEqual(600);
  expect(Math.max(...queue)).toBeLessThanOrEqual(longestQueue.high + 30);
  expect(queue.at(-1)).toBe(0);
  expect(simulate(school, planned)).toEqual(simulate(school, planned));
  expect(simulate(school, planned, { seed: 2 })).not.toEqual(simulate(school, planned));
});

test('all called at once wait far longer: what is shown can be bad', () => {
  const planned = plan(school);
  const crowd = { at: 7 * 3600, people: 793, parts: [], wait: 0 };
  const { over, wait95 } = simulate(school, { ...planned, calls: [crowd] });
  expect(over).toBeGreaterThan(0.8);
  expect(wait95).toBeGreaterThan(80 * 60);
});

test('who does not come leaves fewer tubes', () => {
  const { tubes } = simulate(school, plan(school), { missing: 0.2, runs: 50 });
  expect(tubes.high).toBeLessThan(70);
  expect(tubes.low).toBeGreaterThan(55);
});

const problems = fc.record({
  groups: fc
    .array(fc.record({ people: fc.integer({ min: 1, max: 300 }), walk: fc.nat(600) }), {
      minLength: 1,
      maxLength: 8,
    })
    .map((groups) => groups.map((group, i) => ({ ...group, id: `g${i}` }))),
  samplers: fc.integer({ min: 1, max: 12 }),
  perTube: fc.integer({ min: 1, max: 20 }),
  swab: fc.integer({ min: 5, max: 90 }),
  tube: fc.nat(120),
  mostWait: fc.integer({ min: 60, max: 1800 }),
  early: fc.nat(120),
});

/** A second opinion: people in the order in which they are called, in tubes dealt out to the tables in turn. */
function dealt(problem: typeof problems extends fc.Arbitrary<infer P> ? P : never) {
  const { samplers, perTube, swab, tube } = problem;
  const { calls } = plan(problem);
  const came = calls.flatMap(({ at, people }) => Array.from({ length: people }, () => at));
  let [end, wait] = [0, 0];
  came.forEach((at, i) => {
    const number = Math.floor(i / perTube);
    const inTube = i % perTube;
    const begins = Math.floor(number / samplers) * (perTube * swab + tube) + inTube * swab;
    wait = Math.max(wait, begins - at);
    const closes = inTube === perTube - 1 || i === came.length - 1;
    end = Math.max(end, begins + swab + (closes ? tube : 0));
  });
  return { end, wait };
}

describe('of any session', () => {
  test('everybody is called once, in order; tubes are the fewest; duration and waits are as reckoned', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const planned = plan(problem);
        const people = total(problem.groups);
        expect(planned.people).toBe(people);
        expect(planned.tubes).toBe(Math.ceil(people / problem.perTube));
        const called = planned.calls.flatMap(({ parts }) =>
          parts.flatMap(({ group, from, to }) =>
            Array.from({ length: to - from + 1 }, (_, i) => `${group} ${from + i}`),
          ),
        );
        expect(called).toEqual(
          problem.groups.flatMap(({ id, people: of }) =>
            Array.from({ length: of }, (_, i) => `${id} ${i + 1}`),
          ),
        );
        const { end, wait } = dealt(problem);
        expect([planned.seconds, planned.wait]).toEqual([end, wait]);
        const { perTube, swab, samplers, mostWait, early } = problem;
        const oneRound = planned.calls.every((call) => call.people <= samplers * perTube);
        expect(wait <= mostWait || (oneRound && (perTube - 1) * swab + early >= wait)).toBe(true);
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  test('with nothing left to chance the simulation is at most a round from the plan, with as many tubes', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const planned = plan(problem);
        const { seconds, tubes } = simulate(problem, planned, { runs: 1, late: 0, variation: 0 });
        expect(tubes.middle).toBe(planned.tubes);
        const round = problem.perTube * problem.swab + problem.tube;
        expect(Math.abs(seconds.middle - planned.seconds)).toBeLessThanOrEqual(round);
      }),
      { numRuns: 300, seed: 2 },
    );
  });
});

test.each<[string, unknown, string]>([
  ['wrong-type', 7, ''],
  ['missing', { ...school, samplers: undefined }, 'samplers'],
  ['wrong-type', { ...school, perTube: '10' }, 'perTube'],
  ['out-of-range', { ...school, samplers: 0 }, 'samplers'],
  ['out-of-range', { ...school, swab: 1.5 }, 'swab'],
  ['out-of-range', { ...school, mostWait: Number.NaN }, 'mostWait'],
  ['wrong-type', { ...school, groups: {} }, 'groups'],
  ['list-empty', { ...school, groups: [] }, 'groups'],
  ['wrong-type', { ...school, groups: [null] }, 'groups[0]'],
  ['id-empty', { ...school, groups: [{ id: '', people: 1 }] }, 'groups[0].id'],
  ['missing', { ...school, groups: [{ id: 'a' }] }, 'groups[0].people'],
  [
    'id-twice',
    {
      ...school,
      groups: [
        { id: 'a', people: 1 },
        { id: 'a', people: 1 },
      ],
    },
    'groups[1].id',
  ],
])('a problem is refused for %s', (code, problem, at) => {
  const faults = problemFaults(problem);
  expect(faults.map((fault) => [fault.code, fault.at])).toEqual([[code, at]]);
  const [fault] = faults;
  for (const words of [fault?.cause, fault?.remedy]) {
    expect(words?.['zh-CN']).toMatch(/\p{Script=Han}/u);
    expect(words?.en).not.toMatch(/\p{Script=Han}/u);
  }
  expect(() => plan(problem as Problem)).toThrow(InvalidProblem);
});

test('chances that are none are refused', () => {
  const planned = plan(school);
  for (const chance of [{ runs: 0 }, { missing: 1.1 }, { variation: -1 }, { seed: 0.5 }])
    expect(() => simulate(school, planned, chance)).toThrow(InvalidProblem);
});

test('the README’s example prints what it says', () => {
  const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8');
  const [, example = '', printed = ''] = /```js\n(.*?)```.*?```\n(.*?)```/s.exec(readme) ?? [];
  const folder = mkdtempSync(join(tmpdir(), 'sampling '));
  try {
    const file = join(folder, 'example.mjs');
    const here = new URL('index.ts', import.meta.url).href;
    writeFileSync(file, example.replace('@liangbuwu/sampling', here));
    expect(execFileSync(process.execPath, [file], { encoding: 'utf8' })).toBe(printed);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
