import { expect, test } from 'vitest';
import { check } from './check/check.ts';
import { generate } from './generate/generate.ts';
import type { Problem, Result } from './problem.ts';
import { InvalidProblem } from './refuse/invalid-problem.ts';
import { type Progress, solve } from './solve.ts';
import { solveHere } from './solve-here.fixture.ts';
import { twoGates } from './two-gates.fixture.ts';

async function solved(problem: Problem): Promise<Result> {
  const result = await solveHere(problem);
  expect(check(problem, result).faults).toEqual([]);
  return result;
}

const peopleOf = ({ activities }: Problem, id: string): number =>
  activities.find((one) => one.id === id)?.people ?? 0;

const startsOf = ({ placements }: Result): Record<string, string> =>
  Object.fromEntries(placements.map(({ activity, start, way }) => [activity, `${start} ${way}`]));

test('three classes: who starts when and by which gate, what it costs, and what is taken', async () => {
  const result = await solve(twoGates());
  expect(check(twoGates(), result).faults).toEqual([]);
  // One class a gate and start; B is for cars. 2-1 and one of 1-1 and 1-2 have theirs; the other waits five minutes.
  expect(startsOf(result)).toEqual({
    '1-1 in': '450 A',
    '1-1 lunch': '690 canteen',
    '1-2 in': '445 A',
    '1-2 lunch': '730 canteen',
    '2-1 in': '455 A',
    '2-1 lunch': '710 canteen',
  });
  expect(result.costs).toEqual({
    waiting: 200 + 1600,
    apart: 15,
    spread: 100,
    changes: 0,
    total: 1915,
  });
  expect(result).toMatchObject({ bound: 1915, overload: 0, conflicts: [], stopped: false });
  expect(result.loads.filter(({ resource }) => resource === 'seats')).toEqual(
    [695, 715, 735].map((from, i) => ({
      resource: 'seats',
      from,
      to: from + 20,
      amount: [40, 50, 40][i],
      capacity: 75,
      over: 0,
      mixed: 0,
    })),
  );
});

test('60 classes, 420 seats, 13 possible starts: proven optimal', async () => {
  const problem = generate(3);
  expect(problem.activities).toHaveLength(60);
  const result = await solved(problem);
  expect(result).toMatchObject({
    overload: 0,
    proven: { overload: true, costs: true },
    stopped: false,
  });
  expect(result.bound).toBe(result.costs.total);
  const most = Math.max(...result.loads.map(({ amount }) => amount));
  expect(most).toBeLessThanOrEqual(420);
  expect(most).toBeGreaterThan(380);
});

test('a change in one class changes few others where changing costs, many where it does not', async () => {
  const problem = generate(3, { classes: 20, seats: 172, starts: 11 });
  const { placements } = await solved(problem);
  const activities = problem.activities.map((one, i) =>
    i === 0 ? { ...one, people: one.people + 12 } : one,
  );
  const changed = { ...problem, activities, previous: placements };
  const free = await solved(changed);
  const kept = await solved({ ...changed, change: 60 });
  expect(free.costs.changes).toBe(0);
  expect(kept.changes.length).toBeLessThanOrEqual(2);
  expect(free.changes.length).toBeGreaterThan(2 * kept.changes.length);
  // What keeping them costs is less than what changing would.
  expect(kept.costs.total).toBeLessThanOrEqual(
    free.costs.total +
      60 * free.changes.reduce((sum, { activity }) => sum + peopleOf(changed, activity), 0),
  );
});

test('of classes that are alike those keep their starts that can, also without a price on change', async () => {
  const problem = twoGates({ together: [], orders: [] });
  const { placements } = await solved(problem);
  const swapped = placements.map((one) => {
    const other = { '1-1': '1-2', '1-2': '1-1' }[one.activity.slice(0, 3)];
    return other ? { ...one, activity: one.activity.replace(/^\S+/, other) } : one;
  });
  expect((await solved({ ...problem, previous: placements })).changes).toEqual([]);
  expect((await solved({ ...problem, previous: swapped })).changes).toEqual([]);
});

