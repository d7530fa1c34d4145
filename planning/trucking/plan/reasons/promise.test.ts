import fc from 'fast-check';
import { expect, test } from 'vitest';
import { check } from '../../check/check.ts';
import { promiseFaults } from '../../check/promise.ts';
import { servedPoints } from '../../check/served.ts';
import { generate } from '../../generate/generate.ts';
import type { ShortRow } from '../../water-day.ts';
import { figuresOf, testedFigures } from './told.fixture.ts';
import { explained, type Witnessed, witnessed } from './witnessed.fixture.ts';

/** Reasons that days of every kind have; each reason has its own test in because.test.ts. */
const GIVEN = [
  'no-small-remedy',
  'point-hours',
  'shift',
  'source-hours',
  'source-litres',
  'tank-dry',
  'tanker-size',
  'tankers',
  'way-closed',
];
const days = Array.from({ length: 200 }, (_, seed) => seed);
const given = new Set<string>();

test.each(days)(
  'day %i: the litres of each row fit beside every stop, as its words say',
  (seed) => {
    const day = witnessed(seed);
    expect(check(day.problem, day.plan, day.again).faults).toEqual([]);
    for (const row of day.plan.short) {
      given.add(row.because);
      expectPromiseKept(day, row);
      expectToldAsTested(day, row);
    }
  },
);

test('these days have reasons of every kind', () => {
  expect([...given]).toEqual(expect.arrayContaining(GIVEN));
});

test('when time ends, what was tested is promised and no more', () => {
  const met = new Set<string>();
  fc.assert(
    fc.property(fc.nat(1000), fc.nat(60), (seed, looks) => {
      let left = looks;
      const day = explained(generate(seed, { supply: 'scarce' }), {}, () => {
        left -= 1;
        return left < 0;
      });
      expect(check(day.problem, day.plan).faults).toEqual([]);
      for (const row of day.plan.short) {
        met.add(row.because);
        expectPromiseKept(day, row);
        expectToldAsTested(day, row);
      }
    }),
    { numRuns: 40, seed: 7 },
  );
  expect([...met]).toEqual(expect.arrayContaining(['untested', 'tankers']));
});

function expectPromiseKept({ problem, plan, again, longer }: Witnessed, row: ShortRow): void {
  const one = longer.get(row);
  expect(one !== undefined).toBe(row.remedy.patch !== null);
  if (one) expect(promiseFaults(problem, plan, row, one, again)).toEqual([]);
}

function expectToldAsTested(day: Witnessed, row: ShortRow): void {
  const { problem, plan, longer } = day;
  const one = longer.get(row);
  const { say, remedy } = row;
  expect(figuresOf(say.en, problem)).toEqual(figuresOf(say['zh-CN'], problem));
  expect(figuresOf(remedy.en, problem)).toEqual(figuresOf(remedy['zh-CN'], problem));
  if (one) {
    const tested = testedFigures(problem, plan, row, one);
    expect(figuresOf(remedy.en, problem).filter((figure) => !tested.has(figure))).toEqual([]);
  } else expect(figuresOf(remedy.en, problem)).toEqual([]);
  if (row.because === 'tank-dry') expectDry(day, row);
  else expect(figuresOf(say.en, problem)).toEqual([String(row.litres)]);
}

/** No delivery that the plan makes is over before the time told, and nobody drew more than the litres told. */
function expectDry({ problem, plan, again }: Witnessed, row: ShortRow): void {
  const told = /\((\d\d):(\d\d)\), .* (\d+) litres? today/.exec(row.say.en) ?? [];
  const [hours, minutes, most] = told.slice(1).map(Number);
  const first = 3600 * (hours ?? Number.NaN) + 60 * (minutes ?? Number.NaN);
  expect(first).toBeGreaterThanOrEqual(problem.day.from);
  for (const stop of plan.routes.flatMap(({ stops }) => stops)) {
    if (stop.kind !== 'deliver' || stop.point !== row.point || stop.start < (again.now ?? 0))
      continue;
    expect(stop.finish).toBeGreaterThanOrEqual(first);
  }
  const got = servedPoints(problem, plan).find(({ point }) => point.id === row.point)?.got;
  expect(got).toBeLessThanOrEqual(most ?? Number.NaN);
}
