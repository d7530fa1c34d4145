import { expect, test } from 'vitest';
import { deliver, fill, home, twoVillages } from '../check/two-villages.fixture.ts';
import type { Plan, Point, Problem, Tanker } from '../water-day.ts';
import { hardshipBound } from './bound.ts';

/** Home, source and villages, 600 s from each other; one tier of 10 litres a person. */
function small(
  points: Partial<Point>[],
  tankers: Partial<Tanker>[],
  litresPerDay?: number,
): Problem {
  const places = ['home', 'source', ...points.map((_, p) => `v${p}`)];
  const table = places.map((_, a) => places.map((__, b) => (a === b ? 0 : 600)));
  return {
    format: 'water-day/1',
    name: 'small',
    day: { date: '2022-11-10', from: 20_000, to: 60_000 },
    places: places.map((id) => ({ id, name: id, lon: 113, lat: 27.5 })),
    travel: { seconds: table, metres: table },
    tiers: [{ name: 'only', litresPerPerson: 10 }],
    tankers: tankers.map((tanker, r) => ({
      id: `t${r}`,
      home: 'home',
      litres: 1000,
      from: 20_000,
      to: 60_000,
      ...tanker,
    })),
    sources: [
      {
        id: 's',
        place: 'source',
        bays: 1,
        litresPerMinute: 600,
        setupSeconds: 300,
        open: [[20_000, 60_000]],
        ...(litresPerDay === undefined ? {} : { litresPerDay }),
      },
    ],
    points: points.map((point, p) => ({
      id: `p${p}`,
      place: `v${p}`,
      people: 200,
      litresPerMinute: 60,
      setupSeconds: 300,
      ...point,
    })),
  };
}

/** The most litres that one tanker can bring to one village, by trying every number of fills. */
function mostLitres(seconds: number, litres: number): number {
  let most = 0;
  for (let fills = 1; fills < 40; fills += 1) {
    // Out, each load there, all but the last back; then home.
    const driving = 600 * (2 * fills + 1);
    const pumping = seconds - driving - 600 * fills;
    most = Math.max(most, Math.min(fills * litres, pumping / (0.1 + 1)));
  }
  return most;
}

function expectJustBelow([bound = 0]: number[], least: number): void {
  expect(bound).toBeLessThanOrEqual(least);
  expect(bound).toBeGreaterThan(0.995 * least);
}

test('a source that gives half of what is needed', () => {
  expectJustBelow(hardshipBound(small([{}], [{}], 1000)), 200 * 0.25);
});

test('water that is too little is shared out evenly', () => {
  const problem = small([{}, {}, {}, { people: 400 }], [{}, {}, {}], 5000);
  expectJustBelow(hardshipBound(problem), 1000 * 0.25);
});

test('and by weight: short in inverse proportion to it', () => {
  // Shorts of a and a / 3 leave 2,000 litres of 4,000: a = 3 / 4.
  const problem = small([{}, { weight: 3 }], [{}, {}], 2000);
  expectJustBelow(hardshipBound(problem), 200 * 0.75 ** 2 + 600 * 0.25 ** 2);
});

/** What was got of 20,000 litres for 2,000 people at this hardship. */
const gotAt = (hardship: number) => 20_000 * (1 - Math.sqrt(hardship / 2000));

test.each([
  [6000, 1000],
  [9000, 1000],
  [12_000, 1000],
  [14_000, 1500],
  [25_000, 4000],
])('one tanker, one village, %d seconds, %d litres a load', (seconds, litres) => {
  const problem = small([{ people: 2000 }], [{ litres, to: 20_000 + seconds }]);
  const most = mostLitres(seconds, litres);
  const got = gotAt(hardshipBound(problem)[0] ?? 0);
  expect(got).toBeGreaterThanOrEqual(most);
  expect(got).toBeLessThan(1.025 * most);
});

test('as many tankers, as many times the litres', () => {
  const tankers = [{ to: 32_000 }, { to: 32_000 }, { to: 32_000 }];
  const most = 3 * mostLitres(12_000, 1000);
  const got = gotAt(hardshipBound(small([{ people: 2000 }], tankers))[0] ?? 0);
  expect(got).toBeGreaterThanOrEqual(most);
  expect(got).toBeLessThan(1.025 * most);
});

