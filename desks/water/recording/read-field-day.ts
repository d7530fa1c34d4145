import type { Clock } from '@liangbuwu/office/clock/clock.ts';
import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { findPublished } from '@liangbuwu/office/plans/store.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { listResponses } from '@liangbuwu/office/responses/store.ts';
import { dayOf } from '../day-of.ts';
import { listDeskNeeds } from '../desk-needs.ts';
import { latestReadings } from '../fortnight-store.ts';
import { findTankerOf, giverOf, listPromised, type Promised } from '../promised.ts';
import { barred } from '../rules.ts';
import { getSolvedPlan } from '../solved-plan.ts';
import * as store from '../store.ts';
import { listEntries } from './entry-store.ts';
import type { DriverDay, DriverStop, FieldPoint, KeeperDay } from './field-day.ts';
import { listFieldPoints } from './field-day-store.ts';

interface DeskDay {
  response: Response;
  desk: { area: string; name: string; from: number; to: number };
  day: string;
}

/** Today, or the day asked for, at every desk within reach whose response has not ended; or of one response only. */
async function deskDays(
  tx: Tx,
  clock: Clock,
  { response: only, day }: { response?: string | undefined; day?: string | undefined },
): Promise<DeskDay[]> {
  const open = (await listResponses(tx, clock)).filter(
    ({ id, ended }) => ended === null && (only === undefined || id === only),
  );
  const found: DeskDay[] = [];
  for (const response of open) {
    for (const { area, name } of await store.listDesks(tx, response.id)) {
      const desk = await store.findDesk(tx, { response: response.id, area });
      if (!desk) continue;
      const { from, to } = desk;
      found.push({ response, desk: { area, name, from, to }, day: day ?? response.today });
    }
  }
  return found;
}

export async function readDriverDays(
  tx: Tx,
  clock: Clock,
  of: {
    response?: string | undefined;
    tanker?: string | undefined;
    day?: string | undefined;
  },
): Promise<DriverDay[]> {
  const days: DriverDay[] = [];
  for (const one of await deskDays(tx, clock, of)) {
    const tankers = await store.listTankers(tx, one.desk.area, one.day);
    if (of.tanker && !tankers.some(({ id }) => id === of.tanker)) continue;
    days.push(await readDriverDay(tx, one, tankers, of.tanker));
  }
  return days;
}

async function readDriverDay(
  tx: Tx,
  { response, desk, day }: DeskDay,
  tankers: Awaited<ReturnType<typeof store.listTankers>>,
  tanker: string | undefined,
): Promise<DriverDay> {
  const of = { response: response.id, area: desk.area, day };
  const wanted = (id: string | undefined) => tanker === undefined || id === tanker;
  const promises = listPromised(await listDeskNeeds(tx, { ...of, from: day, to: day }));
  const published = await findPublished(tx, { ...of, desk: 'water' });
  const all = await listEntries(tx, of);
  const points = await listFieldPoints(tx, desk.area);
  const sources = await store.listSources(tx, desk.area);
  const places = new Map(
    (
      await store.listPositions(
        tx,
        sources.map(({ place }) => place),
      )
    ).map((at) => [at.place, at]),
  );
  const accepted = (id: string) =>
    all.findLast((entry) => entry.kind === 'accepted' && entry.tanker === id)?.plan ?? null;
  return {
    ...shownOf({ response, desk, day }),
    plan: published
      ? {
          id: published.id,
          version: published.version,
          publishedAt: published.publishedAt,
          by: published.madeBy.name,
        }
      : null,
    tankers: tankers.map((row) => ({
      id: row.id,
      name: row.name,
      litres: row.litres,
      kind: row.kind,
      out: barred(row, day) !== undefined,
      shifts: row.shifts,
      accepted: accepted(row.id),
    })),
    stops: published ? await readStops(tx, response, published.id, promises, wanted) : [],
    unplanned: promises
      .filter((promise) => !promise.planned && wanted(findTankerOf(promise)))
      .map(atPoint),
    sources: sources.map(({ id, name, kind, litresPerMinute, state, reason, place }) => ({
      id,
      name,
      kind,
      litresPerMinute,
      closed: state === 'closed',
      reason: state === 'closed' ? reason : null,
      where: whereIs(places.get(place)),
    })),
    points: points.map(fieldPoint),
    entries: all.filter((entry) => entry.side === 'driver' && wanted(entry.tanker ?? undefined)),
  };
}

