import type { Day } from '@liangbuwu/trucking/check/day.ts';
import { needs } from '@liangbuwu/trucking/check/need.ts';
import { shortOf } from '@liangbuwu/trucking/check/served.ts';
import { tankDay } from '@liangbuwu/trucking/check/tank.ts';
import type { Interval, Point, Source, Stop, Tanker } from '@liangbuwu/trucking/water-day.ts';

export interface Booked {
  start: number;
  finish: number;
  litres: number;
}

/** A tanker on its way. */
export interface Crew {
  tanker: Tanker;
  at: string;
  time: number;
  rested: number;
  load: number;
  stops: Stop[];
}

/** Each tier weighs a hundredth of the one before it. */
const LATER = 0.01;

function litresOf(list: readonly Booked[]): number {
  return list.reduce((sum, { litres }) => sum + litres, 0);
}

/** Earliest start from `t` of `seconds` in one window and with a bay free throughout; Infinity: never. */
function slot(
  windows: readonly Interval[],
  booked: readonly Booked[],
  bays: number,
  t: number,
  seconds: number,
): number {
  const times = [t, ...windows.map(([from]) => from), ...booked.map(({ finish }) => finish)];
  const fits = (at: number) =>
    at >= t &&
    windows.some(([from, to]) => from <= at && at + seconds <= to) &&
    booked.filter(({ start, finish }) => start < at + seconds && at < finish).length < bays;
  return Math.min(...times.filter(fits));
}

/** Drives on to a stop, rests before it if need be; undefined when home could not be reached in time from there. */
function goOn(
  { findWay }: Day,
  crew: Crew,
  place: string,
  seconds: number,
  startFrom: (arrive: number) => number,
): { arrive: number; start: number; finish: number } | undefined {
  const { rest, home, to } = crew.tanker;
  const drive = (a: string, b: string) => findWay(a, b)?.seconds ?? Number.POSITIVE_INFINITY;
  const back = seconds + drive(place, home);
  const every = rest?.every ?? Number.POSITIVE_INFINITY;
  let arrive = crew.time + drive(crew.at, place);
  if (startFrom(arrive) + back - crew.rested > every) {
    crew.rested = crew.time + (rest?.seconds ?? 0);
    arrive += rest?.seconds ?? 0;
  }
  const start = startFrom(arrive);
  if (!(start + back <= to && start + back - crew.rested <= every)) return undefined;
  crew.at = place;
  crew.time = start + seconds;
  return { arrive, start, finish: crew.time };
}

/** Fills the tanker up; what was booked, or undefined. */
export function fill(day: Day, crew: Crew, { source, booked }: Well): Booked | undefined {
  const { id, place, bays, open, setupSeconds, litresPerMinute, litresPerDay } = source;
  const left = (litresPerDay ?? Number.POSITIVE_INFINITY) - litresOf(booked);
  const litres = Math.min(crew.tanker.litres - crew.load, left);
  if (litres <= 0) return undefined;
  const seconds = setupSeconds + Math.ceil((60 * litres) / litresPerMinute);
  const times = goOn(day, crew, place, seconds, (t) => slot(open, booked, bays, t, seconds));
  if (!times) return undefined;
  crew.load += litres;
  crew.stops.push({ kind: 'fill', source: id, ...times, litres });
  return { ...times, litres };
}

/** Delivers what a point lacks of tier `k`, or what is on board; what came, or undefined. */
export function deliver(day: Day, crew: Crew, village: Village, k: number): Booked | undefined {
  const { point, lack, over } = village;
  const { id, place, setupSeconds, litresPerMinute, storage } = point;
  let litres = Math.floor(Math.min(crew.load, lack(k), storage?.litres ?? lack(k)));
  const pump = () => setupSeconds + Math.ceil((60 * litres) / litresPerMinute);
  const from = (t: number) => slot(day.windows(point), [], 1, t, pump());
  const way = day.findWay(crew.at, place)?.seconds ?? Number.POSITIVE_INFINITY;
  const start = from(crew.time + way);
  const spilt = storage ? over({ start, finish: start + pump(), litres }) : 0;
  if (spilt > 0) litres -= Math.ceil(spilt) + 9;
  const times = litres > 0 ? goOn(day, crew, place, pump(), from) : undefined;
  if (!times || (storage && over({ ...times, litres }) > 0)) return undefined;
  crew.load -= litres;
  crew.stops.push({ kind: 'deliver', point: id, ...times, litres });
  return { ...times, litres };
}

export interface Well {
  source: Source;
  booked: Booked[];
}

export type Village = ReturnType<typeof openVillage>;

/** A point and what came to it; each figure also with one delivery more. */
export function openVillage({ problem }: Day, point: Point) {
  const need = needs(problem, point);
  const last = need.at(-1) ?? 0;
  const came: Booked[] = [];
  const tank = (more: Booked[]) => {
    const all = [...came, ...more].sort((a, b) => a.finish - b.finish);
    return point.storage && tankDay(problem.day, point.storage.level, last, all);
  };
  const got = (more: Booked[]) => last - (tank(more)?.lost ?? last - litresOf([...came, ...more]));
  return {
    point,
    came,
    /** Litres that people lack. */
    lack: (k: number) =>
      point.storage ? last - got([]) : Math.ceil(need[k] ?? 0) - litresOf(came),
    /** Litres by which the tank overflows. */
    over: (more: Booked) => {
      return Math.max(0, ...(tank([more])?.levels ?? [])) - (point.storage?.litres ?? 0);
    },
    misery: (more: Booked[]) => {
      const served = { point, needs: need, got: got(more) };
      const weight = (point.weight ?? 1) * point.people;
      return need.reduce((sum, _, k) => sum + LATER ** k * weight * shortOf(served, k) ** 2, 0);
    },
  };
}
