import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Problem, Route } from '../problem.ts';
import { check } from './check.ts';
import { dice, randomProblem, randomRoutes } from './random-problem.fixture.ts';
import { bestBeginning, driveFrom } from './second-opinion.fixture.ts';

const seeds = fc.integer({ min: 0, max: 1_000_000 });
const IN_TIME = new Set(['client-late', 'depot-late', 'shift-over']);

/** Routes that keep the rules, and routes that keep none. */
function mixedRoutes(problem: Problem, seed: number): Route[] {
  const roll = dice(seed);
  return randomRoutes(problem, seed).map((route) => ({
    ...route,
    visits: roll.chance(50) ? route.visits : roll.shuffled(route.visits),
  }));
}

test('a route is judged at the earliest of its shortest beginnings, as trying them all finds it', () => {
  let possible = 0;
  let late = 0;
  fc.assert(
    fc.property(seeds, (seed) => {
      const problem = randomProblem(seed, 8);
      const routes = mixedRoutes(problem, seed);
      const { faults, routes: figures } = check(problem, { routes });
      for (const [i, route] of routes.entries()) {
        const place = `/routes/${i}`;
        const inTime = !faults.some(
          ({ code, at }) => IN_TIME.has(code) && (at === place || at.startsWith(`${place}/`)),
        );
        const best = bestBeginning(problem, route);
        const { start, end, duration } = figures[i] ?? { start: 0, end: 0, duration: 0 };
        expect(best).toEqual(inTime ? { start, end } : undefined);
        expect(duration).toBe(end - start);
        // A late route too is driven as early as it can be, and not begun earlier than it need be.
        const { earliest = 0 } = problem.vehicles[route.vehicle] ?? {};
        expect(start).toBeGreaterThanOrEqual(earliest);
        expect(driveFrom(problem, route, earliest).end).toBe(end);
        expect(driveFrom(problem, route, start).end).toBe(end);
        if (inTime) possible++;
        else late++;
      }
    }),
    { numRuns: 200, seed: 3 },
  );
  expect(possible).toBeGreaterThan(80);
  expect(late).toBeGreaterThan(20);
});
