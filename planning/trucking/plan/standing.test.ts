import fc from 'fast-check';
import { expect, test } from 'vitest';
import { generate } from '../generate/generate.ts';
import { copyRoute, lift, newRoute, type Route, settle } from './board.ts';
import { search } from './search.ts';
import { stands } from './standing.ts';

function planned(seed: number) {
  const problem = generate(seed, { points: 12 });
  return search(problem, { seed: 1, variant: 0, share: (done) => done / 64 }).board;
}

test('every route that was timed stands', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000 }), (seed) => {
      const board = planned(seed);
      board.routes.forEach((route, r) => {
        lift(board, r);
        expect(stands(board, r, route)).toBe(true);
        settle(board, r);
      });
    }),
    { numRuns: 40 },
  );
});

const SPOILT: [name: string, spoil: (route: Route, size: number) => void][] = [
  [
    'a stop begun before it is reached',
    (route) => void (route.start[1] = (route.arrive[1] as number) - 1),
  ],
  ['a service too short', (route) => void (route.finish[0] = (route.finish[0] as number) - 1)],
  ['more litres than the tanker takes', (route, size) => void (route.litres[0] = size + 1)],
  [
    'more delivered than was filled',
    (route) => void (route.litres[0] = (route.litres[0] as number) - 1),
  ],
  ['home reached too fast', (route) => void (route.back -= 1)],
  ['home left too late', (route) => void (route.leave += 1)],
];

test.each(SPOILT)('a route with %s does not', (_, spoil) => {
  let tried = 0;
  for (let seed = 1; seed < 60 && tried < 5; seed += 1) {
    const board = planned(seed);
    const r = board.routes.findIndex(
      ({ count, node, arrive, start }) =>
        count > 1 && (node[0] as number) < board.day.S && arrive[1] === start[1],
    );
    if (r < 0) continue;
    tried += 1;
    const spoilt = newRoute();
    copyRoute(board.routes[r] as Route, spoilt);
    spoil(spoilt, board.day.size[r] as number);
    lift(board, r);
    expect(stands(board, r, spoilt)).toBe(false);
  }
  expect(tried).toBeGreaterThan(0);
});
