/**
 * The words of staggered times.
 *
 * All numbers are whole: minutes, people, and what these cost, in people-minutes. So every sum is exact, and a bound meets the best.
 * Results name everything by its id.
 */

/** When a resource is there, and for whom. */
export interface Opening {
  /** Minutes, of the same clock as all starts. 0 to 20,160. */
  from: number;
  /** After `from`; no longer open then. */
  to: number;
  /** Default: the resource's. */
  capacity?: number;
  /** Only for activities of these kinds. Default: for all. */
  kinds?: readonly string[];
}

/** What activities take at the same time: a gate, a stair, the seats of a canteen. */
export interface Resource {
  /** Not empty, no other resource's. */
  id: string;
  /** What it has at any moment. 0 to 10⁶. */
  capacity: number;
  /** Closed outside of these; they do not overlap. Default: always open, for all. */
  openings?: readonly Opening[];
  /** At any moment for activities of one kind: any, but never two. Default false. */
  oneKind?: boolean;
}

/** A resource that is taken for some time. */
export interface Use {
  resource: string;
  /** Minutes after the activity's start. 0 to 1,440, default 0. */
  offset?: number;
  /** For so long. 1 to 1,440. */
  minutes: number;
  /** So much of it. 1 to 10⁶. Default: the activity's people. */
  amount?: number;
}

/** One way to do an activity: by gate A and the east stair. */
export interface Way {
  /** Not empty, no other way's of the activity. */
  id: string;
  uses: readonly Use[];
}

/** Arrival, lunch, dismissal. */
export interface Phase {
  /** Not empty, no other phase's. */
  id: string;
  /** What each minute between its first and its last start costs, in people-minutes. 0 to 10⁶, default 0. */
  spread?: number;
}

/** A class, or those of it who walk, or who go by bus, in one phase. */
export interface Activity {
  /** Not empty, no other activity's. */
  id: string;
  phase: string;
  /** Walkers, cars. Default: a kind that has no name. */
  kind?: string;
  /** 1 to 10⁵; 10⁶ in all activities together. */
  people: number;
  /** Minutes at which it may start, at least one, each once. One alone: it is kept, as that of a bus. 0 to 10,080. */
  starts: readonly number[];
  /** The start that costs nothing. Default: all are as good. */
  preferred?: number;
  /** What a minute away from `preferred` costs each of its people. 0 to 1,000, default 1. */
  weight?: number;
  /** It goes one of these ways; at least one. */
  ways: readonly Way[];
}

/** One activity starts so long after another one. */
export interface Order {
  before: string;
  after: string;
  /** Least minutes from start to start; below 0: `after` may start that much earlier. ±10,080, default 0. */
  least?: number;
  /** Most minutes, no fewer than `least`. Default: no limit. */
  most?: number;
}

/** People of two activities who belong together: siblings. */
export interface Together {
  activities: readonly [string, string];
  /** How many wait for each other. 1 to 10⁵. */
  people: number;
  /** What a minute between the two starts costs each of them. 0 to 1,000, default 1. */
  weight?: number;
  /** Most minutes between the two starts; 0: they start together. 0 to 10,080. Default: no limit. */
  most?: number;
}

/** When and by which way an activity went until now. A result's placements will do. */
export interface Previous {
  activity: string;
  start: number;
  way: string;
}

export interface Problem {
  resources: readonly Resource[];
  phases: readonly Phase[];
  activities: readonly Activity[];
  orders?: readonly Order[];
  together?: readonly Together[];
  /** Of some or all activities; entries of activities that are no more say nothing. */
  previous?: readonly Previous[];
  /** What another start or way than the previous one costs each of an activity's people. 0 to 1,000, default 0. */
  change?: number;
}

/** A resource as it is taken. */
export interface Taken {
  resource: string;
  from: number;
  to: number;
  amount: number;
}

/** When and by which way an activity goes. */
export interface Placement {
  activity: string;
  start: number;
  way: string;
  /** In the order of the way's uses. */
  uses: Taken[];
}

/** A stretch of time in which as much of a resource is taken. */
export interface Load {
  resource: string;
  from: number;
  to: number;
  /** At least 1: where nothing is taken there is no stretch. */
  amount: number;
  capacity: number;
  /** By so much `amount` is above `capacity`. */
  over: number;
  /** Kinds that are there together though it takes one kind only; else 0. */
  mixed: number;
}

/** In people-minutes. */
export interface Costs {
  /** Away from preferred starts. */
  waiting: number;
  /** Who belong together and do not start together. */
  apart: number;
  /** Between first and last starts of phases. */
  spread: number;
  /** Other starts and ways than the previous ones. */
  changes: number;
  total: number;
}

export interface Changed {
  activity: string;
  from: { start: number; way: string };
  to: { start: number; way: string };
}

/** Why not everything can be placed. */
export type Conflict =
  /** At none of their starts is any of their ways open to their kind. */
  | { because: 'closed'; activities: string[] }
  /** Their orders, and the `most` of those together, contradict each other at the starts that there are. Without any one of them they would not. */
  | {
      because: 'times';
      activities: string[];
      /** Indices into `Problem.orders`. */
      orders: number[];
      /** Indices into `Problem.together`. */
      together: number[];
    }
  /** These resources are too small. Loads tell by how much at least, and when. */
  | {
      because: 'capacity';
      resources: Short[];
      /** Without the limits of any one of `resources` it would be possible. False: there was no time to find out. */
      minimal: boolean;
    };

/** A resource that is too small for who needs it. */
export interface Short {
  resource: string;
  /** The most that it has at any moment. */
  capacity: number;
  /** Activities all of whose ways take it. */
  activities: number;
  /** What these take of it together. */
  amount: number;
  /** How many different starts they have to choose from. */
  starts: number;
}

/** What is known for certain. */
export interface Proven {
  /** No timetable is less over the capacities; where `overload` is 0 that is known by itself. */
  overload: boolean;
  /** Of those none costs less. */
  costs: boolean;
}

export interface Result {
  /** In the order of `Problem.activities`. Empty where a conflict is of times or of what is closed. */
  placements: Placement[];
  /** By resources in their order, then by time. */
  loads: Load[];
  costs: Costs;
  /** No timetable that is as little over the capacities costs less. Equal to `costs.total` when that is proven. */
  bound: number;
  /** Amount × minutes above capacities, and minutes × kinds too many; 0: everything has its place. */
  overload: number;
  /** No timetable has less overload. */
  overloadBound: number;
  proven: Proven;
  /** Why not everything can have its place, as far as that is proven; one for each part of the problem that nothing connects with the others. */
  conflicts: Conflict[];
  /** Activities with a previous placement that is not theirs now. */
  changes: Changed[];
  /** The signal aborted, or time ran out, before everything was proven. */
  stopped: boolean;
  /** Wall time, seconds. */
  seconds: number;
}
