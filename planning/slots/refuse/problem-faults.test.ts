import { expect, test } from 'vitest';
import { twoGates } from '../two-gates.fixture.ts';
import type { ProblemCode } from './fault.ts';
import { InvalidProblem } from './invalid-problem.ts';
import { problemFaults } from './problem-faults.ts';

const good = () =>
  twoGates({
    previous: [{ activity: '1-1 in', start: 450, way: 'A' }],
    change: 1,
    orders: [{ before: '1-1 in', after: '1-1 lunch', least: 240, most: 300 }],
  });

type Place = (string | number)[];

/** What is put at a place of a good problem, `undefined` for nothing; and where the fault is, if not there. */
const cases: [code: ProblemCode, place: Place, value: unknown, at?: string][] = [
  ['missing', ['resources', 1, 'capacity'], undefined],
  ['missing', ['resources', 0, 'openings', 0, 'from'], undefined],
  ['missing', ['phases', 0, 'id'], undefined],
  ['missing', ['activities', 1, 'phase'], undefined],
  ['missing', ['activities', 1, 'people'], undefined],
  ['missing', ['activities', 1, 'starts'], undefined],
  ['missing', ['activities', 1, 'ways'], undefined],
  ['missing', ['activities', 1, 'ways', 0, 'uses', 0, 'minutes'], undefined],
  ['missing', ['orders', 0, 'before'], undefined],
  ['missing', ['together', 0, 'people'], undefined],
  ['missing', ['previous', 0, 'way'], undefined],
  ['wrong-type', ['resources', 0], 'gate'],
  ['wrong-type', ['resources', 0, 'openings'], {}],
  ['wrong-type', ['resources', 1, 'openings', 0, 'kinds', 0], 7],
  ['wrong-type', ['resources', 1, 'oneKind'], 'yes'],
  ['wrong-type', ['activities', 2, 'kind'], 7],
  ['wrong-type', ['activities', 2, 'starts', 1], '7:30'],
  ['wrong-type', ['activities', 2, 'ways', 0, 'uses'], 'A'],
  ['wrong-type', ['orders'], 'none'],
  ['wrong-type', ['together', 0, 'activities'], '1-1 in'],
  ['not-whole', ['activities', 0, 'people'], 40.5],
  ['not-whole', ['activities', 0, 'starts', 0], 445.5],
  ['not-whole', ['activities', 1, 'ways', 0, 'uses', 0, 'offset'], 0.5],
  ['out-of-range', ['resources', 0, 'capacity'], -1],
  ['out-of-range', ['resources', 0, 'openings', 0, 'capacity'], 1e7],
  ['out-of-range', ['phases', 0, 'spread'], -1],
  ['out-of-range', ['activities', 0, 'people'], 0],
  ['out-of-range', ['activities', 0, 'preferred'], Number.NaN],
  ['out-of-range', ['activities', 0, 'weight'], 1001],
  ['out-of-range', ['activities', 1, 'ways', 0, 'uses', 0, 'amount'], 0],
  ['out-of-range', ['orders', 0, 'least'], -20_000],
  ['out-of-range', ['together', 0, 'most'], -1],
  ['out-of-range', ['together', 0, 'weight'], Infinity],
  ['out-of-range', ['change'], -5],
  ['id-empty', ['activities', 1, 'ways', 0, 'id'], ''],
  ['id-twice', ['resources', 2, 'id'], 'A'],
  ['id-twice', ['activities', 0, 'ways', 1, 'id'], 'A'],
  ['unknown-id', ['activities', 0, 'phase'], 'supper'],
  ['unknown-id', ['activities', 1, 'ways', 0, 'uses', 0, 'resource'], 'C'],
  ['unknown-id', ['orders', 0, 'after'], '9-9 in'],
  ['unknown-id', ['together', 0, 'activities', 1], '9-9 in'],
  ['list-empty', ['activities', 1, 'starts'], []],
  ['list-empty', ['activities', 1, 'ways'], []],
  ['start-twice', ['activities', 1, 'starts', 1], 690],
  ['ends-before', ['resources', 0, 'openings', 0, 'to'], 440],
  ['openings-overlap', ['resources', 0, 'openings', 1], { from: 479, to: 500 }],
  ['with-itself', ['orders', 0, 'after'], '1-1 in'],
  ['with-itself', ['together', 0, 'activities', 1], '1-1 in'],
  ['most-below-least', ['orders', 0, 'most'], 239],
  ['sum-over', ['activities'], crowds(), 'activities'],
];

/** Eleven times 10⁵ people. */
function crowds() {
  const [, one] = twoGates().activities;
  const own = twoGates().activities;
  return [...own, ...Array.from({ length: 11 }, (_, i) => ({ ...one, id: `${i}`, people: 1e5 }))];
}

function spoiled(place: Place, value: unknown): unknown {
  const problem = structuredClone(good());
  let at: unknown = problem;
  for (const step of place.slice(0, -1)) at = (at as Record<string, unknown>)[step];
  (at as Record<string, unknown>)[place.at(-1) ?? ''] = value;
  return problem;
}

const written = (place: Place): string =>
  place
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .slice(1);

test('a good problem has no fault, nor has one of nothing', () => {
  expect(problemFaults(good())).toEqual([]);
  expect(problemFaults({ resources: [], phases: [], activities: [] })).toEqual([]);
  const gone = [{ activity: 'gone', start: 1, way: 'gone' }];
  expect(problemFaults({ ...good(), previous: gone })).toEqual([]);
});

test.each(cases.map((one, i) => [i + 1, ...one] as const))(
  'problem %i is refused for %s',
  (_, code, place, value, at = written(place)) => {
    const own = problemFaults(spoiled(place, value)).filter(
      // What names something that is gone is told too.
      (fault) => fault.code === code || fault.code !== 'unknown-id',
    );
    expect(own.map((fault) => [fault.code, fault.at])).toEqual([[code, at]]);
    const [{ cause, remedy }] = own as [(typeof own)[number]];
    for (const words of [cause, remedy]) {
      expect(words['zh-CN']).toMatch(/\p{Script=Han}/u);
      expect(words['zh-CN']).not.toMatch(/undefined|NaN(?! 超出)/);
      expect(words.en).not.toMatch(/\p{Script=Han}/u);
    }
  },
);

test.each([undefined, null, 5, 'x', []])('%s is no problem', (value) => {
  expect(problemFaults(value).map(({ at }) => at)).toEqual(['']);
});

test('of more than a hundred faults a hundred are listed, and the error tells the first five', () => {
  const resources = Array.from({ length: 150 }, (_, i) => ({ id: `r${i}`, capacity: -1 }));
  const faults = problemFaults({ resources, phases: [], activities: [] });
  expect(faults).toHaveLength(101);
  expect(faults.at(-1)?.code).toBe('more-faults');
  const lines = new InvalidProblem(faults).message.split('\n');
  expect(lines).toHaveLength(7);
  expect(lines[1]).toContain('resources[0].capacity (out-of-range): -1 超出');
  expect(lines[1]).toContain('outside');
});
