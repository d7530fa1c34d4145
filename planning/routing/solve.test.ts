import { expect, test } from 'vitest';
import type { Progress } from './call.ts';
import { check } from './check/check.ts';
import { randomProblem } from './check/random-problem.fixture.ts';
import { checkUnserved } from './check/unserved.ts';
import { NEVER, NO_WAY, type Problem, type Route, type Solution } from './problem.ts';
import { InvalidProblem } from './refuse/invalid-problem.ts';
import { solve } from './solve.ts';
import { solveHere } from './solve-here.ts';
import { town } from './town.fixture.ts';

/** What a solution says but for how long it took. */
function plan({ seconds: _, ...rest }: Solution) {
  return rest;
}

function expectGood(problem: Problem, solution: Solution): void {
  expect(check(problem, solution).faults).toEqual([]);
  expect(checkUnserved(problem, solution)).toEqual([]);
}

const visited = (routes: readonly Route[]) =>
  routes.flatMap(({ visits }) =>
    visits.flatMap((visit) => ('client' in visit ? [visit.client] : [])),
  );

test.each([1, 2, 3])(
  'with %i workers the same seed and iterations give the same solution',
  async (workers) => {
    const problem = town(60);
    const options = { iterations: 1200, workers, seed: 5 };
    const once = await solve(problem, options);
    const again = await solve(problem, options);
    expect(plan(again)).toEqual(plan(once));
    expect(once.iterations).toBeGreaterThanOrEqual(1200 * workers);
    expectGood(problem, once);
  },
);

test('a divided search is repeatable too', async () => {
  const problem = town(300, 2);
  const options = { iterations: 2000, workers: 2 };
  const once = await solve(problem, options);
  expect(plan(await solve(problem, options))).toEqual(plan(once));
  expect(check(problem, once).faults).toEqual([]);
});

test('another seed takes another way', () => {
  const problem = town(80);
  const [one, other] = [1, 2].map((seed) => solveHere(problem, { iterations: 128, seed }));
  expect(one?.routes).not.toEqual(other?.routes);
});

test('in the calling thread is the same as with one worker', async () => {
  const problem = town(40);
  const here = solveHere(problem, { iterations: 500, seed: 9 });
  const there = await solve(problem, { iterations: 500, seed: 9, workers: 1 });
  expect(plan(here)).toEqual(plan(there));
});

test('a problem with everything is solved by several workers', async () => {
  for (const seed of [3, 14, 15, 92]) {
    const problem = randomProblem(seed);
    expectGood(problem, await solve(problem, { iterations: 300, workers: 3 }));
  }
});

test.each([1, 2])(
  'when its signal aborts, the best so far is the solution, with %i workers',
  async (workers) => {
    const problem = town(100);
    const stop = new AbortController();
    const solving = solve(problem, {
      seconds: 3600,
      workers,
      signal: stop.signal,
      onProgress: () => setTimeout(() => stop.abort(), 50),
    });
    const solution = await solving;
    expectGood(problem, solution);
    expect(solution.missing).toBe(0);
    expect(solution.iterations).toBeGreaterThan(0);
  },
);

test('a signal that has aborted already leaves the first plan', async () => {
  const problem = town(100);
  expectGood(problem, await solve(problem, { signal: AbortSignal.abort() }));
});

test('in the calling thread, stop ends the search', () => {
  const problem = town(50);
  let asked = 0;
  const solution = solveHere(problem, {
    seconds: 3600,
    stop: () => {
      asked += 1;
      return asked > 20;
    },
  });
  expectGood(problem, solution);
});

test('without any time there is a plan all the same', async () => {
  const problem = town(30);
  const none = await solve(problem, { seconds: 0 });
  expectGood(problem, none);
  expect(none.missing).toBe(0);
  expect(none.iterations).toBe(0);
});

test.each([1, 2])('progress never gets worse, with %i workers', async (workers) => {
  const heard: Progress[] = [];
  const problem = town(150, 3);
  const solution = await solve(problem, {
    iterations: 40_000,
    workers,
    onProgress: (progress) => heard.push(progress),
  });
  expect(heard.length).toBeGreaterThan(0);
  const last = { missing: solution.missing, cost: solution.cost };
  for (const [i, { missing, cost, seconds }] of heard.entries()) {
    const next = heard[i + 1] ?? { ...last, seconds };
    expect([missing, cost] >= [next.missing, next.cost] || missing > next.missing).toBe(true);
    if (missing === next.missing) expect(cost).toBeGreaterThanOrEqual(next.cost);
    expect(next.seconds).toBeGreaterThanOrEqual(seconds);
  }
});

