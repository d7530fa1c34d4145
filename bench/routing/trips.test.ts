import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Problem } from '../../planning/routing/problem.ts';
import { routesOfTrips, tripsOfRoutes, whyNotTrips } from './trips.ts';

const problem: Problem = {
  places: 5,
  profiles: [],
  depots: [{ place: 2 }],
  clients: [4, 0, 3, 1].map((place) => ({ place })),
  vehicles: [{ count: 2, reloads: [0] }],
};

test('places become clients, and a reload stands between two trips', () => {
  expect(routesOfTrips(problem, [[[4, 1], [0]], [[3]]])).toEqual([
    { vehicle: 0, visits: [{ client: 0 }, { client: 3 }, { reload: 0 }, { client: 1 }] },
    { vehicle: 0, visits: [{ client: 2 }] },
  ]);
});

test('trips survive the way there and back', () => {
  const trip = fc.array(fc.constantFrom(0, 1, 3, 4), { maxLength: 4 });
  const routes = fc.array(fc.array(trip, { minLength: 1, maxLength: 3 }), { maxLength: 3 });
  fc.assert(
    fc.property(routes, (all) => {
      expect(tripsOfRoutes(problem, routesOfTrips(problem, all))).toEqual(all);
    }),
    { seed: 3 },
  );
});

test('the depot is nobody to visit', () => {
  expect(() => routesOfTrips(problem, [[[4, 2]]])).toThrow('place 2');
});

test('several depots or types of vehicles cannot be written so', () => {
  expect(whyNotTrips(problem)).toBeUndefined();
  expect(whyNotTrips({ ...problem, depots: [{ place: 2 }, { place: 2 }] })).toMatch('2 depots');
  expect(whyNotTrips({ ...problem, vehicles: [{ count: 1 }, { count: 1 }] })).toMatch('2 types');
  expect(whyNotTrips({ ...problem, clients: [{ place: 1 }, { place: 1 }] })).toMatch('one place');
});
