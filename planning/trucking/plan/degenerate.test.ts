import { expect, test } from 'vitest';
import { check } from '../check/check.ts';
import { parseProblem } from '../format/problem.ts';
import type { Problem } from '../water-day.ts';
import { solveHere } from './solve-here.ts';

const MOST = Number.MAX_SAFE_INTEGER;

function twoVillages(): Problem {
  const place = (id: string, lon: number) => ({ id, name: id, lon, lat: 27.5 });
  return {
    format: 'water-day/1',
    name: 'two villages',
    day: { date: '2022-11-10', from: 25200, to: 86400 },
    places: [place('depot', 113), place('plant', 113.02), place('a', 113.05), place('b', 112.95)],
    travel: {
      seconds: [
        [0, 300, 900, 900],
        [300, 0, 700, 700],
        [900, 700, 0, 600],
        [900, 700, 600, 0],
      ],
      metres: [
        [0, 2000, 9000, 9000],
        [2000, 0, 7000, 7000],
        [9000, 7000, 0, 6000],
        [9000, 7000, 6000, 0],
      ],
    },
    tiers: [
      { name: 'survival', litresPerPerson: 7.5 },
      { name: 'full', litresPerPerson: 20 },
    ],
    tankers: [{ id: 'T1', home: 'depot', litres: 5000, from: 25200, to: 61200 }],
    sources: [
      {
        id: 'S1',
        place: 'plant',
        bays: 1,
        litresPerMinute: 600,
        setupSeconds: 240,
        open: [[25200, 86400]],
      },
    ],
    points: [
      { id: 'P1', place: 'a', people: 100, litresPerMinute: 100, setupSeconds: 300 },
      {
        id: 'P2',
        place: 'b',
        people: 150,
        litresPerMinute: 400,
        setupSeconds: 300,
        storage: { litres: 2000, level: 300 },
      },
    ],
  };
}

type Parts = {
  problem: Problem;
  tanker: Problem['tankers'][number];
  source: Problem['sources'][number];
  first: Problem['points'][number];
  second: Problem['points'][number];
};