test('nobody to visit, nothing to do', async () => {
  const problem = town(0);
  const solution = await solve(problem, { iterations: 100 });
  expect(solution).toMatchObject({ routes: [], unserved: [], cost: 0, missing: 0 });
  expect(plan(solveHere(problem, { seconds: 60 }))).toMatchObject({ routes: [], cost: 0 });
});

test('one client is visited by one vehicle', async () => {
  const problem = town(1);
  const solution = await solve(problem, { iterations: 100 });
  expect(solution.routes).toEqual([{ vehicle: 0, visits: [{ client: 0 }] }]);
  expectGood(problem, solution);
});

test('who is too big for every vehicle is left out for capacity', () => {
  const problem = town(12, 1, (client, i) => (i === 7 ? { ...client, demand: 41 } : client));
  const solution = solveHere(problem, { iterations: 300 });
  expect(solution.unserved).toEqual([{ client: 7, because: 'capacity' }]);
  expect(solution.missing).toBe(1);
  expectGood(problem, solution);
});

test('who is on no road is left out for that', () => {
  const problem = town(12);
  const [{ distances }] = problem.profiles as [{ distances: Int32Array }];
  for (let i = 0; i < problem.places; i += 1) {
    if (i !== 5) distances[i * problem.places + 5] = NO_WAY;
  }
  const solution = solveHere(problem, { iterations: 300 });
  expect(solution.unserved).toEqual([{ client: 4, because: 'no-way' }]);
  expectGood(problem, solution);
});

test('prizes that are too small are left, and what a visit would cost more is told', () => {
  const problem = town(10, 1, (client) => ({ ...client, prize: 1 }));
  const solution = solveHere(problem, { iterations: 300 });
  expect(solution).toMatchObject({ routes: [], cost: 10, missing: 0 });
  expect(solution.unserved.every(({ because, excess }) => because === 'prize' && excess! > 0)).toBe(
    true,
  );
  expectGood(problem, solution);
});

test('a fleet without a vehicle that fits leaves everybody out', () => {
  const problem = town(6, 1, (client) => client, { capacity: 0 });
  const solution = solveHere(problem, { iterations: 100 });
  expect(solution).toMatchObject({ routes: [], cost: 0, missing: 6 });
  expectGood(problem, solution);
});

test('types of which there is no vehicle stay at home', () => {
  const problem = town(15);
  problem.vehicles = [{ count: 0 }, ...problem.vehicles];
  const solution = solveHere(problem, { iterations: 300 });
  expect(solution.routes.every(({ vehicle }) => vehicle === 1)).toBe(true);
  expectGood(problem, solution);
});

test('a day that is pinned from beginning to end is left as it is', () => {
  const problem = town(16);
  const pinned = solveHere(problem, { iterations: 300 }).routes.map(({ vehicle, visits }) => ({
    vehicle,
    visits: visits.toReversed(),
  }));
  const solution = solveHere({ ...problem, pinned }, { iterations: 300 });
  const text = (routes: Route[]) => routes.map((route) => JSON.stringify(route)).sort();
  expect(text(solution.routes)).toEqual(text(pinned));
  expectGood({ ...problem, pinned }, solution);
});

test('what follows a pinned beginning is free', () => {
  const problem = town(20);
  const pinned = [{ vehicle: 0, visits: [{ client: 3 }, { client: 11 }] }];
  const solution = solveHere({ ...problem, pinned }, { iterations: 500 });
  const begun = solution.routes.filter(
    ({ visits: [first, second] }) =>
      JSON.stringify([first, second]) === JSON.stringify(pinned[0]?.visits),
  );
  expect(begun).toHaveLength(1);
  expect(solution.missing).toBe(0);
  expectGood({ ...problem, pinned }, solution);
});

test('a search never ends worse than it began', async () => {
  const problem = town(70, 4);
  const { routes, cost } = solveHere(problem, { iterations: 6000 });
  for (const iterations of [0, 64, 500]) {
    const again = await solve(problem, { iterations, workers: 2, seed: 3, start: routes });
    expect(again.missing).toBe(0);
    expect(again.cost).toBeLessThanOrEqual(cost);
  }
});

test('of a beginning that is not possible, what is possible is used', () => {
  const problem = town(12);
  const all = Array.from({ length: 12 }, (_, client) => ({ client }));
  const start = [{ vehicle: 0, visits: [{ reload: 0 }, ...all, { reload: 0 }] }];
  expectGood(problem, solveHere(problem, { iterations: 0, start }));
});

test('an earlier plan with reloads that no vehicle may make is no obstacle', () => {
  const problem = town(12);
  const visits = [{ reload: 0 }, { client: 2 }, { reload: 0 }, { reload: 0 }, { client: 3 }];
  const previous = { routes: [{ vehicle: 0, visits }], price: 5 };
  expectGood({ ...problem, previous }, solveHere({ ...problem, previous }, { iterations: 200 }));
});

