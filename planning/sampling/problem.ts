/** Those who are called together: a building, a class, the staff. */
export interface Group {
  /** Not empty; no other group has it. */
  id: string;
  /** 1…100,000. */
  people: number;
  /** From being called to standing in the queue, seconds, 0…7,200. Default 180. */
  walk?: number;
}

/** A session of sampling in one place. All numbers are whole. */
export interface Problem {
  /** In the order in which they are called. */
  groups: readonly Group[];
  /** How many swab at the same time, each at a table, 1…500. In guidance: people ÷ 360. */
  samplers: number;
  /** Swabs that go into one tube, 1…50; usual are 10 and 20. */
  perTube: number;
  /** When the first swab is due, seconds of the day, 0…86,400. Default 0. */
  start?: number;
  /** For one person, from the chair to the next one, seconds, 1…600. Default 20. */
  swab?: number;
  /** For closing and labelling a tube and opening the next, seconds, 0…600. Default 45. */
  tube?: number;
  /** How long anybody should wait at most, seconds, 60…14,400. Default 600. */
  mostWait?: number;
  /** How much before the turn people are told to be there, so that tables do not stand idle, seconds, 0…3,600. Default 60. */
  early?: number;
}

/** People of one group that are called at once. */
export interface Part {
  group: string;
  /** The first and the last of the group, counted from 1. */
  from: number;
  to: number;
  /** When they are called, seconds of the day: their walk before `Call.at`. */
  leave: number;
}

export interface Call {
  /** When they stand in the queue, seconds of the day. */
  at: number;
  people: number;
  parts: Part[];
  /** The longest that one of them waits if all goes as reckoned, seconds. */
  wait: number;
}

export interface Plan {
  people: number;
  /** The fewest that there can be. */
  tubes: number;
  /** From the first swab until the last tube is closed, seconds, if nobody is late. */
  seconds: number;
  /** The session's end, seconds of the day; past midnight it goes on counting. */
  ends: number;
  calls: Call[];
  /** The longest wait of all calls, seconds. Above `mostWait` only where one round of the tables alone takes longer. */
  wait: number;
}

/** How a session goes by chance, as far as these figures tell. */
export interface Chance {
  /** Sessions that are played through, 1…10,000. Default 200. */
  runs?: number;
  /** The same seed gives the same figures. Default 1. */
  seed?: number;
  /** Everybody comes up to so much after the time told, evenly spread, seconds, 0…7,200. Default 120. */
  late?: number;
  /** The share that does not come at all, 0…1. Default 0. */
  missing?: number;
  /** How much swabs and tubes vary: the standard deviation of their time as a share of it, 0…2. Default 0.3. */
  variation?: number;
}

/** The middle of all runs, and what one in ten is below and above. */
export interface Spread {
  low: number;
  middle: number;
  high: number;
}

export interface Simulation {
  runs: number;
  /** From the session's start until the last tube is closed, seconds. */
  seconds: Spread;
  /** The longest wait in a session, seconds. */
  longestWait: Spread;
  /** What nineteen of twenty people wait less than, over all runs, seconds. */
  wait95: number;
  /** The share of people who wait longer than `mostWait`, over all runs. */
  over: number;
  /** The longest queue in a session, people; who is being swabbed does not stand in it. */
  longestQueue: Spread;
  tubes: Spread;
  /** Of one run, the one with the middle duration: how many stand in the queue, minute by minute from the start. */
  queue: number[];
}
