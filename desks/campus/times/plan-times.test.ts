import { check } from '@liangbuwu/slots/check/check.ts';
import type { Result } from '@liangbuwu/slots/problem.ts';
import { problemFaults } from '@liangbuwu/slots/refuse/problem-faults.ts';
import { solve } from '@liangbuwu/slots/solve.ts';
import { beforeAll, expect, test } from 'vitest';
import type { SchoolDay } from './day.ts';
import { dayFaults } from './day-faults.ts';
import { readPart, timesProblem } from './plan-times.ts';

const prices = { spread: 1, siblings: 10, change: 30 };
const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const [a, b, c] = [uuid(1), uuid(2), uuid(3)];
const [south, north, stair, bus, lunch] = [uuid(11), uuid(12), uuid(13), uuid(14), uuid(15)];
const names = new Map([
  [a, '1班'],
  [b, '2班'],
  [c, '3班'],
]);

/** Three classes: the south gate takes one at a time, the canteen two, the stair two. */
function day(): SchoolDay {
  const one = (id: string, more: Partial<SchoolDay['classes'][number]> = {}) => ({
    class: id,
    people: 40,
    boarders: 0,
    cars: 0,
    rides: [],
    stair,
    home: false,
    ...more,
  });
  const starts = { first: 450, last: 470, step: 5, usual: 450 };
  return {
    gates: [
      { id: south, name: '南门', perMinute: 8, modes: ['walk'], open: [{ from: 440, to: 1100 }] },
      {
        id: north,
        name: '北门',
        perMinute: 8,
        modes: ['car', 'bus'],
        open: [{ from: 440, to: 1100 }],
      },
    ],
    stairs: [{ id: stair, name: '楼梯', perMinute: 16 }],
    canteen: { seats: 80, minutes: 20, walk: 5, counters: 4, perCounter: 4 },
    arrival: starts,
    meals: [
      {
        id: lunch,
        name: '午餐',
        eats: 'all',
        starts: { ...starts, first: 700, last: 740, step: 20 },
      },
    ],
    dismissal: { ...starts, first: 1000, last: 1020, usual: null },
    buses: [{ id: bus, name: '1号车', gate: north, arrives: 450, leaves: 1010 }],
    classes: [
      one(a, { cars: 5, rides: [{ bus, people: 8 }] }),
      one(b, { cars: 5 }),
      one(c, { cars: 5 }),
    ],
    siblings: [{ classes: [a, b], children: 3, by: 'car' }],
    invented: true,
  };
}

const problem = timesProblem(day(), prices);
let result: Result;
beforeAll(async () => {
  result = await solve(problem, { seconds: Infinity });
});

test('everything has its place, proven, and the checker agrees', () => {
  expect(problemFaults(problem)).toEqual([]);
  expect(dayFaults(day(), names)).toEqual([]);
  expect(result).toMatchObject({ overload: 0, conflicts: [], proven: { costs: true } });
  expect(check(problem, result).faults).toEqual([]);
  const start = (phase: string, of: string, mode: string) =>
    result.placements.find(({ activity }) => activity === `${phase} ${mode} ${of}`)?.start;
  // The gate takes 40 in five minutes: 27, 35 and 35 walkers are three times.
  const walk = [a, b, c].map((of) => start('arrival', of, 'walk'));
  expect(new Set(walk).size).toBe(3);
  // Cars wait for the bus at the same gate, which comes when it comes; siblings in cars come together.
  expect(start('arrival', bus, 'bus')).toBe(450);
  expect(start('arrival', a, 'car')).toBe(start('arrival', b, 'car'));
  expect(start('arrival', a, 'car')).not.toBe(450);
  // A bus that leaves at 1010 is walked to ten minutes before.
  expect(start('dismissal', bus, 'bus')).toBe(1000);
});

const startOf = (activity: string) =>
  result.placements.find((one) => one.activity === activity)?.start ?? 0;

/** The solved day with one activity at another start: where it is too full then, and what it costs. */
async function planted(activity: string, to: number) {
  const activities = problem.activities.map((one, i) => {
    const { start, way } = result.placements[i] ?? { start: 0, way: '' };
    const ways = one.ways.filter(({ id }) => id === way);
    const { preferred: _, ...rest } = one;
    return { ...rest, ways, starts: [one.id === activity ? to : start] };
  });
  // Nothing is left to choose: the first timetable is the only one.
  const { loads, costs } = await solve({ ...problem, activities }, { seconds: 0 });
  const full = loads.filter(({ over, mixed }) => over > 0 || mixed > 0);
  return { full: [...new Set(full.map(({ resource }) => resource))], costs };
}

