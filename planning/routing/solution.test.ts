import { expect, test } from 'vitest';
import { randomProblem } from './check/random-problem.fixture.ts';
import { faultsOf } from './faults-of.fixture.ts';
import { NEVER, NO_WAY, type Problem, type Profile, type Route, type Solution } from './problem.ts';
import { InvalidProblem } from './refuse/invalid-problem.ts';
import { solve } from './solve.ts';
import { solveHere } from './solve-here.ts';
import { town } from './town.fixture.ts';

function expectGood(problem: Problem, solution: Solution): void {
  expect(faultsOf(problem, solution)).toEqual([]);
}

test('nobody to visit, nothing to do', async () => {
  const problem = town(0);
  const solution = await solve(problem, { iterations: 100 });
  expect(solution).toMatchObject({ routes: [], unserved: [], cost: 0, missing: 0 });
  expect(solveHere(problem, { seconds: 60 })).toMatchObject({ routes: [], cost: 0, missing: 0 });
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
  const [{ distances }] = problem.profiles as [Profile];
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
  expect(
    solution.unserved.every(({ because, excess }) => because === 'prize' && Number(excess) > 0),
  ).toBe(true);
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

test('where changes have a price, a new client changes no more than the route it comes into', () => {
  const next = town(40, 6);
  const problem = { ...next, clients: next.clients.slice(0, -1) };
  const { routes } = solveHere(problem, { iterations: 4000 });
  const dear = { ...next, previous: { routes, price: 300 } };
  const after = solveHere(dear, { iterations: 4000 });
  expectGood(dear, after);
  expect(after.missing).toBe(0);
  const text = after.routes.map(({ visits }) => JSON.stringify(visits));
  const kept = routes.filter(({ visits }) => text.includes(JSON.stringify(visits)));
  expect(kept.length).toBeGreaterThanOrEqual(routes.length - 1);
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
  const [{ distances }] = problem.profiles as [Profile];
  const { places } = problem;
  for (let i = 0; i < places; i += 1) {
    for (let j = 0; j < i; j += 1)
      distances[i * places + j] = 3000 - (distances[i * places + j] ?? 0);
  }
  expectGood(problem, solveHere(problem, { iterations: 1000 }));
});

/** Four clients who stand `legs` from each other, and of whom one vehicle can hold all. */
function vast(legs: number, distanceCost: number): Problem {
  const places = 5;
  const distances = new Int32Array(places * places).fill(legs);
  const durations = new Int32Array(places * places).fill(1);
  return {
    places,
    profiles: [{ distances, durations }],
    depots: [{ place: 0, latest: NEVER }],
    clients: Array.from({ length: 4 }, (_, i) => ({
      place: i + 1,
      demand: 2 ** 28,
      latest: NEVER,
    })),
    vehicles: [{ count: 4, capacity: NEVER, distanceCost, latest: NEVER, fixedCost: NEVER }],
  };
}

test('numbers near the limits add up exactly', () => {
  const problem = vast(2 ** 26, 3);
  const all = solveHere(problem, { iterations: 300 });
  expectGood(problem, all);
  expect(all).toMatchObject({ missing: 0, cost: NEVER + 5 * 3 * 2 ** 26 });
  const clients = problem.clients.map((client, i) => ({ ...client, prize: i === 3 ? NEVER : 1 }));
  const some = solveHere({ ...problem, clients }, { iterations: 300 });
  expectGood({ ...problem, clients }, some);
});

test('a leg that costs more than can be told from no way is refused', () => {
  expect(() => solveHere(vast(2 ** 26, 4), { iterations: 1 })).toThrow(InvalidProblem);
  expect(() => solveHere(vast(2 ** 26, 4), { iterations: 1 })).toThrow('the cost of a leg');
});