/** What is done to the two villages, and whether anybody can still be served. */
const CASES: [name: string, served: boolean, change: (parts: Parts) => void][] = [
  ['as it is', true, () => {}],
  ['no tankers', false, ({ problem }) => void (problem.tankers = [])],
  ['no sources', false, ({ problem }) => void (problem.sources = [])],
  ['no points', false, ({ problem }) => void (problem.points = [])],
  [
    'nothing at all',
    false,
    ({ problem }) =>
      Object.assign(problem, {
        tankers: [],
        sources: [],
        points: [],
        places: [],
        travel: { seconds: [], metres: [] },
      }),
  ],
  [
    'every way closed',
    false,
    ({ problem }) => {
      for (const table of [problem.travel.seconds, problem.travel.metres]) {
        table.forEach((row, i) => {
          row.forEach((_, j) => {
            if (i !== j) row[j] = null;
          });
        });
      }
    },
  ],
  [
    'nobody lives there',
    false,
    ({ first, second }) => {
      Object.assign(first, { people: 0, have: 50 });
      second.people = 0;
    },
  ],
  ['own wells give enough for one', true, ({ first }) => void (first.have = 1e6)],
  ['a tanker that holds nothing', false, ({ tanker }) => void (tanker.litres = 0)],
  ['a tanker of one litre', true, ({ tanker }) => void (tanker.litres = 1)],
  [
    'a tanker that comes loaded, no source',
    true,
    ({ problem, tanker }) => {
      tanker.loaded = 5000;
      problem.sources = [];
    },
  ],
  ['no bay', false, ({ source }) => void (source.bays = 0)],
  ['a source that gives nothing', false, ({ source }) => void (source.litresPerDay = 0)],
  ['a source that gives three litres', true, ({ source }) => void (source.litresPerDay = 3)],
  ['a source that never opens', false, ({ source }) => void (source.open = [])],
  [
    'points that never open',
    false,
    ({ first, second }) => {
      first.open = [];
      second.open = [];
    },
  ],
  ['a shift before the day', false, ({ tanker }) => Object.assign(tanker, { from: 0, to: 20000 })],
  ['a shift too short to fill', false, ({ tanker }) => void (tanker.to = tanker.from + 600)],
  [
    'a village tank of nothing',
    true,
    ({ second }) => void (second.storage = { litres: 0, level: 0 }),
  ],
  [
    'a village tank of one litre',
    true,
    ({ second }) => void (second.storage = { litres: 1, level: 0 }),
  ],
  [
    'a village tank above its size',
    true,
    ({ second }) => void (second.storage = { litres: 100, level: 5000 }),
  ],
  ['no driving without rest', false, ({ tanker }) => void (tanker.rest = { every: 0, seconds: 0 })],
  ['rest at every stop', true, ({ tanker }) => void (tanker.rest = { every: 1500, seconds: 600 })],
  ['rests of no length', true, ({ tanker }) => void (tanker.rest = { every: 3000, seconds: 0 })],
  [
    'rests beyond all time',
    true,
    ({ tanker }) => void (tanker.rest = { every: MOST, seconds: MOST }),
  ],
  [
    'a litre a minute',
    true,
    ({ first, source }) => {
      first.litresPerMinute = 1;
      source.litresPerMinute = 1;
    },
  ],
  [
    'figures beyond all measure',
    true,
    ({ tanker, source, first, second }) => {
      Object.assign(tanker, { litres: MOST, to: MOST });
      Object.assign(source, { litresPerMinute: MOST, litresPerDay: MOST });
      Object.assign(first, { people: 1e5 });
      Object.assign(second, { people: 1e7, storage: { litres: MOST, level: 0 } });
    },
  ],
  [
    'tiers of nothing',
    false,
    ({ problem }) => {
      for (const tier of problem.tiers) tier.litresPerPerson = 0;
    },
  ],
  [
    'tiers of fractions',
    true,
    ({ problem, first }) => {
      problem.tiers = [
        { name: 'a', litresPerPerson: 0.1 },
        { name: 'b', litresPerPerson: 0.1 + 0.2 },
      ];
      first.people = 3;
    },
  ],
  [
    'roads that bear no tanker',
    false,
    ({ first, second }) => {
      first.maxTankerLitres = 10;
      second.maxTankerLitres = 0;
    },
  ],
  [
    'no time between places',
    true,
    ({ problem, source, first }) => {
      for (const row of problem.travel.seconds) row.fill(0);
      source.setupSeconds = 0;
      first.setupSeconds = 0;
    },
  ],
  [
    'all at one place',
    true,
    ({ tanker, first }) => {
      tanker.home = 'plant';
      first.place = 'plant';
    },
  ],
  [
    'a day of ten seconds',
    false,
    ({ problem }) => Object.assign(problem.day, { from: 50000, to: 50010 }),
  ],
  [
    'windows that touch',
    true,
    ({ first }) => {
      first.open = [
        [30000, 30400],
        [30400, 30500],
      ];
    },
  ],
  [
    'windows that overlap, out of order',
    true,
    ({ first }) => {
      first.open = [
        [40000, 50000],
        [30000, 45000],
      ];
    },
  ],
  ['a tanker that breaks down', true, ({ tanker }) => void (tanker.out = 30000)],
  ['a tanker that is broken down', false, ({ tanker }) => void (tanker.out = 0)],
  [
    'many who need a few litres',
    true,
    ({ problem }) => {
      problem.points = Array.from({ length: 40 }, (_, i) => ({
        id: `Q${i}`,
        place: i % 2 === 0 ? 'a' : 'b',
        people: 1,
        litresPerMinute: 1000,
        setupSeconds: 0,
      }));
    },
  ],
];

test.each(CASES)('%s', (_, served, change) => {
  const problem = twoVillages();
  const [tanker, source] = [problem.tankers[0], problem.sources[0]];
  const [first, second] = problem.points;
  if (!tanker || !source || !first || !second) throw new Error('the two villages are incomplete');
  change({ problem, tanker, source, first, second });
  expect(parseProblem(problem).ok).toBe(true);
  const previous = solveHere(problem, { iterations: 64 });
  expect(check(problem, previous).faults).toEqual([]);
  expect(previous.routes.length > 0).toBe(served);
  const plan = solveHere(problem, { iterations: 64, previous, now: 35000 });
  expect(check(problem, plan, { previous, now: 35000 }).faults).toEqual([]);
});

test('a kept stop at a source that is no longer in the problem keeps its tanker from new stops', () => {
  const problem = twoVillages();
  const previous = solveHere(problem, { iterations: 64 });
  const fill = previous.routes[0]?.stops.find((stop) => stop.kind === 'fill');
  const now = (fill?.start ?? 0) + 1;
  const without = { ...problem, sources: problem.sources.map((s) => ({ ...s, id: 'S9' })) };
  const plan = solveHere(without, { iterations: 32, previous, now });
  expect(plan.routes[0]?.stops).toEqual(
    previous.routes[0]?.stops.filter((stop) => ('at' in stop ? stop.at < now : stop.start < now)),
  );
});

test('what a tanker began that is no longer in the problem stays in the plan', () => {
  const problem = twoVillages();
  const previous = solveHere(problem, { iterations: 64 });
  const without = {
    ...problem,
    tankers: [{ ...(problem.tankers[0] as Parts['tanker']), id: 'T2' }],
  };
  const now = 40000;
  const plan = solveHere(without, { iterations: 64, previous, now });
  expect(check(without, plan, { previous, now }).faults).toEqual([]);
  expect(plan.routes.map(({ tanker }) => tanker)).toContain('T1');
});
