import { expect, test } from 'vitest';
import type { Progress } from './call.ts';
import { check } from './check/check.ts';
import { randomProblem } from './check/random-problem.fixture.ts';
import { faultsOf } from './faults-of.fixture.ts';
import type { Problem, Solution } from './problem.ts';
import { InvalidProblem } from './refuse/invalid-problem.ts';
import { solve } from './solve.ts';
import { solveHere } from './solve-here.ts';
import { town } from './town.fixture.ts';

/** What a solution says but for how long it took. */
function plan({ seconds: _, ...rest }: Solution) {
  return rest;
}

function expectGood(problem: Problem, solution: Solution): void {
  expect(faultsOf(problem, solution)).toEqual([]);
}

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
  const problem = town(400, 2);
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

test.each([
  [1, 100, 3600],
  [2, 100, 3600],
  [1, 100, Number.POSITIVE_INFINITY],
  [2, 400, Number.POSITIVE_INFINITY],
])(
  'when its signal aborts, the best so far is the solution (%i workers, %i clients, %d s)',
  async (workers, clients, seconds) => {
    const problem = town(clients);
    const stop = new AbortController();
    const solution = await solve(problem, {
      seconds,
      workers,
      signal: stop.signal,
      onProgress: () => setTimeout(() => stop.abort(), 50),
    });
    expectGood(problem, solution);
    expect(solution.missing).toBe(0);
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
    expect(missing).toBeGreaterThanOrEqual(next.missing);
    if (missing === next.missing) expect(cost).toBeGreaterThanOrEqual(next.cost);
    expect(next.seconds).toBeGreaterThanOrEqual(seconds);
  }
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