test('siblings who must be together are, buses stay, walkers and cars do not meet at a gate for either', async () => {
  const problem = generate(5, { classes: 12, phases: 'day', siblings: 4, seats: 160, starts: 6 });
  const together = (problem.together ?? []).map((pair) => ({ ...pair, most: 5 }));
  const result = await solved({ ...problem, together });
  expect(together.length).toBeGreaterThan(2);
  expect(result.proven.costs).toBe(true);
  expect(result.overload).toBe(0);
  const at = new Map(result.placements.map((one) => [one.activity, one]));
  for (const { id, kind, starts } of problem.activities) {
    if (kind === 'bus') expect([at.get(id)?.start]).toEqual(starts);
  }
  const gates = result.placements.filter(({ way }) => way === 'south gate');
  const kinds = new Map<number, Set<string>>();
  for (const { activity, start } of gates) {
    kinds.set(start, (kinds.get(start) ?? new Set()).add(activity.split(' ').at(-1) ?? ''));
  }
  expect([...kinds.values()].every(({ size }) => size === 1)).toBe(true);
  expect(new Set([...kinds.values()].flatMap((set) => [...set])).size).toBe(2);
});

test('seats that are too few are named, with how many by when they are over; what else is there is not blamed', async () => {
  const problem = generate(4, { classes: 12, seats: 100, starts: 4, stairs: true });
  const result = await solved(problem);
  expect(result.placements).toHaveLength(12);
  const people = problem.activities.reduce((sum, one) => sum + one.people, 0);
  expect(result.conflicts).toEqual([
    {
      because: 'capacity',
      minimal: true,
      resources: [{ resource: 'seats', capacity: 100, activities: 12, amount: people, starts: 4 }],
    },
  ]);
  // All of 20 minutes; two sittings and a half of 100 are there.
  expect(result.overload).toBeGreaterThanOrEqual(20 * people - 50 * 100);
  expect(result.overload).toBe(
    result.loads.reduce((sum, { over, from, to }) => sum + over * (to - from), 0),
  );
});

test('times that contradict each other are named, and only those', async () => {
  const orders = [
    ...(twoGates().orders ?? []),
    { before: '1-1 in', after: '1-2 in', least: 5 },
    { before: '1-2 in', after: '2-1 in', least: 10 },
    { before: '2-1 in', after: '1-1 in', least: -10 },
  ];
  const result = await solved(twoGates({ orders }));
  expect(result.conflicts).toEqual([
    {
      because: 'times',
      activities: ['1-1 in', '1-2 in', '2-1 in'],
      orders: [3, 4, 5],
      together: [],
    },
  ]);
  expect(result.placements).toEqual([]);
  const shut = twoGates().resources.map((one) => ({ ...one, openings: [{ from: 0, to: 300 }] }));
  const closed = await solved(twoGates({ resources: shut }));
  expect(closed.conflicts).toEqual([
    { because: 'closed', activities: twoGates().activities.map(({ id }) => id) },
  ]);
});

test('nothing to be placed', async () => {
  const result = await solved({ resources: [], phases: [], activities: [] });
  expect(result).toMatchObject({ placements: [], bound: 0, stopped: false });
});

test('when its signal aborts, the best so far is the result, and its bounds hold', async () => {
  const problem = generate(1, { even: false, stairs: true });
  const stop = new AbortController();
  const heard: Progress[] = [];
  const result = await solve(problem, {
    seconds: Number.POSITIVE_INFINITY,
    signal: stop.signal,
    onProgress: (progress) => {
      heard.push(progress);
      stop.abort();
    },
  });
  expect(check(problem, result).faults).toEqual([]);
  expect(result.stopped).toBe(true);
  expect(heard[0]?.total).toBeGreaterThanOrEqual(result.costs.total);
  const unsolved = await solve(problem, { signal: AbortSignal.abort() });
  expect(check(problem, unsolved).faults).toEqual([]);
  expect(unsolved.costs.total).toBeGreaterThan(result.costs.total);
  expect((await solve(problem, { seconds: 0 })).stopped).toBe(true);
});

test('a broken problem, broken options and a missing solver are told', async () => {
  await expect(solve(twoGates({ change: -1 }))).rejects.toThrow(InvalidProblem);
  await expect(solve(twoGates(), { seconds: Number.NaN })).rejects.toThrow(RangeError);
  await expect(solve(twoGates(), { wasm: '/nowhere/highs.wasm' })).rejects.toThrow(/wasm/);
});