test('each rule bites where it is broken, and only there', async () => {
  const walk = `arrival walk ${a}`;
  expect(await planted(walk, startOf(walk))).toMatchObject({ full: [], costs: { apart: 0 } });
  expect((await planted(walk, startOf(`arrival walk ${b}`))).full).toEqual([south]);
  expect((await planted(`arrival car ${c}`, 450)).full).toEqual([north]);
  const meals = [a, b, c].map((of) => startOf(`${lunch} meal ${of}`));
  const crowded = meals.find((at) => meals.filter((one) => one === at).length === 2) ?? 0;
  const alone = [a, b, c].find((of) => startOf(`${lunch} meal ${of}`) !== crowded);
  expect((await planted(`${lunch} meal ${alone}`, crowded)).full).toEqual([
    stair,
    'seats',
    'counters',
  ]);
  const car = `arrival car ${a}`;
  const apart = await planted(car, startOf(car) + 5);
  expect(apart.costs.apart).toBe(3 * 5 * prices.siblings);
});

test('a bus has no other time, and its gate must be open then', async () => {
  const placements = result.placements.map((one) =>
    one.activity === `arrival bus ${bus}` ? { ...one, start: 455 } : one,
  );
  const told = check(problem, { ...result, placements }).faults;
  expect(told.some(({ at }) => at.startsWith('/placements'))).toBe(true);
  const closed = day();
  closed.gates = closed.gates.map((gate) => ({ ...gate, open: [{ from: 455, to: 1100 }] }));
  const { conflicts } = await solve(timesProblem(closed, prices), { seconds: Infinity });
  expect(conflicts).toEqual([{ because: 'closed', activities: [`arrival bus ${bus}`] }]);
});

test('who is fewer than all: boarders eat and do not come, a class at home does neither, big classes pass longer', () => {
  const other = day();
  other.meals = other.meals.map((meal) => ({ ...meal, eats: 'boarders' as const }));
  other.classes = other.classes.map((one, i) =>
    i === 0 ? { ...one, rides: [], cars: 0, boarders: 40 } : { ...one, home: i === 1, people: 100 },
  );
  const { activities, resources } = timesProblem({ ...other, siblings: [] }, prices);
  expect(
    activities.map(({ id, people }) => {
      const { phase, of, mode } = readPart(id);
      return [phase, of, mode, people];
    }),
  ).toEqual([
    ['arrival', c, 'walk', 95],
    ['arrival', c, 'car', 5],
    ['dismissal', c, 'walk', 95],
    ['dismissal', c, 'car', 5],
    [lunch, a, 'meal', 40],
  ]);
  // 95 at 8 a minute are 12 minutes, and never more at once than the gate has.
  const [gate] = activities[0]?.ways[0]?.uses ?? [];
  expect(gate).toEqual({ resource: south, offset: 0, minutes: 12, amount: 40 });
  expect(gate?.amount).toBeLessThanOrEqual(resources[0]?.capacity ?? 0);
});

test('one class more in it: those who can keep their times', async () => {
  const bigger = day();
  const [, , third] = bigger.classes;
  if (third) third.people = 38;
  const again = timesProblem(bigger, prices, result.placements);
  const { changes, proven } = await solve(again, { seconds: Infinity });
  expect([changes, proven.costs]).toEqual([[], true]);
});

test.each<[string, (day: SchoolDay) => void]>([
  ['more-than-all', ({ classes }) => Object.assign(classes[1] ?? {}, { boarders: 36 })],
  ['no-gate-for-it', ({ gates }) => Object.assign(gates[0] ?? {}, { modes: ['bus'] })],
  ['gate-takes-no-bus', ({ gates }) => Object.assign(gates[1] ?? {}, { modes: ['car'] })],
  ['hours-overlap', ({ gates }) => gates[0]?.open.push({ from: 500, to: 600 })],
  ['starts-wrong', ({ arrival }) => Object.assign(arrival, { last: 440 })],
  ['no-canteen', (of) => Object.assign(of, { canteen: null })],
  ['name-missing', ({ stairs }) => Object.assign(stairs[0] ?? {}, { name: ' ' })],
  ['gate-takes-nobody', ({ gates }) => Object.assign(gates[1] ?? {}, { modes: [] })],
  ['name-twice', ({ gates }) => Object.assign(gates[1] ?? {}, { name: '南门' })],
  ['stair-or-bus-gone', ({ stairs }) => stairs.pop()],
  ['class-unknown', ({ classes }) => Object.assign(classes[1] ?? {}, { class: uuid(9) })],
  [
    'siblings-of-one-class',
    ({ siblings }) => Object.assign(siblings[0] ?? {}, { classes: [a, a] }),
  ],
  ['siblings-not-so', ({ classes }) => Object.assign(classes[1] ?? {}, { cars: 0 })],
  [
    'bus-too-full',
    ({ classes }) =>
      Object.assign(classes[0] ?? {}, { people: 200, rides: [{ bus, people: 150 }] }),
  ],
])('what contradicts itself is said: %s', (code, spoil) => {
  const broken = day();
  spoil(broken);
  expect(dayFaults(broken, names).map((fault) => fault.code)).toContain(code);
});
