import type { Interval, Problem } from '../water-day.ts';
import { closeWay } from './map.ts';
import { type Random, seeded } from './random.ts';

/** What can happen while a plan is being driven. */
export type Happening =
  | 'tanker-out'
  | 'source-closes'
  | 'source-gives-less'
  | 'way-closed'
  | 'more-people'
  | 'new-point'
  | 'new-tanker'
  | 'weight-rises';

export interface Later {
  /** The problem as it stands at `now`; the one given is left as it was. */
  problem: Problem;
  /** Seconds since 00:00, inside the service window. */
  now: number;
  happened: Happening[];
}

const HAPPENINGS: Record<Happening, (problem: Problem, random: Random, now: number) => boolean> = {
  'tanker-out': ({ tankers }, random, now) => {
    const tanker = anyOf(tankers, random);
    if (tanker) tanker.out = now - random.pick([0, 0, 600, 3600]);
    return tanker !== undefined;
  },
  'source-closes': ({ sources }, random, now) => {
    const source = anyOf(sources, random);
    if (!source?.open.some(([, to]) => to > now + 3600)) return false;
    source.open = until(source.open, now + 3600);
    return true;
  },
  'source-gives-less': ({ sources, tankers }, random) => {
    const source = anyOf(sources, random);
    const fleet = tankers.reduce((sum, tanker) => sum + tanker.litres, 0);
    const gives = source?.litresPerDay ?? fleet;
    if (!source || gives === 0) return false;
    source.litresPerDay = Math.floor(gives * 0.6);
    return true;
  },
  'way-closed': ({ places, tankers, travel }, random) => {
    const from = random.whole(0, places.length - 1);
    const to = random.whole(0, places.length - 1);
    // A tanker must be able to come home whatever it was doing.
    const leadsHome = tankers.some((tanker) => tanker.home === places[to]?.id);
    if (from === to || leadsHome || travel.seconds[from]?.[to] === null) return false;
    closeWay(travel, from, to);
    return true;
  },
  'more-people': ({ points }, random) => {
    const point = anyOf(points, random);
    if (point) point.people = Math.ceil(point.people * 1.5) + 10;
    return point !== undefined;
  },
  'new-point': ({ points }, random) => {
    const neighbour = anyOf(points, random);
    if (!neighbour) return false;
    points.push({
      id: unused('P', points),
      place: neighbour.place,
      people: random.whole(20, 120),
      litresPerMinute: 60,
      setupSeconds: 300,
    });
    return true;
  },
  'new-tanker': ({ tankers }, random, now) => {
    const model = anyOf(tankers, random);
    if (!model) return false;
    tankers.push({
      id: unused('T', tankers),
      home: model.home,
      litres: model.litres,
      from: now,
      to: now + 21600,
    });
    return true;
  },
  'weight-rises': ({ points }, random) => {
    const point = anyOf(points, random);
    if (point) point.weight = (point.weight ?? 1) * 3;
    return point !== undefined;
  },
};

/**
 * The same day some hours on, for planning again: one to three things have happened.
 * Driving times and shifts stay, and every way home stays open.
 *
 * @param problem a valid problem; it is not changed.
 * @param seed any whole number; the same seed gives the same changes.
 * @returns a problem that `parseProblem` accepts, under the same name, with the moment and what happened.
 */
export function later(problem: Problem, seed: number): Later {
  const random = seeded(seed);
  const changed = structuredClone(problem);
  const { from, to } = problem.day;
  const now = Math.floor(from + (to - from) * random.between(0.05, 0.85));
  const happened: Happening[] = [];
  const wanted = random.whole(1, 3);
  for (let tries = 0; happened.length < wanted && tries < 30; tries++) {
    const kinds = Object.keys(HAPPENINGS) as [Happening, ...Happening[]];
    const kind = random.pick(kinds);
    if (!happened.includes(kind) && HAPPENINGS[kind](changed, random, now)) happened.push(kind);
  }
  return { problem: changed, now, happened };
}

function anyOf<T>(list: T[], random: Random): T | undefined {
  return list[random.whole(0, list.length - 1)];
}

function until(open: Interval[], end: number): Interval[] {
  return open
    .filter(([from]) => from < end)
    .map(([from, to]): Interval => [from, Math.min(to, end)]);
}

function unused(letter: string, list: { id: string }[]): string {
  const ids = new Set(list.map(({ id }) => id));
  let number = list.length + 1;
  while (ids.has(`${letter}${number}`)) number++;
  return `${letter}${number}`;
}
