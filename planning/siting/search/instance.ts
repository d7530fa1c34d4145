import type { Problem } from '../problem.ts';

/** A problem in whole units: what everything in this folder works on. */
export interface Instance {
  /** Of each site: units of water a day; see `need`. */
  caps: number[];
  /** Of each site, hundredths. 0 for an existing one. */
  building: number[];
  /** Of each site, hundredths: building, and running for `months`. 0 for an existing one. */
  cost: number[];
  existing: boolean[];
  must: boolean[];
  /** Sites that are there or may be chosen. */
  usable: number[];
  people: number[];
  /** Units of water that each person of a group takes a day: 1 where all need the same. */
  need: number[];
  /** For each group, the usable sites within the limits, ascending. */
  reach: number[][];
  metres: (site: number, group: number) => number;
  /** Hundredths. */
  budget: number | null;
  months: number;
  /** Most new stations, at most as many as may be chosen. */
  most: number;
}

const MILLILITRES = 1000;
const HUNDREDTHS = 100;

/** @param problem one without faults. */
export function instanceOf(problem: Problem): Instance {
  const { sites, groups, metres, seconds, limits, budget = null, months = 12 } = problem;
  const { metres: far = 500, seconds: long = 1200, queue = 0 } = limits ?? {};
  const usable = sites.flatMap(({ choice }, i) => (choice === 'never' ? [] : [i]));
  const millilitres = groups.map(({ litres }) => Math.round(litres * MILLILITRES));
  const unit = millilitres.reduce(divisor, 0) || 1;
  const walkable = (i: number, j: number): boolean => {
    const way = metres[i]?.[j] ?? null;
    const time = seconds[i]?.[j] ?? null;
    return way !== null && time !== null && way <= far && time + queue <= long;
  };
  const hundredths = (i: number, run: number): number => {
    const { existing, building = 0, running = 0 } = sites[i] ?? {};
    if (existing) return 0;
    return Math.round(building * HUNDREDTHS) + run * Math.round(running * HUNDREDTHS);
  };
  const choosable = usable.filter((i) => !sites[i]?.existing).length;
  return {
    caps: sites.map((site) => Math.floor(Math.round(site.yield * MILLILITRES) / unit)),
    building: sites.map((_, i) => hundredths(i, 0)),
    cost: sites.map((_, i) => hundredths(i, months)),
    existing: sites.map(({ existing = false }) => existing),
    must: sites.map(({ choice }) => choice === 'must'),
    usable,
    people: groups.map(({ people }) => people),
    need: millilitres.map((one) => one / unit),
    reach: groups.map((_, j) => usable.filter((i) => walkable(i, j))),
    metres: (i, j) => metres[i]?.[j] ?? 0,
    budget: budget === null ? null : Math.round(budget * HUNDREDTHS),
    months,
    most: Math.min(problem.most, choosable),
  };
}

/** Greatest common divisor. */
export function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}
