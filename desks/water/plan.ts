import type { Say } from '@liangbuwu/office/http/say.ts';
import { servedPoints } from '@liangbuwu/trucking/check/served.ts';
import type { Plan, Problem } from '@liangbuwu/trucking/water-day.ts';
import { weightAfter } from './fairness.ts';
import type { PointGap, Served } from './gap.ts';
import { floorsFor, weightOfKind } from './kinds.ts';
import { toBring, toPeople } from './losses.ts';
import { barred, largestTanker, shut } from './rules.ts';
import { spans } from './spans.ts';
import type { Desk, Floors, Interval, Point, Position, Source, Tanker } from './water.ts';

/** All that a day's plan rests on. Travel is in the order of `positions`. */
export interface DayRows {
  desk: Desk;
  floors: Floors;
  sources: readonly Source[];
  tankers: readonly Tanker[];
  points: readonly Point[];
  positions: readonly Position[];
  travel: { seconds: (number | null)[][]; metres: (number | null)[][] };
}

/**
 * The day as `water-day/1`. Shifts of a tanker that follow on each other are one of the format's tankers, named by
 * the first of them (the drivers change where it stands); after a gap it starts and ends at home anew.
 * What is out of use stays in the problem, closed from the second it went out, since a plan that is already under way may have used it.
 * All its litres are litres of the tanker: floors and own water are what people should have and have, with what is spilled added.
 *
 * @param at the day, and the second of it from which what has no date of its own is out of use.
 */
export function dayProblem(
  rows: DayRows,
  at: { name: string; date: string; secondOf(instant: string): number },
): Problem {
  const { desk, floors } = rows;
  return {
    format: 'water-day/1',
    name: at.name,
    day: { date: at.date, from: desk.from, to: desk.to },
    places: rows.positions.map(({ place, name, lon, lat }) => ({ id: place, name, lon, lat })),
    travel: travelOf(rows),
    tiers: floors.tiers.map(({ name, litresPerPerson }) => ({
      name,
      litresPerPerson: toBring(litresPerPerson, desk.lossPercent),
    })),
    tankers: rows.tankers.flatMap((tanker) => shiftsOf(tanker, desk, at)),
    sources: rows.sources.map((source) => ({
      id: source.id,
      place: source.place,
      bays: source.bays,
      litresPerMinute: source.litresPerMinute,
      setupSeconds: source.setupSeconds,
      open: openOf(source, at),
      ...(source.litresPerDay === null ? {} : { litresPerDay: source.litresPerDay }),
    })),
    points: rows.points.map((point) => ({
      id: point.id,
      place: point.place,
      people: point.people,
      // Downwards: a litre too much to bring rather than one too little.
      have: Math.floor(toBring(point.have, desk.lossPercent)),
      weight: weightAfter(point.weight, weightOfKind(point.kind, floors)),
      ...ownLitres(point, rows),
      litresPerMinute: point.litresPerMinute,
      setupSeconds: point.setupSeconds,
      ...(point.open === null ? {} : { open: point.open }),
      ...limitOf(point, rows),
      ...(point.tank === null ? {} : { storage: point.tank }),
    })),
  };
}

/** The point's own figures for the tiers, where its kind has some. */
function ownLitres(
  { kind }: Point,
  { desk, floors }: DayRows,
): Pick<Problem['points'][number], 'litresPerPerson'> {
  const own = floorsFor(kind, floors);
  if (own === floors) return {};
  return {
    litresPerPerson: own.tiers.map(({ litresPerPerson }) =>
      toBring(litresPerPerson, desk.lossPercent),
    ),
  };
}

function shiftsOf(
  tanker: Tanker,
  desk: Desk,
  at: { date: string; secondOf(instant: string): number },
): Problem['tankers'] {
  const why = barred(tanker, at.date);
  const out =
    why === undefined ? undefined : why === 'out' && tanker.since ? at.secondOf(tanker.since) : 0;
  return spans(tanker.shifts).map(({ id, from, to }) => ({
    id,
    home: tanker.home,
    litres: tanker.litres,
    from,
    to,
    ...(desk.rest ? { rest: desk.rest } : {}),
    ...(out === undefined ? {} : { out }),
  }));
}

/** To and from a point whose way is closed there is no way through. */
function travelOf({ points, positions, travel }: DayRows): Problem['travel'] {
  const closed = new Set(points.filter(({ wayClosed }) => wayClosed).map(({ place }) => place));
  if (closed.size === 0) return travel;
  const cut = positions.map(({ place }) => closed.has(place));
  const without = (matrix: (number | null)[][]) =>
    matrix.map((row, from) =>
      row.map((way, to) => (from !== to && (cut[from] || cut[to]) ? null : way)),
    );
  return { seconds: without(travel.seconds), metres: without(travel.metres) };
}

function limitOf(point: Point, { positions, tankers }: DayRows): { maxTankerLitres?: number } {
  const road = positions.find(({ place }) => place === point.place)?.roadClass ?? 'main';
  const limit = largestTanker(road, point.maxTankerLitres, tankers);
  return limit === null ? {} : { maxTankerLitres: limit };
}

function openOf(
  source: Source,
  at: { date: string; secondOf(instant: string): number },
): Interval[] {
  const why = shut(source, at.date);
  if (why === undefined) return source.open;
  const until = why === 'closed' && source.since ? at.secondOf(source.since) : 0;
  return source.open
    .filter(([from]) => from < until)
    .map(([from, to]): Interval => [from, Math.min(to, until)]);
}

/**
 * What every point gets by a plan, and why it gets no more, from the plan itself.
 *
 * @param lossPercent what the problem was made with.
 */
export function servedBy(
  problem: Problem,
  plan: Plan,
  inWords: (said: Say) => Say = (said) => said,
  lossPercent = 0,
): Map<string, Served> {
  const delivered = new Map<string, number>();
  for (const { stops } of plan.routes) {
    for (const stop of stops) {
      if (stop.kind === 'deliver')
        delivered.set(stop.point, (delivered.get(stop.point) ?? 0) + stop.litres);
    }
  }
  const short = new Map(plan.short.map((row) => [row.point, row]));
  return new Map(
    servedPoints(problem, plan).map(({ point, got }) => [
      point.id,
      {
        delivered: delivered.get(point.id) ?? 0,
        // Whole litres, downwards: what cannot be counted on is not promised.
        expected: Math.floor(toPeople(got, lossPercent) + 1e-6),
        short: shortRow(short.get(point.id), inWords),
      },
    ]),
  );
}

function shortRow(
  row: Plan['short'][number] | undefined,
  inWords: (said: Say) => Say,
): PointGap['short'] {
  if (!row) return null;
  const { tier, litres, because, say, remedy } = row;
  return { tier, litres, because, say: inWords(say), remedy: inWords(remedy) };
}
