import type { Stretch, TankerDay } from '../../schedule.ts';

/** One stretch of the timetable with where it leads from. */
export type Ride = {
  id: string;
  tanker: string;
  shift: string;
  stretch: Stretch;
  /** Where it stands, or sets out from. */
  from: string | undefined;
  /** The way that it drives, or that a stop was reached by. */
  way: string | undefined;
  /** The drive that a stop was reached by. */
  drive: string | undefined;
};

/** A way that a tanker takes in the day, once or more often. */
export type Way = {
  id: string;
  tanker: string;
  from: string;
  to: string;
  metres: number;
  seconds: number;
  rides: string[];
};

/** All ways between two places, whoever drives them and in whichever direction. */
export type Road = { id: string; ends: readonly [string, string]; ways: Way[] };

export type Followed = {
  rides: readonly Ride[];
  ways: readonly Way[];
  roads: readonly Road[];
  ride: (id: string) => Ride | undefined;
};

/** How the ride is called that is so-manieth of a shift's stretches. */
export const rideId = (shift: string, at: number) => `${shift}:${at}`;

const wayId = (tanker: string, from: string, to: string) => `way:${tanker}:${from}:${to}`;

/** Follows every tanker from its home through the day, so that the timetable can be drawn on a map. */
export function follow(
  days: readonly TankerDay[],
  homeOf: (tanker: string) => string | undefined,
): Followed {
  const rides: Ride[] = [];
  const ways = new Map<string, Way>();
  for (const { tanker, shift, stretches } of days) {
    let here = homeOf(tanker);
    let last: Ride | undefined;
    stretches.forEach((stretch, at) => {
      const ride: Ride = {
        id: rideId(shift, at),
        tanker,
        shift,
        stretch,
        from: here,
        way: stretch.at === null ? undefined : last?.way,
        drive: stretch.at === null ? undefined : last?.id,
      };
      rides.push(ride);
      if (stretch.kind !== 'drive') {
        // What was reached is reached: the next stop at the same place had no drive.
        if (stretch.kind === 'fill' || stretch.kind === 'deliver') last = undefined;
        return;
      }
      const to = stretch.place ?? undefined;
      if (here !== undefined && to !== undefined) {
        ride.way = wayId(tanker, here, to);
        const way = ways.get(ride.way) ?? {
          id: ride.way,
          tanker,
          from: here,
          to,
          metres: stretch.metres ?? 0,
          seconds: stretch.to - stretch.from,
          rides: [],
        };
        way.rides.push(ride.id);
        ways.set(ride.way, way);
      }
      last = ride;
      here = to;
    });
  }
  const byId = new Map(rides.map((ride) => [ride.id, ride]));
  return {
    rides,
    ways: [...ways.values()],
    roads: roadsOf([...ways.values()]),
    ride: (id) => byId.get(id),
  };
}

function roadsOf(ways: readonly Way[]): Road[] {
  const roads = new Map<string, Road>();
  for (const way of ways) {
    const [one, other] = way.from < way.to ? [way.from, way.to] : [way.to, way.from];
    const id = `road:${one}:${other}`;
    const road = roads.get(id) ?? { id, ends: [one, other], ways: [] };
    road.ways.push(way);
    roads.set(id, road);
  }
  return [...roads.values()];
}