async function readStops(
  tx: Tx,
  response: Response,
  plan: string,
  made: readonly Promised[],
  wanted: (tanker: string) => boolean,
): Promise<DriverStop[]> {
  const solved = await getSolvedPlan(tx, plan);
  const { instantOf } = dayOf(response, solved.head.day);
  const promises = new Map(
    made
      .map(atPoint)
      .map(({ point, promise }) => [[point, promise.giver, promise.dueFrom].join(' '), promise]),
  );
  const stops = solved.plan.routes.flatMap(({ tanker: shift, stops: route }) => {
    const tanker = solved.tankerOf(shift);
    if (!wanted(tanker)) return [];
    return route.flatMap((stop): DriverStop[] => {
      if (stop.kind === 'home') return [];
      const { kind, litres, arrive, start, finish } = stop;
      const at = stop.kind === 'fill' ? stop.source : stop.point;
      const key = [at, giverOf(tanker), instantOf(start)].join(' ');
      const promise = stop.kind === 'deliver' ? (promises.get(key) ?? null) : null;
      return [{ shift, tanker, kind, at, litres, arrive, start, finish, promise }];
    });
  });
  return stops.sort((a, b) => a.start - b.start || (a.tanker < b.tanker ? -1 : 1));
}

export async function readKeeperDays(
  tx: Tx,
  clock: Clock,
  of: { day?: string | undefined },
): Promise<KeeperDay[]> {
  const days: KeeperDay[] = [];
  for (const one of await deskDays(tx, clock, of)) {
    const { response, desk, day } = one;
    const points = await listFieldPoints(tx, desk.area);
    if (points.length === 0) continue;
    const needs = await listDeskNeeds(tx, {
      response: response.id,
      area: desk.area,
      from: day,
      to: day,
    });
    const own = new Set(points.map(({ id }) => id));
    const readings = await latestReadings(tx, [...own], response.now);
    days.push({
      ...shownOf(one),
      points: points.map((point) => ({
        ...fieldPoint(point),
        area: point.area,
        taps: point.taps,
        litresPerMinute: point.litresPerMinute,
        have: point.have,
        level: levelOf(readings.get(point.id)),
      })),
      promises: listPromised(needs)
        .filter(({ point }) => own.has(point))
        .map(atPoint),
      entries: (await listEntries(tx, { response: response.id, area: desk.area, day })).filter(
        // Drivers' own words name them; what they say of litres stands with the promises.
        ({ side, point }) => side === 'keeper' && point !== null && own.has(point),
      ),
    });
  }
  return days;
}

const shownOf = ({ response, desk, day }: DeskDay) => {
  const { id, name, zone, now, today, clock } = response;
  return { response: { id, name, zone, now, today, clock }, desk, day };
};

const levelOf = (reading: { litres: number; at: string } | undefined) =>
  reading ? { litres: reading.litres, at: new Date(reading.at).toISOString() } : null;

const atPoint = ({ point, ...promise }: Promised) => ({ point, promise });

type Stored = Awaited<ReturnType<typeof listFieldPoints>>[number];

const fieldPoint = (point: Stored): FieldPoint => ({
  id: point.id,
  name: point.name,
  village: point.village,
  hamlet: point.hamlet,
  landmark: point.landmark,
  kind: point.kind,
  people: point.people,
  maxTankerLitres: point.maxTankerLitres,
  road: point.road,
  wayClosed: point.wayClosed,
  tank: point.tank,
  where: whereIs(point),
});

const whereIs = (
  at: Pick<Stored, 'lon' | 'lat' | 'provenance'> | undefined,
): FieldPoint['where'] => (at ? { lon: at.lon, lat: at.lat, provenance: at.provenance } : null);
