import { expect, test } from 'vitest';
import { NO_WAY, type Problem, type Visit } from '../problem.ts';
import { problemFaults } from '../refuse/problem-faults.ts';
import { check } from './check.ts';
import type { CheckCode } from './fault.ts';
import {
  clientOf,
  type Plan,
  twoDepots,
  twoDepotsPlan,
  typeOf,
  visitsOf,
} from './two-depots.fixture.ts';

/** What is done to the good plan, and to the problem where the plan alone cannot show it. */
type Spoil = (plan: Plan, problem: Problem) => unknown;

/** `own` leaves what the plan declares as the spoiling left it. */
const cases: [code: CheckCode, at: string, spoil: Spoil, own?: 'own'][] = [
  [
    'unknown-vehicle',
    '/routes/1',
    ({ routes }) => routes.push({ vehicle: 2, visits: [{ client: 3 }] }),
  ],
  [
    'unknown-vehicle',
    '/routes/1',
    ({ routes }) => routes.push({ vehicle: -1, visits: [{ client: 3 }] }),
  ],
  [
    'unknown-visit',
    '/routes/0/visits/4',
    (plan) => visitsOf(plan).push({ client: 3, reload: 0 } as Visit),
  ],
  ['unknown-visit', '/routes/0/visits/4', (plan) => visitsOf(plan).push({} as Visit)],
  ['unknown-client', '/routes/0/visits/4', (plan) => visitsOf(plan).push({ client: 5 })],
  ['unknown-client', '/routes/0/visits/4', (plan) => visitsOf(plan).push({ client: 0.5 })],
  ['unknown-depot', '/routes/0/visits/4', (plan) => visitsOf(plan).push({ reload: 2 })],
  ['client-twice', '/routes/0/visits/4', (plan) => visitsOf(plan).push({ client: 0 })],
  [
    'client-twice',
    '/routes/1/visits/0',
    ({ routes }) => routes.push({ vehicle: 1, visits: [{ client: 0 }] }),
  ],
  [
    'too-many-routes',
    '/routes/1',
    ({ routes }) => routes.push({ vehicle: 0, visits: [{ client: 3 }] }),
  ],
  ['no-client', '/routes/1', ({ routes }) => routes.push({ vehicle: 1, visits: [] })],
  [
    'no-client',
    '/routes/1',
    ({ routes }, problem) => {
      typeOf(problem, 0).count = 2;
      routes.push({ vehicle: 0, visits: [{ reload: 1 }] });
    },
  ],
  ['pinned-missing', '/routes', (plan) => visitsOf(plan).shift()],
  [
    'pinned-missing',
    '/routes',
    // Two vehicles have the same beginning; one route has it.
    (_, problem) => {
      typeOf(problem, 0).count = 2;
      problem.pinned = [
        { vehicle: 0, visits: [{ client: 0 }, { client: 1 }] },
        { vehicle: 0, visits: [{ reload: 0 }] },
      ];
    },
  ],
  ['reload-not-allowed', '/routes/0/visits/2', (_, problem) => (typeOf(problem, 0).reloads = [1])],
  ['reload-not-allowed', '/routes/0/visits/2', (_, problem) => delete typeOf(problem, 0).reloads],
  ['too-many-reloads', '/routes/0', (_, problem) => (typeOf(problem, 0).reloadsAtMost = 0)],
  ['over-capacity', '/routes/0/visits/2', (_, problem) => (clientOf(problem, 2).demand = 11)],
  ['over-capacity', '/routes/0', (_, problem) => (clientOf(problem, 1).demand = 7)],
  ['no-way', '/routes/0/visits/1', (_, problem) => closeWay(problem, 2, 3)],
  ['no-way', '/routes/0', (_, problem) => closeWay(problem, 4, 0)],
  ['no-way', '/routes/0', (_, problem) => closeWay(problem, 4, 0, 'distances')],
  // Begins at 50 + 10 + 3 + 10 + 3 + 20, five units of loading, at 200 with the release, then 30 more.
  ['client-late', '/routes/0/visits/3', (_, problem) => (clientOf(problem, 2).latest = 229)],
  [
    'client-late',
    '/routes/0/visits/1',
    (_, problem) => Object.assign(clientOf(problem, 1), { earliest: 0, latest: 72 }),
  ],
  [
    'depot-late',
    '/routes/0',
    (_, { depots }) => (depots[0] = { place: 0, latest: 262, service: 5 }),
  ],
  [
    'depot-late',
    '/routes/0/visits/2',
    (plan, problem) => {
      problem.depots.push({ place: 0, latest: 199, service: 5 });
      typeOf(problem, 0).reloads = [2];
      visitsOf(plan)[2] = { reload: 2 };
    },
  ],
  ['shift-over', '/routes/0', (_, problem) => (typeOf(problem, 0).latest = 262)],
  ['duration-over', '/routes/0', (_, problem) => (typeOf(problem, 0).durationAtMost = 170)],
  ['distance-over', '/routes/0', (_, problem) => (typeOf(problem, 0).distanceAtMost = 99)],
  [
    'unserved-unknown',
    '/unserved/2',
    (plan) => plan.unserved.push({ client: 5, because: 'shift' }),
    'own',
  ],
  [
    'unserved-twice',
    '/unserved/2',
    (plan) => plan.unserved.push({ client: 4, because: 'shift' }),
    'own',
  ],
  [
    'unserved-visited',
    '/unserved/2',
    (plan) => plan.unserved.push({ client: 2, because: 'shift' }),
    'own',
  ],
  ['unserved-unlisted', '/unserved', (plan) => plan.unserved.pop(), 'own'],
  ['wrong-missing', '/missing', (plan) => (plan.missing = 1), 'own'],
  [
    'wrong-missing',
    '/missing',
    (plan, problem) => {
      delete clientOf(problem, 3).prize;
      plan.cost = 390;
    },
    'own',
  ],
  ['wrong-cost', '/cost', (plan) => (plan.cost = 429), 'own'],
  ['wrong-cost', '/cost', (_, { previous }) => previous && (previous.price = 10), 'own'],
];

function closeWay(
  { profiles, places }: Problem,
  from: number,
  to: number,
  matrix: 'distances' | 'durations' = 'durations',
): void {
  const [profile] = profiles;
  if (!profile) return;
  profile[matrix] = profile[matrix].slice();
  profile[matrix][from * places + to] = NO_WAY;
}

test('the plan that is spoiled is good', () => {
  expect(check(twoDepots(), twoDepotsPlan())).toMatchObject({ ok: true, faults: [] });
});

test.each(cases.map((one, i) => [i + 1, ...one] as const))(
  'plan %i is refused for %s alone',
  (_, code, at, spoil, own) => {
    const problem = twoDepots();
    const plan = twoDepotsPlan();
    spoil(plan, problem);
    expect(problemFaults(problem)).toEqual([]);

    const { ok, faults } = check(problem, own ? plan : { routes: plan.routes });

    expect(faults.map((fault) => [fault.code, fault.at])).toEqual([[code, at]]);
    expect(ok).toBe(false);
    expect(faults[0]?.say['zh-CN']).toMatch(/\p{Script=Han}/u);
    expect(faults[0]?.say.en).not.toMatch(/\p{Script=Han}|undefined|NaN/u);
  },
);