test('a bay that is always taken', () => {
  const problem = small(
    [{ people: 2000 }],
    Array.from({ length: 40 }, () => ({})),
  );
  for (const source of problem.sources) source.litresPerMinute = 20;
  // A full load takes 3,300 s; the first tanker is there at 20,600, and must have left by 59,400.
  const most = (59_400 - 20_600) / 3.3;
  const got = gotAt(hardshipBound(problem)[0] ?? 0);
  expect(got).toBeGreaterThanOrEqual(Math.floor(most / 1000) * 1000);
  expect(got).toBeLessThan(1.025 * most);
});

test('villages that nobody may go to, or can reach, get nothing', () => {
  const problem = small([{ maxTankerLitres: 500 }, {}, { open: [[20_000, 21_500]] }], [{}]);
  for (const row of problem.travel.seconds) row[3] = row[3] === 0 ? 0 : null;
  expect(hardshipBound(problem)[0]).toBeCloseTo(600, 9);
});

test('a village tank is dry until the first tanker can have been there', () => {
  const storage = { litres: 3000, level: 0 };
  const problem = small(
    [{ storage }],
    Array.from({ length: 9 }, () => ({})),
  );
  // 600 + 300 + 1 s of a fill at least, 600 s, 300 + 1 s: of 40,000 s.
  expect(hardshipBound(problem)[0]).toBeCloseTo(200 * (1802 / 40_000) ** 2, 9);
});

test('a detour by another village can be quicker than the way', () => {
  const problem = small([{ storage: { litres: 3000, level: 0 } }, { setupSeconds: 0 }], [{}]);
  const way = problem.travel.seconds[1] as number[];
  way[2] = 5000;
  const slow = hardshipBound(problem)[0] ?? 0;
  expect(slow).toBeLessThan(200 * (2500 / 40_000) ** 2);
});

test('rests take their time', () => {
  const rested = small([{ people: 2000 }], [{ to: 40_000, rest: { every: 5000, seconds: 5000 } }]);
  const free = small([{ people: 2000 }], [{ to: 40_000 }]);
  const half = small([{ people: 2000 }], [{ to: 30_000 }]);
  expect(hardshipBound(rested)[0]).toBeGreaterThan(hardshipBound(free)[0] ?? 0);
  expect(hardshipBound(rested)[0]).toBeLessThanOrEqual(1.001 * (hardshipBound(half)[0] ?? 0));
});

test('what a tanker is loaded with needs no source', () => {
  const problem = small([{}], [{ loaded: 500 }]);
  problem.sources = [];
  const [bound = 0] = hardshipBound(problem);
  expect(bound).toBeLessThanOrEqual(200 * 0.75 ** 2);
  expect(bound).toBeGreaterThan(0.98 * 200 * 0.75 ** 2);
});

test('nobody, nothing, no time', () => {
  expect(hardshipBound({ ...small([], []), tiers: [] })).toEqual([]);
  expect(hardshipBound(small([], [{}]))).toEqual([0]);
  expect(hardshipBound(small([{ people: 0 }], [{}]))).toEqual([0]);
  expect(hardshipBound(small([{}], []))).toEqual([200]);
  expect(hardshipBound(small([{}], [{ litres: 0 }]))[0]).toBeCloseTo(200, 1);
  expect(hardshipBound(small([{}], [{ to: 20_100 }]))).toEqual([200]);
});

test('two villages: each tier by itself', () => {
  const problem = twoVillages();
  const before = structuredClone(problem);
  expect(hardshipBound(problem).map((bound) => bound < 1e-3)).toEqual([true, true]);
  expect(problem).toEqual(before);
});

test('planning again: a tanker that is out brings nothing more, what it brought counts', () => {
  const problem = small([{}], [{ out: 30_000 }]);
  const stops = [
    home(20_000),
    fill('s', 20_600, 20_600, 20_980, 800),
    deliver('p0', 21_580, 21_580, 22_680, 800),
    fill('s', 31_000, 31_000, 31_380, 800),
    deliver('p0', 31_980, 31_980, 33_080, 800),
    home(33_680),
  ];
  const previous: Plan = {
    format: 'water-day-plan/1',
    problem: 'small',
    routes: [{ tanker: 't0', stops }],
    score: { tiers: [{ name: 'only', hardship: 0, worst: 0, people: 0 }], metres: 0, changed: 0 },
    short: [],
  };
  expect(hardshipBound(problem, { previous, now: 30_000 })[0]).toBeCloseTo(200 * 0.6 ** 2, 9);
  const fit = small([{}], [{}]);
  expect(hardshipBound(fit, { previous, now: 30_000 })[0]).toBe(0);
  expect(hardshipBound(fit, { previous, now: 59_000 })[0]).toBeCloseTo(200 * 0.2 ** 2, 9);
});
