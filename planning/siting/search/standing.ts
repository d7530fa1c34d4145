import type { Proven } from '../problem.ts';
import { firstOpen, isUniform, type Part, sum } from './part.ts';
import { serve } from './serve.ts';

/** People of one group who fetch at one site; indices are the part's. */
export interface Trip {
  group: number;
  site: number;
  people: number;
}

/** The best choice known for a part and a number of new sites, and how much is known of it. */
export interface Standing {
  /** Ascending. */
  open: number[];
  trips: Trip[];
  people: number;
  cost: number;
  walking: number;
  /** No choice of so many serves more. */
  bound: number;
  proven: Proven;
  /** For each of `open`: so many fewer without it; empty as long as it is not known. */
  adds: (number | null)[];
}

const NOTHING_PROVEN: Proven = { people: false, cost: false, walking: false };

/** @param at for each class, people at each of its sites. */
export function standingOf(
  part: Part,
  open: readonly number[],
  at: readonly (readonly number[])[],
  bound: number,
): Standing {
  const trips = spread(part, at);
  return { ...figuresOf(part, open, trips), bound, proven: NOTHING_PROVEN, adds: [] };
}

/** What the sites serve that are open whatever is chosen. */
export function standingNow(part: Part): Standing {
  const open = firstOpen(part);
  const everybody = sum(part.classes.map(({ people }) => people));
  return standingOf(part, open, serve(part, open).at, everybody);
}

type Figures = Pick<Standing, 'open' | 'trips' | 'people' | 'cost' | 'walking'>;

export function figuresOf(part: Part, open: readonly number[], trips: Trip[]): Figures {
  const metres = ({ group, site }: Trip): number => {
    const home = part.groups[group];
    return home?.metres[home.sites.indexOf(site)] ?? 0;
  };
  return {
    open: [...open],
    trips,
    people: sum(trips.map(({ people }) => people)),
    cost: sum(open.map((i) => part.cost[i] ?? 0)),
    walking: sum(trips.map((trip) => trip.people * metres(trip))),
  };
}

/** The people of a class are those of its groups, one group after the other. */
function spread({ classes, groups }: Part, at: readonly (readonly number[])[]): Trip[] {
  return classes.flatMap(({ members, sites }, c) => {
    const queue = members.map((group) => ({ group, left: groups[group]?.people ?? 0 }));
    return sites.flatMap((site, e) => {
      const trips: Trip[] = [];
      for (let wanted = at[c]?.[e] ?? 0; wanted > 0; ) {
        const next = queue.find(({ left }) => left > 0);
        if (!next) break;
        const people = Math.min(wanted, next.left);
        trips.push({ group: next.group, site, people });
        next.left -= people;
        wanted -= people;
      }
      return trips;
    });
  });
}

/**
 * What open sites serve when their people are known to about a whole: exactly what they can where all need the same, else
 * the better of what is known and what filling up gives.
 * @param known for each class, people at each of its sites, as a solver gave them
 */
export function served(part: Part, open: readonly number[], known: number[][]): number[][] {
  const own = serve(part, open);
  if (isUniform(part)) return own.at;
  const whole = known.map((row) => row.map(Math.round));
  return keepsRules(part, open, whole) && sum(whole.map(sum)) > own.people ? whole : own.at;
}

function keepsRules({ classes, caps }: Part, open: readonly number[], at: number[][]): boolean {
  const left = caps.map((cap, i) => (open.includes(i) ? cap : 0));
  return classes.every(({ people, need, sites }, c) => {
    const row = at[c] ?? [];
    sites.forEach((i, e) => {
      left[i] = (left[i] ?? 0) - need * (row[e] ?? 0);
    });
    return (
      row.every((one) => one >= 0) && sum(row) <= people && sites.every((i) => (left[i] ?? 0) >= 0)
    );
  });
}
