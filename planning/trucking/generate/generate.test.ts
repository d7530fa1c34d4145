import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseProblem } from '../format/problem.ts';
import type { Point, Problem } from '../water-day.ts';
import { type GenerateOptions, generate } from './generate.ts';
import { type Happening, later } from './later.ts';

const seeds = fc.integer({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER });
const options: fc.Arbitrary<GenerateOptions> = fc.record(
  {
    points: fc.integer({ min: 1, max: 80 }),
    tankers: fc.integer({ min: 1, max: 20 }),
    sources: fc.integer({ min: 1, max: 8 }),
    supply: fc.constantFrom('scarce', 'even', 'plentiful'),
  },
  { requiredKeys: [] },
);

test('every problem keeps the format, and so does every later one', () => {
  fc.assert(
    fc.property(seeds, options, seeds, (seed, chosen, laterSeed) => {
      const problem = generate(seed, chosen);
      expect(parseProblem(problem)).toMatchObject({ ok: true });
      expect(generate(seed, chosen)).toEqual(problem);
      expect(problem.points.length).toBe(chosen.points ?? problem.points.length);
      expect(problem.tankers.length).toBe(chosen.tankers ?? problem.tankers.length);
      expect(problem.sources.length).toBe(chosen.sources ?? problem.sources.length);

      const before = structuredClone(problem);
      const changed = later(problem, laterSeed);
      expect(parseProblem(changed.problem)).toMatchObject({ ok: true });
      expect(later(problem, laterSeed)).toEqual(changed);
      expect(problem).toEqual(before);
      expect(changed.happened.length).toBeGreaterThan(0);
      expect(changed.problem).not.toEqual(problem);
      expect(changed.now).toBeGreaterThan(problem.day.from);
      expect(changed.now).toBeLessThan(problem.day.to);
    }),
    { numRuns: 150 },
  );
});

test('from 3 points to 600 with 120 tankers', () => {
  const counts = Array.from({ length: 60 }, (_, seed) => generate(seed).points.length);
  expect(Math.min(...counts)).toBeLessThanOrEqual(4);
  expect(Math.max(...counts)).toBeGreaterThanOrEqual(45);
  const county = generate(1, { points: 600, tankers: 120 });
  expect(county.points).toHaveLength(600);
  expect(parseProblem(county)).toMatchObject({ ok: true });
});

const need = ({ points, tiers }: Problem): number =>
  points.reduce((sum, point) => sum + needOf(point, tiers.at(-1)?.litresPerPerson ?? 0), 0);
const needOf = ({ people, litresPerPerson, have = 0 }: Point, each: number): number =>
  Math.max(0, people * (litresPerPerson?.at(-1) ?? each) - have);

