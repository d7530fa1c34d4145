import type { Door } from './doors.ts';

/** What a walk is reckoned with. Households have no positions, so a trip is an allowance and no distance that was measured. */
export interface WalkSettings {
  /** Litres that a volunteer carries at a time. */
  carryLitres: number;
  /** Metres from the point and back to it, as much as is allowed for a trip. */
  tripMetres: number;
  metresPerMinute: number;
  /** At a door: greet, pour, ask how they are. */
  doorMinutes: number;
  /** Metres that nobody is asked to walk more of in a day. */
  mostMetres: number;
}

/** 20 L: what a grown person carries. 1,000 m: a point is meant for who lives within 500 m (Sphere 2018). 50 m a minute is 3 km/h, laden. */
export const usualSettings: WalkSettings = {
  carryLitres: 20,
  tripMetres: 1000,
  metresPerMinute: 50,
  doorMinutes: 5,
  mostMetres: 8000,
};

export interface Stop {
  door: Door;
  /** The first and the last trip on which it is brought water, counted from 1. */
  trip: number;
  lastTrip: number;
}

export interface Walk {
  volunteer: string;
  stops: Stop[];
  litres: number;
  trips: number;
  metres: number;
  minutes: number;
}

export type Unserved = { door: Door; why: 'nobody' | 'dark' | 'far' };

/**
 * Shares doors among volunteers, each a stretch of the doors in their order, so that nobody's share is more than one
 * door's work away from an equal one. `minutes` are those until dark. A door that would end after dark or be too far
 * goes to whoever still has room, and where nobody has, is returned with the reason.
 */
export function planWalks(
  doors: readonly Door[],
  volunteers: readonly string[],
  of: { settings: WalkSettings; minutes: number },
): { walks: Walk[]; unserved: Unserved[] } {
  const { settings } = of;
  const fits = (walk: Walk) =>
    walk.minutes > of.minutes ? 'dark' : walk.metres > settings.mostMetres ? 'far' : undefined;
  const shares = equalShares(doors, volunteers.length, settings);
  const left: Door[] = [];
  const walks = volunteers.map((volunteer, at) => {
    const kept = [...(shares[at] ?? [])];
    let walk = walkOf(volunteer, kept, settings);
    while (kept.length > 0 && fits(walk)) {
      left.unshift(kept.pop() as Door);
      walk = walkOf(volunteer, kept, settings);
    }
    return walk;
  });
  const waiting = volunteers.length === 0 ? doors : left;
  const unserved: Unserved[] = [];
  for (const door of waiting) {
    const tries = walks.map(({ volunteer, stops }) =>
      walkOf(volunteer, [...stops.map((stop) => stop.door), door], settings),
    );
    const at = leastOf(tries, (walk) => (fits(walk) ? Number.POSITIVE_INFINITY : walk.minutes));
    const taken = tries[at];
    if (taken && !fits(taken)) walks[at] = taken;
    else unserved.push({ door, why: (tries[0] && fits(tries[0])) ?? 'nobody' });
  }
  return { walks, unserved };
}

/** Minutes of work that a door is, a part of a trip counted as that part. */
export const workOf = ({ litres }: Door, of: WalkSettings): number =>
  of.doorMinutes + (litres / of.carryLitres) * (of.tripMetres / of.metresPerMinute);

/** Cut where an equal share ends: a door belongs to the share in which its middle lies. */
function equalShares(doors: readonly Door[], count: number, of: WalkSettings): Door[][] {
  const shares: Door[][] = Array.from({ length: count }, () => []);
  const total = doors.reduce((sum, door) => sum + workOf(door, of), 0);
  let done = 0;
  for (const door of doors) {
    const work = workOf(door, of);
    const at = Math.min(count - 1, Math.floor(((done + work / 2) / total) * count));
    shares[at]?.push(door);
    done += work;
  }
  return shares;
}

/** A walk by these doors in this order: a trip takes as many as it holds, none from two points; a door that needs more has trips of its own. */
export function walkOf(volunteer: string, doors: readonly Door[], of: WalkSettings): Walk {
  const stops: Stop[] = [];
  let [trips, room, point] = [0, 0, ''];
  for (const door of doors) {
    if (door.litres <= room && door.point.id === point) {
      room -= door.litres;
      stops.push({ door, trip: trips, lastTrip: trips });
      continue;
    }
    const needed = Math.max(1, Math.ceil(door.litres / of.carryLitres));
    stops.push({ door, trip: trips + 1, lastTrip: trips + needed });
    trips += needed;
    room = needed * of.carryLitres - door.litres;
    point = door.point.id;
  }
  const metres = trips * of.tripMetres;
  const minutes = Math.ceil(metres / of.metresPerMinute + doors.length * of.doorMinutes);
  const litres = doors.reduce((sum, door) => sum + door.litres, 0);
  return { volunteer, stops, litres, trips, metres, minutes };
}

function leastOf<Row>(rows: readonly Row[], figure: (row: Row) => number): number {
  let best = 0;
  rows.forEach((row, at) => {
    if (figure(row) < figure(rows[best] as Row)) best = at;
  });
  return best;
}
