/**
 * The words of `water-day/1` and `water-day-plan/1` (formats/water-day.md).
 * Litres, metres and seconds are whole numbers; a time is seconds since 00:00 of the day, local time.
 */

export type Interval = readonly [from: number, to: number];

export interface Place {
  id: string;
  name: string;
  lon: number;
  lat: number;
}

export interface Tier {
  name: string;
  litresPerPerson: number;
}

export interface Tanker {
  id: string;
  home: string;
  litres: number;
  from: number;
  to: number;
  loaded?: number;
  rest?: { every: number; seconds: number };
  out?: number;
}

export interface Source {
  id: string;
  place: string;
  bays: number;
  litresPerMinute: number;
  setupSeconds: number;
  open: Interval[];
  litresPerDay?: number;
}

export interface Point {
  id: string;
  place: string;
  people: number;
  have?: number;
  weight?: number;
  litresPerPerson?: number[];
  litresPerMinute: number;
  setupSeconds: number;
  open?: Interval[];
  maxTankerLitres?: number;
  storage?: { litres: number; level: number };
}

export interface Problem {
  format: 'water-day/1';
  name: string;
  day: { date: string; from: number; to: number };
  places: Place[];
  travel: { seconds: (number | null)[][]; metres: (number | null)[][] };
  tiers: Tier[];
  tankers: Tanker[];
  sources: Source[];
  points: Point[];
}

export interface HomeStop {
  kind: 'home';
  at: number;
}

export interface FillStop {
  kind: 'fill';
  source: string;
  arrive: number;
  start: number;
  finish: number;
  litres: number;
}

export interface DeliverStop {
  kind: 'deliver';
  point: string;
  arrive: number;
  start: number;
  finish: number;
  litres: number;
}

export type Stop = HomeStop | FillStop | DeliverStop;

export interface Route {
  tanker: string;
  stops: Stop[];
}

export interface TierScore {
  name: string;
  /** Sum over points of weight x people x short², two decimals. */
  hardship: number;
  /** The largest short, percent. */
  worst: number;
  /** Sum over points of people x short. */
  people: number;
}

export interface Score {
  tiers: TierScore[];
  metres: number;
  changed: number;
}

export interface Say {
  'zh-CN': string;
  en: string;
}

/** One operation of a JSON Patch (RFC 6902). */
export interface PatchOperation {
  op: 'add' | 'replace' | 'remove' | 'move' | 'copy' | 'test';
  path: string;
  from?: string;
  value?: unknown;
}

export interface ShortRow {
  point: string;
  tier: string;
  litres: number;
  because: string;
  say: Say;
  remedy: Say & { patch: PatchOperation[] | null };
}

export interface Plan {
  format: 'water-day-plan/1';
  problem: string;
  routes: Route[];
  score: Score;
  short: ShortRow[];
}
