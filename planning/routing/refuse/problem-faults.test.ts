import { expect, test } from 'vitest';
import { clientOf, twoDepots, typeOf } from '../check/two-depots.fixture.ts';
import { NEVER, NO_WAY, type Problem, type Profile } from '../problem.ts';
import { MOST_FAULTS, type ProblemCode } from './fault.ts';
import { problemFaults } from './problem-faults.ts';

/** Takes a problem apart; what it is given no longer needs to have the form of one. */
type Spoil = (problem: Problem) => unknown;

const set = (object: object | undefined, change: Record<string, unknown>) =>
  Object.assign(object ?? {}, change);
const profileOf = ({ profiles }: Problem): Profile => profiles[0] as Profile;

const cases: [code: ProblemCode, at: string, spoil: Spoil][] = [
  ['missing', 'places', (problem) => set(problem, { places: undefined })],
  ['missing', 'profiles', (problem) => set(problem, { profiles: undefined })],
  ['missing', 'depots', (problem) => set(problem, { depots: undefined })],
  [
    'missing',
    'clients',
    (problem) => set(problem, { clients: undefined, pinned: [], previous: undefined }),
  ],
  ['missing', 'vehicles', (problem) => set(problem, { vehicles: undefined })],
  [
    'missing',
    'profiles[0].durations',
    (problem) => set(profileOf(problem), { durations: undefined }),
  ],
  ['missing', 'depots[1].place', ({ depots }) => set(depots[1], { place: undefined })],
  ['missing', 'clients[1].place', ({ clients }) => set(clients[1], { place: undefined })],
  ['missing', 'vehicles[1].count', ({ vehicles }) => set(vehicles[1], { count: undefined })],
  [
    'missing',
    'vehicles[0].reloads[1]',
    (problem) => (typeOf(problem, 0).reloads = [0, undefined as unknown as number]),
  ],
  ['missing', 'pinned[0].vehicle', ({ pinned }) => set(pinned?.[0], { vehicle: undefined })],
  ['missing', 'pinned[0].visits', ({ pinned }) => set(pinned?.[0], { visits: undefined })],
  ['missing', 'previous.price', ({ previous }) => set(previous, { price: undefined })],
  ['missing', 'previous.routes', ({ previous }) => set(previous, { routes: undefined })],
  ['wrong-type', 'places', (problem) => set(problem, { places: '7' })],
  ['wrong-type', 'profiles', (problem) => set(problem, { profiles: profileOf(problem) })],
  ['wrong-type', 'profiles[0]', ({ profiles }) => (profiles[0] = [] as unknown as Profile)],
  [
    'wrong-type',
    'profiles[0].distances',
    (problem) => set(profileOf(problem), { distances: Array(49).fill(0) }),
  ],
  [
    'wrong-type',
    'profiles[0].distances',
    (problem) => set(profileOf(problem), { distances: new Float64Array(49) }),
  ],
  ['wrong-type', 'depots', (problem) => set(problem, { depots: 2 })],
  ['wrong-type', 'clients[2]', ({ clients }) => set(clients, { 2: null })],
  ['wrong-type', 'clients[2].demand', ({ clients }) => set(clients[2], { demand: true })],
  ['wrong-type', 'clients[2].prize', ({ clients }) => set(clients[2], { prize: null })],
  ['wrong-type', 'vehicles[0].reloads', ({ vehicles }) => set(vehicles[0], { reloads: 1 })],
  ['wrong-type', 'pinned', (problem) => set(problem, { pinned: {} })],
  ['wrong-type', 'pinned[0].visits[0]', ({ pinned }) => set(pinned?.[0]?.visits, { 0: 3 })],
  ['wrong-type', 'pinned[0].visits[0]', ({ pinned }) => set(pinned?.[0]?.visits[0], { reload: 1 })],
  [
    'wrong-type',
    'pinned[0].visits[0]',
    ({ pinned }) => set(pinned?.[0]?.visits[0], { client: undefined }),
  ],
  ['wrong-type', 'previous', (problem) => set(problem, { previous: [] })],
  ['not-whole', 'clients[0].demand', ({ clients }) => set(clients[0], { demand: 1.5 })],
  ['not-whole', 'clients[0].latest', ({ clients }) => set(clients[0], { latest: Number.NaN })],
  [
    'not-whole',
    'vehicles[0].capacity',
    ({ vehicles }) => set(vehicles[0], { capacity: Number.POSITIVE_INFINITY }),
  ],
  [
    'not-whole',
    'previous.routes[0].vehicle',
    ({ previous }) => set(previous?.routes[0], { vehicle: 0.5 }),
  ],
  ['out-of-range', 'places', (problem) => (problem.places = 0)],
  ['out-of-range', 'places', (problem) => (problem.places = 46341)],
  ['out-of-range', 'clients[0].service', ({ clients }) => set(clients[0], { service: -1 })],
  ['out-of-range', 'depots[0].latest', ({ depots }) => set(depots[0], { latest: NEVER + 1 })],
  ['out-of-range', 'vehicles[1].count', ({ vehicles }) => set(vehicles[1], { count: -1 })],
  ['out-of-range', 'previous.price', ({ previous }) => set(previous, { price: -1 })],
  ['out-of-range', 'profiles[0].distances[9]', (problem) => (profileOf(problem).distances[9] = -1)],
  [
    'out-of-range',
    'profiles[0].durations[9]',
    (problem) =>
      set(profileOf(problem), {
        durations: profileOf(problem).durations.map((_, i) => (i < 9 ? 0 : -1)),
      }),
  ],
  ['unknown-index', 'depots[1].place', ({ depots }) => set(depots[1], { place: 7 })],
  ['unknown-index', 'clients[4].place', ({ clients }) => set(clients[4], { place: -1 })],
  ['unknown-index', 'vehicles[1].start', ({ vehicles }) => set(vehicles[1], { start: 2 })],
  ['unknown-index', 'vehicles[1].end', ({ vehicles }) => set(vehicles[1], { end: 2 })],
  ['unknown-index', 'vehicles[1].profile', ({ vehicles }) => set(vehicles[1], { profile: 1 })],
  ['unknown-index', 'vehicles[0].reloads[0]', ({ vehicles }) => set(vehicles[0], { reloads: [2] })],
  ['unknown-index', 'pinned[0].vehicle', ({ pinned }) => set(pinned?.[0], { vehicle: 2 })],
  [
    'unknown-index',
    'pinned[0].visits[1].client',
    ({ pinned }) => pinned?.[0]?.visits.push({ client: 5 }),
  ],
  [
    'unknown-index',
    'pinned[0].visits[1].reload',
    ({ pinned }) => pinned?.[0]?.visits.push({ reload: 2 }),
  ],
  [
    'unknown-index',
    'previous.routes[0].visits[0].client',
    ({ previous }) => set(previous?.routes[0]?.visits[0], { client: 5 }),
  ],
  ['window-reversed', 'depots[0]', ({ depots }) => set(depots[0], { earliest: 1001 })],
  ['window-reversed', 'clients[1]', ({ clients }) => set(clients[1], { latest: 99 })],
  ['window-reversed', 'vehicles[1]', ({ vehicles }) => set(vehicles[1], { earliest: 601 })],
  [
    'matrix-size',
    'profiles[0].durations',
    (problem) => set(profileOf(problem), { durations: new Int32Array(48) }),
  ],
  ['no-profile', 'profiles', (problem) => (problem.profiles = [])],
  ['no-depot', 'depots', (problem) => (problem.depots = [])],
  [
    'no-vehicle',
    'vehicles',
    (problem) => set(problem, { vehicles: [], pinned: [], previous: undefined }),
  ],
  ['no-vehicle', 'vehicles', ({ vehicles }) => vehicles.forEach((type) => (type.count = 0))],
  ['client-twice', 'pinned[0].visits[1]', ({ pinned }) => pinned?.[0]?.visits.push({ client: 0 })],
  [
    'client-twice',
    'pinned[1].visits[0]',
    ({ pinned }) => pinned?.push({ vehicle: 1, visits: [{ client: 0 }] }),
  ],
  [
    'client-twice',
    'previous.routes[1].visits[0]',
    ({ previous }) => previous?.routes.push({ vehicle: 1, visits: [{ client: 3 }] }),
  ],
  ['pinned-empty', 'pinned[1]', ({ pinned }) => pinned?.push({ vehicle: 1, visits: [] })],
  [
    'pinned-too-many',
    'pinned[1]',
    ({ pinned }) => pinned?.push({ vehicle: 0, visits: [{ client: 1 }] }),
  ],
  ['pinned-impossible', 'pinned[0]', ({ pinned }) => pinned?.[0]?.visits.push({ client: 4 })],
  [
    'pinned-impossible',
    'pinned[0].visits[2]',
    ({ pinned }) => pinned?.[0]?.visits.push({ client: 3 }, { client: 1 }),
  ],
  ['pinned-impossible', 'pinned[0].visits[0]', (problem) => (clientOf(problem, 0).demand = 11)],
  [
    'pinned-impossible',
    'pinned[0].visits[0]',
    (problem) => (profileOf(problem).distances[2] = NO_WAY),
  ],
  ['pinned-impossible', 'pinned[0]', (problem) => (profileOf(problem).distances[14] = NO_WAY)],
  [
    'pinned-impossible',
    'pinned[0].visits[1]',
    (problem) => {
      typeOf(problem, 0).reloads = [0];
      problem.pinned?.[0]?.visits.push({ reload: 1 });
    },
  ],
  ['pinned-impossible', 'pinned[0]', (problem) => (clientOf(problem, 0).release = 1001)],
  ['pinned-impossible', 'pinned[0]', (problem) => (typeOf(problem, 0).latest = 72)],
  ['pinned-impossible', 'pinned[0]', (problem) => (typeOf(problem, 0).durationAtMost = 27)],
  ['pinned-impossible', 'pinned[0]', (problem) => (typeOf(problem, 0).distanceAtMost = 19)],
  [
    'sum-over',
    'clients',
    (problem) => {
      for (const client of [0, 1]) clientOf(problem, client).demand = NEVER;
    },
  ],
  [
    'sum-over',
    'profiles[0].durations',
    (problem) => {
      for (const client of [0, 1]) clientOf(problem, client).service = NEVER;
    },
  ],
  [
    'sum-over',
    'profiles[0].distances',
    (problem) => {
      const { durations } = profileOf(problem);
      problem.profiles = [{ durations, distances: durations.map(() => NO_WAY - 1) }];
    },
  ],
  [
    'sum-over',
    '',
    (problem) => {
      Object.assign(typeOf(problem, 0), { distanceCost: NEVER });
      profileOf(problem).distances.fill(2e6);
      typeOf(problem, 0).latest = NEVER;
      typeOf(problem, 1).count = 0;
      problem.depots = [{ place: 0 }, { place: 0 }];
      problem.clients.forEach((client, i) => (problem.clients[i] = { place: client.place }));
    },
  ],
  [
    'pinned-impossible',
    'pinned[0]',
    // From 45 to 123, of which it waits 37.
    (problem) => {
      problem.pinned = [{ vehicle: 0, visits: [{ client: 0 }, { client: 1 }] }];
      clientOf(problem, 0).latest = 60;
      typeOf(problem, 0).durationAtMost = 77;
    },
  ],
  [
    'sum-over',
    'profiles[0].durations',
    // Three loads at the well.
    ({ depots }) => set(depots[1], { service: NEVER }),
  ],
  [
    'sum-over',
    'profiles[0].distances',
    // A way back to town before each client.
    (problem) => {
      delete typeOf(problem, 0).reloadsAtMost;
      const distances = profileOf(problem).durations.slice();
      distances[problem.places] = NO_WAY - 1;
      set(profileOf(problem), { distances });
    },
  ],
];

