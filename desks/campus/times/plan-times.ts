import type {
  Activity,
  Previous,
  Problem,
  Resource,
  Together,
  Use,
  Way,
} from '@liangbuwu/slots/problem.ts';
import {
  type AttendingClass,
  Mode,
  type SchoolDay,
  type Starts,
  startsOf,
  walkersOf,
} from './day.ts';

/** Who starts together has passed a gate, a stair or the counters within so many minutes, where these are fast enough. */
export const passing = 5;

/** What a minute costs, in people-minutes. */
export interface Prices {
  /** Of each phase, between its first and its last start. */
  spread: number;
  /** For each sibling, away from the other. */
  siblings: number;
  /** For each pupil whose time or way changes. */
  change: number;
}

/** An activity's id says what it is: the phase, whose it is (a class, or a bus), and how they come. */
export interface Part {
  phase: string;
  of: string;
  mode: Mode | 'meal';
}

const partId = ({ phase, of, mode }: Part): string => `${phase} ${mode} ${of}`;
export function readPart(activity: string): Part {
  const [phase = '', mode, of = ''] = activity.split(' ');
  return { phase, of, mode: mode === 'meal' ? mode : Mode.parse(mode) };
}

export const canteenId = { seats: 'seats', counters: 'counters' } as const;
const ends = ['arrival', 'dismissal'] as const;

/** What a school has and who comes → a problem of `planning/slots`. */
export function timesProblem(
  day: SchoolDay,
  prices: Prices,
  previous: readonly Previous[] = [],
): Problem {
  const there = day.classes.filter(({ home, people }) => !home && people > 0);
  const { canteen } = day;
  return {
    resources: [...flowsOf(day), ...(canteen ? [seatsOf(canteen), countersOf(canteen)] : [])],
    phases: [...ends, ...day.meals.map(({ id }) => id)].map((id) => ({
      id,
      spread: prices.spread,
    })),
    activities: [
      ...ends.flatMap((phase) => [
        ...there.flatMap((one) =>
          (['walk', 'car'] as const).flatMap((mode) => comingOf(day, one, phase, mode)),
        ),
        ...busesOf(day, there, phase),
      ]),
      ...there.flatMap((one) => mealsOf(day, one)),
    ],
    together: togetherOf(day, there, prices.siblings),
    ...(previous.length > 0 && { previous: [...previous], change: prices.change }),
  };
}

/** Gates and stairs take people by the minute; what is written down is what passes in five. */
function flowsOf({ gates, stairs }: SchoolDay): Resource[] {
  return [
    ...gates.map(({ id, perMinute, modes, open }) => ({
      id,
      capacity: perMinute * passing,
      openings: open.map(({ from, to }) => ({ from, to, kinds: modes })),
      ...(modes.length > 1 && { oneKind: true }),
    })),
    ...stairs.map(({ id, perMinute }) => ({ id, capacity: perMinute * passing })),
  ];
}

type Canteen = NonNullable<SchoolDay['canteen']>;

const seatsOf = ({ seats }: Canteen): Resource => ({ id: canteenId.seats, capacity: seats });
const countersOf = ({ counters, perCounter }: Canteen): Resource => ({
  id: canteenId.counters,
  capacity: counters * perCounter * passing,
});

/** People pass; more than pass in five minutes take longer, at the full flow. */
function pass(resource: string, people: number, perMinute: number, offset: number): Use {
  const minutes = Math.max(passing, Math.ceil(people / perMinute));
  return { resource, offset, minutes, amount: Math.ceil((people * passing) / minutes) };
}

const timesOf = (starts: Starts): Pick<Activity, 'starts' | 'preferred'> => {
  const possible = startsOf(starts);
  const { usual } = starts;
  // The library knows possible starts only: what is usual, but not possible, is the nearest to it.
  if (usual === null) return { starts: possible };
  const preferred = possible.reduce((best, at) =>
    Math.abs(at - usual) < Math.abs(best - usual) ? at : best,
  );
  return { starts: possible, preferred };
};