const features: [name: string, found: (problem: Problem) => boolean][] = [
  ['a closed way', ({ travel }) => travel.seconds.some((row) => row.includes(null))],
  ['a way longer there than back', ({ travel: { metres } }) => metres[0]?.[1] !== metres[1]?.[0]],
  [
    'a point that nobody can reach',
    ({ places, points, travel }) =>
      points.some(({ place }) => {
        const column = places.findIndex(({ id }) => id === place);
        return travel.seconds.every((row) => row[column] === null);
      }),
  ],
  [
    'two points in one place, or a point beside a source',
    ({ points, sources }) =>
      new Set([...points, ...sources].map(({ place }) => place)).size <
      points.length + sources.length,
  ],
  ['one tier', ({ tiers }) => tiers.length === 1],
  ['three tiers', ({ tiers }) => tiers.length === 3],
  [
    'two equal tiers',
    ({ tiers }) => tiers.some((t, i) => t.litresPerPerson === tiers[i + 1]?.litresPerPerson),
  ],
  ['a loaded tanker', ({ tankers }) => tankers.some(({ loaded = 0 }) => loaded > 0)],
  [
    'a tanker loaded to the brim',
    ({ tankers }) => tankers.some(({ loaded, litres }) => loaded === litres),
  ],
  ['rest', ({ tankers }) => tankers.some(({ rest }) => rest !== undefined)],
  ['no rest', ({ tankers }) => tankers.some(({ rest }) => rest === undefined)],
  [
    'a shift that begins before the service window',
    ({ tankers, day }) => tankers.some(({ from }) => from < day.from),
  ],
  ['a shift that ends after it', ({ tankers, day }) => tankers.some(({ to }) => to > day.to)],
  ['two homes', ({ tankers }) => new Set(tankers.map(({ home }) => home)).size > 1],
  ...[1, 2, 3].map((count): (typeof features)[number] => [
    `a source with ${count} bays`,
    ({ sources }) => sources.some(({ bays }) => bays === count),
  ]),
  ['a source with two windows', ({ sources }) => sources.some(({ open }) => open.length === 2)],
  ['a source that never opens', ({ sources }) => sources.some(({ open }) => open.length === 0)],
  [
    'litres per day',
    ({ sources }) => sources.some(({ litresPerDay }) => litresPerDay !== undefined),
  ],
  [
    'no litres per day',
    ({ sources }) => sources.some(({ litresPerDay }) => litresPerDay === undefined),
  ],
  ['a point with one window', ({ points }) => points.some(({ open }) => open?.length === 1)],
  ['a point with two windows', ({ points }) => points.some(({ open }) => open?.length === 2)],
  [
    'windows out of order',
    ({ points }) =>
      points.some(({ open }) => open?.[1] !== undefined && open[1][0] < (open[0]?.[0] ?? 0)),
  ],
  [
    'a window past the service window',
    ({ points, day }) => points.some(({ open }) => open?.some(([, to]) => to > day.to)),
  ],
  [
    'a point without windows of its own',
    ({ points }) => points.some(({ open }) => open === undefined),
  ],
  [
    'wells that give a part',
    (problem) => problem.points.some((p) => (p.have ?? 0) > 0 && needOf(p, 40) > 0),
  ],
  [
    'wells that give more than the need',
    ({ points, tiers }) =>
      points.some((p) => (p.have ?? 0) > 0 && needOf(p, tiers.at(-1)?.litresPerPerson ?? 0) === 0),
  ],
  ['weight over 1', ({ points }) => points.some(({ weight = 1 }) => weight > 1)],
  ['weight under 1', ({ points }) => points.some(({ weight = 1 }) => weight < 1)],
  [
    'own figures',
    ({ points }) => points.some(({ litresPerPerson }) => litresPerPerson !== undefined),
  ],
  ['a village tank', ({ points }) => points.some(({ storage }) => storage !== undefined)],
  [
    'a full village tank',
    ({ points }) => points.some(({ storage }) => storage && storage.level === storage.litres),
  ],
  [
    'a road that bears no tanker of the day',
    ({ points, tankers }) =>
      points.some(({ maxTankerLitres: most = Infinity }) =>
        tankers.every(({ litres }) => litres > most),
      ),
  ],
  [
    'a road that bears some of them',
    ({ points, tankers }) =>
      points.some(
        ({ maxTankerLitres: most = Infinity }) =>
          tankers.some(({ litres }) => litres > most) &&
          tankers.some(({ litres }) => litres <= most),
      ),
  ],
  ['nobody at a point', ({ points }) => points.some(({ people }) => people === 0)],
  [
    'too little water',
    (problem) =>
      problem.sources.reduce((sum, { litresPerDay = Infinity }) => sum + litresPerDay, 0) <
      need(problem),
  ],
  [
    'plenty of water',
    (problem) =>
      problem.sources.every(({ litresPerDay }) => litresPerDay === undefined) &&
      problem.tankers.reduce((sum, { litres }) => sum + 4 * litres, 0) >= need(problem),
  ],
];

test.each(features)('within 60 seeds there is %s', (_, found) => {
  const days = Array.from({ length: 60 }, (_unused, seed) => generate(seed));
  expect(days.some(found)).toBe(true);
});

test('within 60 seeds everything happens later', () => {
  const happened = new Set<Happening>();
  for (let seed = 0; seed < 60; seed++) {
    for (const one of later(generate(seed), seed).happened) happened.add(one);
  }
  expect([...happened].sort()).toEqual([
    'more-people',
    'new-point',
    'new-tanker',
    'source-closes',
    'source-gives-less',
    'tanker-out',
    'way-closed',
    'weight-rises',
  ]);
});

test.each([
  [0.5, {}, 'seed is 0.5'],
  [1, { points: 0 }, 'points is 0'],
  [1, { tankers: 1.5 }, 'tankers is 1.5'],
  [Number.NaN, {}, 'seed is NaN'],
])('generate(%d, %j) is refused', (seed, chosen, message) => {
  expect(() => generate(seed, chosen)).toThrow(message);
});
