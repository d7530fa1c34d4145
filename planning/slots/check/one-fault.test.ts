import { expect, test } from 'vitest';
import type { Conflict, Placement, Problem, Result, Short } from '../problem.ts';
import { problemFaults } from '../refuse/problem-faults.ts';
import { solveHere } from '../solve-here.fixture.ts';
import { twoGates } from '../two-gates.fixture.ts';
import { check } from './check.ts';
import type { CheckCode } from './fault.ts';

/** What is done to a good result, and to the problem where the result alone cannot show it. */
type Spoil = (result: Result, problem: Problem) => unknown;
type Case = [code: CheckCode, at: string, spoil: Spoil];

const before = [{ activity: '1-1 in', start: 460, way: 'B' }];
const problem = twoGates({ previous: before, change: 1 });
const small = twoGates({
  resources: twoGates().resources.map((one) => ({ ...one, capacity: 45 })),
});
const crossed = twoGates({
  orders: [
    { before: '1-1 in', after: '1-2 in', least: 5 },
    { before: '1-2 in', after: '1-1 in', least: 5 },
  ],
});
const good = {
  possible: [problem, await solveHere(problem)],
  'too small': [small, await solveHere(small)],
  crossed: [crossed, await solveHere(crossed)],
} as const;

const placed = (result: Result, i = 0): Placement => result.placements[i] as Placement;
const moved = (result: Result, i: number, start: number): void => {
  const own = placed(result, i);
  const by = start - own.start;
  own.start = start;
  own.uses = own.uses.map((use) => ({ ...use, from: use.from + by, to: use.to + by }));
};
const shortOf = ({ conflicts: [conflict] }: Result): Short =>
  (conflict as Extract<Conflict, { because: 'capacity' }>).resources[0] as Short;

const cases: [of: keyof typeof good, ...Case][] = [
  ['possible', 'wrong-placements', '/placements', ({ placements }) => placements.pop()],
  ['possible', 'wrong-placements', '/placements', ({ placements }) => placements.reverse()],
  [
    'crossed',
    'wrong-placements',
    '/placements',
    (r) => r.placements.push(placed(good.possible[1])),
  ],
  ['possible', 'unknown-start', '/placements/0/start', (r) => moved(r, 0, 451)],
  ['possible', 'unknown-way', '/placements/0/way', (r) => (placed(r).way = 'C')],
  ['possible', 'wrong-uses', '/placements/0/uses', (r) => placed(r).uses.pop()],
  [
    'possible',
    'wrong-uses',
    '/placements/0/uses',
    (r) => Object.assign(placed(r).uses[0] ?? {}, { amount: 1 }),
  ],
  ['possible', 'closed', '/placements/0', (r) => (placed(r).way = 'B')],
  [
    'possible',
    'order-broken',
    '/placements',
    (_, p) => Object.assign(p.orders?.[0] ?? {}, { least: 500 }),
  ],
  [
    'possible',
    'order-broken',
    '/placements',
    (_, p) => Object.assign(p.orders?.[0] ?? {}, { least: 0, most: 1 }),
  ],
  [
    'possible',
    'together-broken',
    '/placements',
    (_, p) => Object.assign(p.together?.[0] ?? {}, { most: 0 }),
  ],
  ['possible', 'wrong-loads', '/loads', (r) => r.loads.pop()],
  ['possible', 'wrong-loads', '/loads', (r) => Object.assign(r.loads[0] ?? {}, { amount: 39 })],
  ['possible', 'wrong-loads', '/loads', (r) => Object.assign(r.loads[0] ?? {}, { to: 480 })],
  ['possible', 'wrong-overload', '/overload', (r) => moved(r, 1, placed(r, 5).start)],
  ['too small', 'wrong-overload', '/overload', (r) => (r.overload += 1)],
  ['possible', 'wrong-costs', '/costs/waiting', (r) => (r.costs.waiting += 5)],
  ['possible', 'wrong-costs', '/costs/apart', (r) => (r.costs.apart = 0)],
  ['possible', 'wrong-costs', '/costs/spread', (r) => (r.costs.spread += 10)],
  ['possible', 'wrong-costs', '/costs/changes', (r) => (r.costs.changes = 0)],
  ['possible', 'wrong-costs', '/costs/total', (r) => (r.costs.total += 1)],
  ['possible', 'bound-above', '/bound', (r) => (r.bound += 1)],
  ['too small', 'bound-above', '/overloadBound', (r) => (r.overloadBound += 1)],
  ['possible', 'wrong-proven', '/proven', (r) => (r.bound -= 1)],
  ['too small', 'wrong-proven', '/proven', (r) => (r.proven.overload = false)],
  ['possible', 'wrong-changes', '/changes', (r) => r.changes.pop()],
  [
    'possible',
    'wrong-changes',
    '/changes',
    (_, p) => Object.assign(p.previous?.[0] ?? {}, { way: 'A' }),
  ],
  ['possible', 'wrong-stopped', '/stopped', (r) => (r.stopped = true)],
  ['too small', 'wrong-stopped', '/stopped', (r) => r.conflicts.pop()],
  [
    'possible',
    'wrong-conflicts',
    '/conflicts/0',
    (r) => r.conflicts.push(...good['too small'][1].conflicts),
  ],
  [
    'possible',
    'wrong-conflicts',
    '/conflicts',
    (_, p) => Object.assign(p.resources[0] ?? {}, { openings: [] }),
  ],
  ['too small', 'wrong-conflicts', '/conflicts/0', (r) => (shortOf(r).activities += 1)],
  ['too small', 'wrong-conflicts', '/conflicts/0', (r) => (shortOf(r).amount -= 1)],
  ['too small', 'wrong-conflicts', '/conflicts/0', (r) => (shortOf(r).starts += 1)],
  ['too small', 'wrong-conflicts', '/conflicts/0', (r) => (shortOf(r).capacity += 1)],
  [
    'crossed',
    'wrong-conflicts',
    '/conflicts/0',
    (_, p) => Object.assign(p.orders?.[1] ?? {}, { least: -5 }),
  ],
  [
    'crossed',
    'wrong-conflicts',
    '/conflicts/0',
    (r) => Object.assign(r.conflicts[0] ?? {}, { together: [0] }),
  ],
  [
    'crossed',
    'wrong-conflicts',
    '/conflicts/0',
    (r) => Object.assign(r.conflicts[0] ?? {}, { activities: [] }),
  ],
];

test('the results that are spoiled are good', () => {
  for (const [of, result] of Object.values(good)) expect(check(of, result).faults).toEqual([]);
  expect(good.possible[1].changes).toHaveLength(1);
  expect(good['too small'][1].conflicts).toHaveLength(1);
  expect(good.crossed[1].conflicts).toHaveLength(1);
});

test.each(cases.map((one, i) => [i + 1, ...one] as const))(
  'result %i, %s, is refused for %s',
  (_, of, code, at, spoil) => {
    const own = structuredClone(good[of][0]);
    const result = structuredClone(good[of][1]);
    spoil(result, own);
    expect(problemFaults(own)).toEqual([]);

    const { ok, faults } = check(own, result);

    const found = faults.find((fault) => fault.code === code && fault.at === at);
    expect(faults.map((fault) => `${fault.code} ${fault.at}`)).toContain(`${code} ${at}`);
    expect(ok).toBe(false);
    expect(found?.say['zh-CN']).toMatch(/\p{Script=Han}/u);
    expect(found?.say.en).not.toMatch(/\p{Script=Han}|undefined|NaN/u);
  },
);

test('every code has a result that is refused for it', () => {
  expect(new Set(cases.map(([, code]) => code)).size).toBe(15);
});