/** Those of a class who walk, or who are driven, on their way in or out. */
function comingOf(
  day: SchoolDay,
  one: AttendingClass,
  phase: (typeof ends)[number],
  mode: 'walk' | 'car',
): Activity[] {
  const people = mode === 'walk' ? walkersOf(one) : one.cars;
  if (people === 0) return [];
  const id = partId({ phase, of: one.class, mode });
  const stair = day.stairs.find((found) => found.id === one.stair);
  const ways = day.gates
    .filter(({ modes }) => modes.includes(mode))
    .map((gate): Way => ({ id: gate.id, uses: through(phase, gate, people, stair) }));
  return [{ id, phase, kind: mode, people, ways, ...timesOf(day[phase]) }];
}

/** In by the gate and up the stair, or down and out. */
function through(
  phase: (typeof ends)[number],
  gate: SchoolDay['gates'][number],
  people: number,
  stair: SchoolDay['stairs'][number] | undefined,
): Use[] {
  const isIn = phase === 'arrival';
  const offset = isIn || !stair ? 0 : passing;
  const uses = [pass(gate.id, people, gate.perMinute, offset)];
  if (stair) uses.push(pass(stair.id, people, stair.perMinute, isIn ? passing : 0));
  return uses;
}

/** A bus comes when it comes: whoever is in it passes its gate, and the stairs of their classes. */
function busesOf(
  day: SchoolDay,
  there: readonly AttendingClass[],
  phase: (typeof ends)[number],
): Activity[] {
  return day.buses.flatMap((bus): Activity[] => {
    const at = phase === 'arrival' ? bus.arrives : bus.leaves;
    const gate = day.gates.find(({ id }) => id === bus.gate);
    const riders = there.flatMap(({ stair, rides }) =>
      rides.filter((ride) => ride.bus === bus.id).map(({ people }) => ({ stair, people })),
    );
    const people = riders.reduce((sum, ride) => sum + ride.people, 0);
    if (at === null || !gate || people === 0) return [];
    // It leaves once everybody is in it: they go down before.
    const start = phase === 'arrival' ? at : at - 2 * passing;
    const uses = [
      pass(gate.id, people, gate.perMinute, phase === 'arrival' ? 0 : passing),
      ...day.stairs.flatMap(({ id, perMinute }) => {
        const up = riders
          .filter(({ stair }) => stair === id)
          .reduce((sum, ride) => sum + ride.people, 0);
        return up === 0 ? [] : [pass(id, up, perMinute, phase === 'arrival' ? passing : 0)];
      }),
    ];
    const id = partId({ phase, of: bus.id, mode: 'bus' });
    return [{ id, phase, kind: 'bus', people, starts: [start], ways: [{ id: gate.id, uses }] }];
  });
}

/** Down the stair, past the counters, to a seat, and up again. */
function mealsOf(day: SchoolDay, one: AttendingClass): Activity[] {
  const { canteen } = day;
  if (!canteen) return [];
  const { walk, minutes, counters, perCounter } = canteen;
  const stair = day.stairs.find((found) => found.id === one.stair);
  return day.meals.flatMap(({ id: phase, eats, starts }): Activity[] => {
    const people = eats === 'all' ? one.people : one.boarders;
    if (people === 0) return [];
    const uses: Use[] = [
      { resource: canteenId.seats, offset: walk, minutes, amount: people },
      pass(canteenId.counters, people, counters * perCounter, walk),
    ];
    if (stair)
      uses.push(
        pass(stair.id, people, stair.perMinute, 0),
        pass(stair.id, people, stair.perMinute, walk + minutes),
      );
    const id = partId({ phase, of: one.class, mode: 'meal' });
    return [{ id, phase, people, ways: [{ id: canteenId.seats, uses }], ...timesOf(starts) }];
  });
}

/** Siblings go in and out together. */
function togetherOf(day: SchoolDay, there: readonly AttendingClass[], weight: number): Together[] {
  const isThere = new Set(there.map((one) => one.class));
  return day.siblings
    .filter(({ classes }) => classes.every((one) => isThere.has(one)))
    .flatMap(({ classes: [a, b], children, by: mode }) =>
      ends.map((phase) => ({
        activities: [partId({ phase, of: a, mode }), partId({ phase, of: b, mode })] as const,
        people: children,
        weight,
      })),
    );
}
