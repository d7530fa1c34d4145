/**
 * The words of station siting.
 *
 * Litres have at most three decimals, money two, all else is whole: so every sum here is exact.
 * Results name sites and groups by their ids.
 */

/** Where a station is, or could be: a well, a spring, a reservoir. */
export interface Site {
  /** Not empty, no other site's. */
  id: string;
  /** What it gives, litres a day. 0 to 10⁹. */
  yield: number;
  /** What building it costs, once; of an existing one it is not counted. 0 to 10⁹, default 0. */
  building?: number;
  /** What running it costs a month; of an existing one it is not counted. 0 to 10⁶, default 0. */
  running?: number;
  /** It is there already: open at every level, and counts as no new station. Default false. */
  existing?: boolean;
  /** `must`: it is among the new ones at every level. `never`: it is not chosen. Default: free. Not of an existing one. */
  choice?: 'must' | 'never';
}

/** People who live together closely enough to walk the same way: a hamlet, a house. */
export interface Group {
  /** Not empty, no other group's. */
  id: string;
  /** 0 to 10⁶. */
  people: number;
  /** What each of them still needs, litres a day. 0.001 to 1,000. */
  litres: number;
}

/** What a walk may be at most. */
export interface Limits {
  /** Metres, one way. Default 500 (Sphere). */
  metres?: number;
  /** Seconds there and back, `queue` included. Default 1200. */
  seconds?: number;
  /** Seconds at the tap and in the queue, added to every walk. Default 0. */
  queue?: number;
}

/** Metres or seconds from each site to each group: `[site][group]`; `null`: no way. */
export type Walks = readonly (readonly (number | null)[])[];

export interface Problem {
  sites: readonly Site[];
  groups: readonly Group[];
  /** Walking metres, one way. Whole, 0 to 10⁶. */
  metres: Walks;
  /** Walking seconds there and back. Whole, 0 to 10⁶. A walk needs both. */
  seconds: Walks;
  limits?: Limits;
  /** Most new stations: there is a level for each number up to it. 0 to 1,000; levels end at the number of sites that may be chosen. */
  most: number;
  /** Most money for building. Default: no limit. */
  budget?: number | null;
  /** Cheaper is what costs less to build and to run for so many months. 0 to 1,200, default 12. */
  months?: number;
  /** What a cubic metre brought by tanker costs. Default `null`: not known; then no money is saved, as far as is known. */
  trucking?: number | null;
}

/** So many people of a group fetch their water here. */
export interface Walk {
  site: string;
  group: string;
  /** At least 1. */
  people: number;
}

/** Who goes on being without. */
export interface Unserved {
  group: string;
  people: number;
  /**
   * `out-of-reach`: no site that may be chosen lies within the limits. `not-built`: only sites that are not open do.
   * `yield`: an open station does; its water goes to as many others.
   */
  because: 'out-of-reach' | 'not-built' | 'yield';
}

/** What one open station is good for. */
export interface Station {
  site: string;
  existing: boolean;
  /** Who fetch their water here. */
  people: number;
  /** What they take, litres a day. */
  litres: number;
  /** What is left of its yield, litres a day. */
  spare: number;
  /** So many fewer would be served without it, the others serving as many as they can. `null`: stopped before it was known. */
  adds: number | null;
  /** People in reach of no other open station, served or not. */
  onlyHere: number;
}

/** What is known for certain of a level. Each is worked out among what is best by those before it. */
export interface Proven {
  /** No choice of stations serves more people. */
  people: boolean;
  /** None that serves as many costs less. */
  cost: boolean;
  /** None that serves as many at that cost has them walk less. */
  walking: boolean;
}

/** What no longer has to be trucked, against the existing stations alone. */
export interface Saved {
  /** m³ in a month of thirty days. */
  cubicMetres: number;
  /** What they cost by tanker. `null`: the price is not known. */
  byTanker: number | null;
  /** The same less what the new stations cost to run, a month. */
  money: number | null;
  /** Months until the building has paid for itself. `null`: it never does, or the price is not known. 0 where nothing is built. */
  payback: number | null;
}

/** The best choice of at most so many new stations. */
export interface Level {
  /** Most new stations. Fewer are opened where one more would serve nobody more. */
  most: number;
  /** In the order of `Problem.sites`, existing ones too. */
  stations: Station[];
  walks: Walk[];
  unserved: Unserved[];
  /** Who are served. */
  people: number;
  /** So many more than at the level before; at the first level, than by the existing stations alone. */
  gain: number;
  /** Nobody can serve more than so many with so many stations. Equal to `people` when that is proven. */
  bound: number;
  proven: Proven;
  /** Of the new ones, once. */
  building: number;
  /** Of the new ones, a month. */
  running: number;
  /** Metres one way, summed over all who are served. */
  walking: number;
  saved: Saved;
}

export interface Result {
  /** All, served or not. */
  people: number;
  /** Who have a site within the limits that is there or may be chosen. */
  inReach: number;
  /** By the existing stations alone. */
  servedNow: number;
  /** For each number of new stations from that of the `must` ones on. */
  levels: Level[];
  /** The signal aborted, or time ran out, before everything was proven. */
  stopped: boolean;
  /** Wall time, seconds. */
  seconds: number;
}
