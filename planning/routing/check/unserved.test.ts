import { expect, test } from 'vitest';
import { NO_WAY, type Problem, type Unserved } from '../problem.ts';
import { problemFaults } from '../refuse/problem-faults.ts';
import { check } from './check.ts';
import { randomProblem, randomRoutes } from './random-problem.fixture.ts';
import { clientOf, type Plan, twoDepots, twoDepotsPlan, typeOf } from './two-depots.fixture.ts';
import { checkUnserved } from './unserved.ts';

/** One vehicle of 10 visits client 0 (4 of load) from a depot that is 100 away; the other client is 10 further on. */
function lonely(): Problem {
  const positions = [0, 100, 110];
  const line = Int32Array.from(
    positions.flatMap((from) => positions.map((to) => Math.abs(from - to))),
  );
  return {
    places: 3,
    profiles: [{ distances: line, durations: line }],
    depots: [{ place: 0 }],
    clients: [
      { place: 1, demand: 4 },
      { place: 2, demand: 4 },
    ],
    vehicles: [{ count: 1, capacity: 10, durationCost: 1 }],
  };
}

const cases: [Unserved, (problem: Problem) => unknown][] = [
  [{ client: 1, because: 'no-way' }, (problem) => isolate(problem, 2)],
  [{ client: 1, because: 'capacity' }, (problem) => (clientOf(problem, 1).demand = 7)],
  [{ client: 1, because: 'time-window' }, (problem) => (clientOf(problem, 1).latest = 109)],
  [
    { client: 1, because: 'release' },
    (problem) => {
      clientOf(problem, 1).release = 50;
      clientOf(problem, 0).latest = 120;
    },
  ],
  [{ client: 1, because: 'shift' }, (problem) => (typeOf(problem, 0).latest = 219)],
  [{ client: 1, because: 'shift' }, (problem) => (problem.depots[0] = { place: 0, latest: 219 })],
  [{ client: 1, because: 'duration' }, (problem) => (typeOf(problem, 0).durationAtMost = 219)],
  [{ client: 1, because: 'distance' }, (problem) => (typeOf(problem, 0).distanceAtMost = 219)],
  [
    { client: 1, because: 'reloads' },
    // Too much for one load and released too late for the first: a second load is what is missing.
    (problem) => {
      Object.assign(clientOf(problem, 1), { demand: 7, release: 150 });
      clientOf(problem, 0).latest = 100;
      Object.assign(typeOf(problem, 0), { reloads: [0], reloadsAtMost: 0 });
    },
  ],
  [{ client: 1, because: 'prize', excess: 39 }, (problem) => (clientOf(problem, 1).prize = 1)],
  [{ client: 1, because: 'prize', excess: 0 }, (problem) => (clientOf(problem, 1).prize = 40)],
  [
    { client: 1, because: 'several' },
    (problem) => Object.assign(typeOf(problem, 0), { durationAtMost: 219, distanceAtMost: 219 }),
  ],
  [
    { client: 1, because: 'several' },
    // Before the other it would make that one late; behind it, it is late itself and so is the vehicle.
    (problem) => {
      Object.assign(clientOf(problem, 0), { earliest: 100, latest: 100, service: 50 });
      clientOf(problem, 1).latest = 110;
      typeOf(problem, 0).latest = 250;
    },
  ],
];

test.each(cases.map(([row, change]) => [row.because, row, change] as const))(
  'who is left out for %s is so for that and for nothing else',
  (because, row, change) => {
    const problem = lonely();
    change(problem);
    expect(problemFaults(problem)).toEqual([]);
    const routes = [{ vehicle: 0, visits: [{ client: 0 }] }];
    expect(check(problem, { routes }).faults).toEqual([]);
    expect(checkUnserved(problem, { routes, unserved: [row] })).toEqual([]);
    const other = because === 'shift' ? 'release' : 'shift';
    expect(
      checkUnserved(problem, { routes, unserved: [{ ...row, because: other }] }),
    ).toMatchObject([{ code: 'wrong-because', at: '/unserved/0/because' }]);
    const excess = (row.excess ?? 0) + 1;
    expect(checkUnserved(problem, { routes, unserved: [{ ...row, excess }] })).toMatchObject([
      { code: 'wrong-excess', at: '/unserved/0/excess' },
    ]);
  },
);

function isolate({ profiles, places }: Problem, place: number): void {
  const [profile] = profiles;
  for (let other = 0; other < places; other++) {
    if (profile) profile.distances[other * places + place] = NO_WAY;
  }
}

test('the reasons of the plan with two depots are true', () => {
  expect(checkUnserved(twoDepots(), twoDepotsPlan())).toEqual([]);
});

test('who could be visited is told: without a prize, with a high one, in a vehicle that has no route yet', () => {
  const couldBe: Plan = { routes: [], unserved: [{ client: 1, because: 'shift' }] };
  const fault = { code: 'could-be-served', at: '/unserved/0' };
  expect(checkUnserved(lonely(), couldBe)).toMatchObject([fault]);
  const problem = lonely();
  clientOf(problem, 1).prize = 441;
  expect(checkUnserved(problem, couldBe)).toMatchObject([fault]);
});

test('nobody is put into a pinned beginning', () => {
  const problem = lonely();
  problem.pinned = [{ vehicle: 0, visits: [{ client: 0 }] }];
  Object.assign(clientOf(problem, 1), { latest: 115 });
  Object.assign(clientOf(problem, 0), { service: 10 });
  const plan: Plan = {
    routes: [{ vehicle: 0, visits: [{ client: 0 }] }],
    unserved: [{ client: 1, because: 'time-window' }],
  };
  expect(checkUnserved(problem, plan)).toEqual([]);
  expect(checkUnserved({ ...problem, pinned: [] }, plan)).toMatchObject([
    { code: 'could-be-served' },
  ]);
});

test('of routes that break a rule nothing is said', () => {
  const problem = lonely();
  typeOf(problem, 0).capacity = 3;
  const routes = [{ vehicle: 0, visits: [{ client: 0 }] }];
  const unserved: Unserved[] = [{ client: 1, because: 'shift' }];
  expect(checkUnserved(problem, { routes, unserved })).toEqual([]);
});

test('every reason is one of the list, for rich problems too', () => {
  const said = new Set<string>();
  for (let seed = 0; seed < 30; seed++) {
    const problem = randomProblem(seed, 6);
    const routes = randomRoutes(problem, seed, 60);
    const visited = JSON.stringify(routes);
    for (const client of problem.clients.keys()) {
      if (visited.includes(`{"client":${client}}`)) continue;
      const [fault] = checkUnserved(problem, {
        routes,
        unserved: [{ client, because: 'prize', excess: -1 }],
      });
      said.add(fault?.code ?? 'none');
    }
  }
  expect([...said].sort()).toEqual(['could-be-served', 'wrong-because', 'wrong-excess']);
});
