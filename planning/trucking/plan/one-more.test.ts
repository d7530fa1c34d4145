import fc from 'fast-check';
import { expect, test } from 'vitest';
import { check } from '../check/check.ts';
import { patchProblem } from '../check/patch.ts';
import { generate } from '../generate/generate.ts';
import type { Plan, Problem } from '../water-day.ts';
import { compareScores } from './compare-scores.fixture.ts';
import { gain, oneMore } from './one-more.ts';
import { solveHere } from './solve-here.ts';

const days = fc.record({
  seed: fc.nat(1_000_000),
  supply: fc.constantFrom('scarce' as const, 'even' as const, 'plentiful' as const),
  tankers: fc.integer({ min: 1, max: 6 }),
  points: fc.integer({ min: 3, max: 25 }),
});
const options = { iterations: 48 };

test('each variant is its patch, widens one thing, and what is solved from it is no worse', () => {
  const kinds = new Set<string>();
  fc.assert(
    fc.property(days, ({ seed, ...chosen }) => {
      const problem = generate(seed, chosen);
      const plan = solveHere(problem, options);
      const before = structuredClone(problem);
      const variants = oneMore(problem, plan);
      expect(problem).toEqual(before);
      expect(variants.length).toBeLessThanOrEqual(6);
      expect(variants.length > 0).toBe(plan.short.length > 0);
      expect(new Set(variants.map(({ id }) => id)).size).toBe(variants.length);
      for (const { kind, say, patch, problem: wider } of variants) {
        kinds.add(kind);
        expect(patchProblem(problem, patch)).toEqual({ problem: wider });
        expect(say['zh-CN']).toMatch(/\p{Script=Han}/u);
        expect(say.en).not.toMatch(/\p{Script=Han}|undefined|NaN/u);
      }
      const wider = variants.at(seed % Math.max(1, variants.length))?.problem;
      if (!wider) return;
      const after = solveHere(wider, { ...options, previous: plan, now: 0 });
      expect(check(wider, after, { previous: plan, now: 0 }).faults).toEqual([]);
      expect(compareScores(after.score, { ...plan.score, changed: 0 })).toBeLessThanOrEqual(0);
      const first = gain(plan, after).tiers.find(({ hardship }) => hardship !== 0);
      expect(first?.hardship ?? 0).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 40, seed: 3 },
  );
  expect([...kinds].sort()).toEqual(['bay', 'source-hour', 'tanker', 'tanker-hour']);
});

function short(): { problem: Problem; plan: Plan } {
  const problem = generate(5, { supply: 'plentiful', tankers: 2, points: 30 });
  return { problem, plan: solveHere(problem, options) };
}

test('a plan that leaves nobody short asks for nothing more', () => {
  const { problem, plan } = short();
  expect(oneMore(problem, plan).length).toBeGreaterThan(0);
  expect(oneMore(problem, { ...plan, short: [] })).toEqual([]);
});

test('one of each sort comes before the second of any, and `most` holds', () => {
  const { problem, plan } = short();
  const kinds = oneMore(problem, plan).map(({ kind }) => kind);
  expect(new Set(kinds.slice(0, new Set(kinds).size)).size).toBe(new Set(kinds).size);
  expect(oneMore(problem, plan, { most: 2 })).toEqual(oneMore(problem, plan).slice(0, 2));
});

test('a bay is asked for where bays are taken, not where the day’s litres are used up', () => {
  const { problem, plan } = short();
  const [first, second] = problem.sources;
  if (!first || !second) throw new Error('the day has two sources');
  plan.routes = [
    {
      tanker: 'T1',
      stops: [
        { kind: 'home', at: 25200 },
        {
          kind: 'fill',
          source: first.id,
          arrive: 30000,
          start: 30000,
          finish: 40000,
          litres: 3000,
        },
        {
          kind: 'fill',
          source: second.id,
          arrive: 41000,
          start: 41000,
          finish: 43000,
          litres: 900,
        },
        { kind: 'home', at: 50000 },
      ],
    },
  ];
  for (const source of [first, second]) Object.assign(source, { bays: 1, open: [[25200, 60000]] });
  const bays = () =>
    oneMore(problem, plan).flatMap(({ kind, patch }) => (kind === 'bay' ? patch[0]?.path : []));
  expect(bays()[0]).toBe('/sources/0/bays');
  first.litresPerDay = 3000;
  expect(bays()).toEqual(['/sources/1/bays']);
});

test('an hour is added at the end, or before the beginning where the end is the day’s already', () => {
  const { problem, plan } = short();
  const { day } = problem;
  problem.tankers.forEach((tanker, r) => {
    Object.assign(tanker, r === 0 ? { from: 40000, to: day.to } : { from: 30000, to: 50000 });
  });
  const hour = () => oneMore(problem, plan).find(({ kind }) => kind === 'tanker-hour');
  expect(hour()?.patch).toEqual([
    { op: 'replace', path: '/tankers/0/from', value: 36400 },
    { op: 'replace', path: '/tankers/1/to', value: 53600 },
  ]);
  expect(hour()?.say.en).toBe('an hour more in the shifts of 2 tankers');
  for (const tanker of problem.tankers) Object.assign(tanker, { from: day.from, to: day.to });
  expect(hour()).toBeUndefined();
});

test('gain is what the second plan has over the first', () => {
  const plan = (hardship: number, people: number, litres: number, metres: number): Plan => ({
    format: 'water-day-plan/1',
    problem: 'x',
    routes: [
      {
        tanker: 'T1',
        stops: [{ kind: 'deliver', point: 'P1', arrive: 0, start: 0, finish: 0, litres }],
      },
    ],
    score: { tiers: [{ name: 'full', hardship, worst: 0, people }], metres, changed: 0 },
    short: [],
  });
  expect(gain(plan(10.3, 40, 1000, 700), plan(10.1, 25.5, 1500, 900))).toEqual({
    tiers: [{ name: 'full', hardship: 0.2, people: 14.5 }],
    litres: 500,
    metres: 200,
  });
});