test('where changes have a price, what would be as good unchanged stays', () => {
  const problem = town(40, 6);
  const before = solveHere(problem, { iterations: 8000 });
  const previous = { routes: before.routes, price: 30 };
  const dropped = visited(before.routes)[0] as number;
  const clients = problem.clients.map((client, i) =>
    i === dropped ? { ...client, prize: 0 } : client,
  );
  const next = { ...problem, clients, previous };
  const after = solveHere(next, { iterations: 2000 });
  expectGood(next, after);
  const touched = before.routes.findIndex((route) => visited([route]).includes(dropped));
  const text = after.routes.map(({ visits }) => JSON.stringify(visits));
  const kept = before.routes.filter(({ visits }) => text.includes(JSON.stringify(visits)));
  expect(kept.length).toBeGreaterThanOrEqual(before.routes.length - 1);
  expect(kept).not.toContain(before.routes[touched]);
});

test('the same problem with its own plan as the earlier one stays as it is', () => {
  const problem = town(25, 8);
  const before = solveHere(problem, { iterations: 3000 });
  const previous = { routes: before.routes, price: 1000 };
  const after = solveHere({ ...problem, previous }, { iterations: 2000, seed: 4 });
  expect(after.cost).toBe(before.cost);
  expect(new Set(after.routes)).toEqual(new Set(before.routes));
});

test('who is released after everybody else of a trip must be served is not put into it', () => {
  const problem = randomProblem(775);
  expectGood(problem, solveHere(problem, { iterations: 300, seed: 775 }));
});

test('ways that are longer back than there', () => {
  const problem = town(30);
  const [{ distances }] = problem.profiles as [{ distances: Int32Array }];
  const { places } = problem;
  for (let i = 0; i < places; i += 1) {
    for (let j = 0; j < i; j += 1)
      distances[i * places + j] = 3000 - (distances[i * places + j] ?? 0);
  }
  expectGood(problem, solveHere(problem, { iterations: 1000 }));
});

test('numbers near the limits add up exactly', () => {
  const places = 5;
  const far = Math.floor((2 ** 31 - 1) / 8);
  const distances = new Int32Array(places * places).fill(far);
  const durations = new Int32Array(places * places).fill(1);
  const problem: Problem = {
    places,
    profiles: [{ distances, durations }],
    depots: [{ place: 0, latest: NEVER }],
    clients: Array.from({ length: 4 }, (_, i) => ({
      place: i + 1,
      demand: 2 ** 28,
      latest: NEVER,
      prize: i === 3 ? NEVER : 1,
    })),
    vehicles: [{ count: 4, capacity: NEVER, fixedCost: NEVER, distanceCost: 1000, latest: NEVER }],
  };
  const solution = solveHere(problem, { iterations: 300 });
  expectGood(problem, solution);
  const must: Problem = {
    ...problem,
    clients: problem.clients.map(({ prize: _, ...client }) => client),
  };
  const all = solveHere(must, { iterations: 300 });
  expectGood(must, all);
  expect(all.missing).toBe(0);
  expect(all.cost).toBe(NEVER + 5 * far * 1000);
});

test.each([
  { seconds: -1 },
  { seconds: Number.NaN },
  { iterations: 0.5 },
  { iterations: -1 },
  { seed: 1.5 },
  { seed: Number.POSITIVE_INFINITY },
])('options out of range are refused: %o', async (options) => {
  await expect(solve(town(3), options)).rejects.toThrow(RangeError);
  expect(() => solveHere(town(3), options)).toThrow(RangeError);
});

test.each([0, 1.5, Number.NaN])('%d workers are refused', async (workers) => {
  await expect(solve(town(3), { workers })).rejects.toThrow('workers');
});

test('a broken problem is refused with place, cause and remedy', async () => {
  const problem = town(3, 1, (client, i) => (i === 1 ? { ...client, place: 9 } : client));
  const refused = await solve(problem).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(InvalidProblem);
  expect((refused as InvalidProblem).faults).toMatchObject([
    { code: 'unknown-index', at: 'clients[1].place' },
  ]);
});

test('routes to begin from are looked at like the rest', () => {
  const start = [
    { vehicle: 0, visits: [{ client: 3 }] },
    { vehicle: 4, visits: [] },
  ];
  const refuse = () => solveHere(town(3), { start });
  expect(refuse).toThrow(InvalidProblem);
  expect(refuse).toThrow('start[0].visits[0].client');
  expect(refuse).toThrow('start[1].vehicle');
});
