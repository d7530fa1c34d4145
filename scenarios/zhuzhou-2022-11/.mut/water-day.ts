import { greatCircleMetres } from '@liangbuwu/roads/sphere.ts';
import type { Interval, Point, Problem, Source, Tanker } from '@liangbuwu/trucking/water-day.ts';
import type { Closure, Place, RoadClass } from './place.ts';
import type { Scenario } from './scenario.ts';
import * as water from './water.ts';

export interface WaterDayOptions {
  /** Local date, `YYYY-MM-DD`; 2022-11-10 by default. */
  date?: string;
  /** Closures to leave out, by id: what the day would be without them. */
  without?: string[];
}

/**
 * The scenario's water day as a `water-day/1` problem. Ways are straight lines lengthened by the road class
 * of both ends; a closure whose span touches the date's service hours cuts every way to and from its places.
 */
export function toWaterDay(scenario: Scenario, options: WaterDayOptions = {}): Problem {
  const { date = '2022-11-10', without = [] } = options;
  const { service, floors, tankers, sources, points, rest } = scenario.water;
  const from = water.secondsOfDay(service.from);
  const to = water.secondsOfDay(service.to);
  const used = new Set([
    ...tankers.map((t) => t.home),
    ...sources.map((s) => s.place),
    ...points.map((p) => p.place),
  ]);
  const places = scenario.places.filter((place) => used.has(place.id));
  const closures = scenario.closures.filter(
    (closure) => !without.includes(closure.id) && inForce(closure, date, from, to),
  );
  return {
    format: 'water-day/1',
    name: ['zhuzhou', date, ...without.map((id) => `without-${id}`)].join('-'),
    day: { date, from, to },
    places: places.map(({ id, name, position: { lon, lat } }) => ({
      id,
      name: name['zh-CN'],
      lon,
      lat,
    })),
    travel: estimateTravel(places, scenario.roadClasses, closures),
    tiers: floors.tiers.map(({ name, litresPerPerson }) => ({ name, litresPerPerson })),
    tankers: tankers.map((tanker) => toTanker(tanker, rest)),
    sources: sources.filter((source) => isConsented(source, date)).map(toSource),
    points: points.map(toPoint),
  };
}

function inForce(closure: Closure, date: string, from: number, to: number): boolean {
  const midnight = Temporal.PlainDate.from(date).toZonedDateTime('Asia/Shanghai');
  const starts = midnight.add({ seconds: from }).toInstant();
  const ends = midnight.add({ seconds: to }).toInstant();
  return (
    Temporal.Instant.compare(closure.from, ends) < 0 &&
    (closure.until === null || Temporal.Instant.compare(closure.until, starts) > 0)
  );
}

function isConsented({ consent }: water.Source, date: string): boolean {
  return !consent || (consent.from <= date && date <= consent.until);
}

/** One shift a tanker is all the format knows: drivers change where the tanker stands. */
function toTanker({ id, home, litres, shifts }: water.Tanker, rest: water.Water['rest']): Tanker {
  return {
    id,
    home,
    litres,
    from: Math.min(...shifts.map((shift) => water.secondsOfDay(shift.from))),
    to: Math.max(...shifts.map((shift) => water.secondsOfDay(shift.to))),
    rest: { every: rest.every, seconds: rest.seconds },
  };
}

function toSource(source: water.Source): Source {
  const { id, place, bays, litresPerMinute, setupSeconds, open, litresPerDay } = source;
  return {
    id,
    place,
    bays,
    litresPerMinute,
    setupSeconds,
    open: open.map(toInterval),
    ...(litresPerDay !== undefined && { litresPerDay }),
  };
}

function toPoint(point: water.Point): Point {
  const { id, place, people, ownWater, setupSeconds, open, access, villageTank } = point;
  const have = ownWater.reduce((sum, { litres }) => sum + litres, 0);
  return {
    id,
    place,
    people,
    ...(have > 0 && { have }),
    litresPerMinute: villageTank?.litresPerMinute ?? point.taps * point.litresPerMinutePerTap,
    setupSeconds,
    ...(open && { open: open.map(toInterval) }),
    ...(access && { maxTankerLitres: access.maxTankerLitres }),
    ...(villageTank && {
      storage: { litres: villageTank.litres, level: villageTank.levelAtStart },
    }),
  };
}

function toInterval([from, to]: [string, string]): Interval {
  return [water.secondsOfDay(from), water.secondsOfDay(to)];
}

/** Half of each way is driven on the one end's road class, half on the other's. */
function estimateTravel(
  places: Place[],
  roadClasses: RoadClass[],
  closures: Closure[],
): Problem['travel'] {
  const roads = new Map(roadClasses.map((road) => [road.id, road]));
  const closed = new Set(closures.flatMap((closure) => closure.closes));
  const way = (a: Place, b: Place, of: (metres: number, road: RoadClass) => number) => {
    if (a === b) return 0;
    if (closed.has(a.id) || closed.has(b.id)) return null;
    const half = greatCircleMetres(a.position, b.position) / 2;
    return Math.round(
      [a, b].reduce((sum, { roadClass }) => sum + of(half, getRoad(roads, roadClass)), 0),
    );
  };
  const table = (of: (metres: number, road: RoadClass) => number) =>
    places.map((a) => places.map((b) => way(a, b, of)));
  return {
    seconds: table((metres, road) => (metres * road.detour * 3.6) / road.kilometresPerHour),
    metres: table((metres, road) => metres * road.detour),
  };
}

function getRoad(roads: Map<string, RoadClass>, id: string): RoadClass {
  const road = roads.get(id);
  if (!road) throw new Error(`travel.json has no road class "${id}" that places.json names`);
  return road;
}