test('the problem that is spoiled is good', () => {
  expect(problemFaults(twoDepots())).toEqual([]);
});

test.each(cases.map((one, i) => [i + 1, ...one] as const))(
  'problem %i is refused for %s alone',
  (_, code, at, spoil) => {
    const problem = twoDepots();
    spoil(problem);

    const faults = problemFaults(problem);

    expect(faults.map((fault) => [fault.code, fault.at])).toEqual([[code, at]]);
    for (const { 'zh-CN': zh, en } of faults.flatMap(({ cause, remedy }) => [cause, remedy])) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).not.toMatch(/\p{Script=Han}|undefined|\[object/u);
    }
  },
);

test.each([null, undefined, 3, 'problem', [], () => {}])('%s is no problem', (value) => {
  expect(problemFaults(value)).toMatchObject([{ code: 'wrong-type', at: '' }]);
});

test('every fault is listed, up to a hundred', () => {
  const problem = twoDepots();
  problem.clients = Array.from({ length: 60 }, () => ({ place: 9, demand: -1 }));
  delete problem.pinned;
  delete problem.previous;
  const faults = problemFaults(problem);
  expect(faults).toHaveLength(MOST_FAULTS + 1);
  expect(faults.at(-1)).toMatchObject({ code: 'more-faults', at: '' });
  problem.clients.length = 50;
  expect(problemFaults(problem)).toHaveLength(MOST_FAULTS);
});

test('a beginning that just keeps every rule is possible', () => {
  const problem = twoDepots();
  problem.pinned = [{ vehicle: 0, visits: [{ client: 0 }, { client: 1 }] }];
  clientOf(problem, 0).latest = 60;
  Object.assign(typeOf(problem, 0), {
    durationAtMost: 78,
    distanceAtMost: 40,
    latest: 123,
    capacity: 8,
  });
  expect(problemFaults(problem)).toEqual([]);
});

test('nobody to visit, nobody reachable and nobody who fits are no faults', () => {
  const problem = twoDepots();
  delete problem.pinned;
  delete problem.previous;
  profileOf(problem).distances.fill(2 ** 31 - 1);
  for (const client of problem.clients) client.demand = 100;
  expect(problemFaults(problem)).toEqual([]);
  problem.clients = [];
  expect(problemFaults(problem)).toEqual([]);
});
