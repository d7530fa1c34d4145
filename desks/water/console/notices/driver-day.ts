import type { Interval, Point, Source, Tanker } from '../../water.ts';
import type { DayNames } from '../plan/day-names.ts';
import type { Ride } from '../plan/follow.ts';
import type { DriverSheet } from '../timetable/sheets.ts';
import { fullName, villageNames } from './names.ts';

/** Where a driver stops; the way there and the wait before it belong to it. */
export type DriverStop = {
  id: string;
  kind: 'fill' | 'deliver' | 'rest' | 'home';
  from: number;
  to: number;
  place: string;
  litres: number | null;
  /** When the way there begins; null where there is none. */
  leave: number | null;
  metres: number;
  /** Seconds of waiting before it begins. */
  waits: number;
  /** The hours of the source, or the point, that it falls into; null: open at any hour. */
  open: Interval | null;
  maxTankerLitres: number | null;
};

export type DriverDay = {
  id: string;
  tanker: Tanker | undefined;
  name: string;
  driver: string | undefined;
  from: number;
  to: number;
  litres: number;
  metres: number;
  fills: number;
  deliveries: number;
  stops: DriverStop[];
  /** Those that it fills at. */
  sources: Source[];
};

/** A driver's day as stops, from the same stretches as the timetable. */
export function driverDay(
  sheet: DriverSheet,
  of: { names: DayNames; ride: (id: string) => Ride | undefined },
): DriverDay {
  const called = calledPoints(of.names);
  const stops: DriverStop[] = [];
  const sources = new Set<Source>();
  let way = { leave: null as number | null, metres: 0, waits: 0 };
  for (const row of sheet.rows) {
    const { id, kind, from, to, litres } = row;
    if (kind === 'drive') {
      way = {
        leave: way.leave ?? from,
        metres: way.metres + (row.metres ?? 0),
        waits: way.waits,
      };
      continue;
    }
    if (kind === 'wait') {
      way = { ...way, waits: way.waits + row.seconds };
      continue;
    }
    const at = of.ride(id)?.stretch.at ?? '';
    const [source, point] = [of.names.sources.get(at), of.names.points.get(at)];
    if (kind === 'fill' && source) sources.add(source);
    stops.push({
      id,
      kind,
      from,
      to,
      litres,
      ...way,
      place: called.get(at) ?? row.place,
      open: kind === 'rest' ? null : hoursAt((kind === 'fill' ? source : point)?.open, from),
      maxTankerLitres: kind === 'deliver' ? (point?.maxTankerLitres ?? null) : null,
    });
    way = { leave: null, metres: 0, waits: 0 };
  }
  const last = sheet.rows.at(-1);
  if (last && last.kind === 'drive') {
    stops.push({
      id: last.id,
      kind: 'home',
      from: last.to,
      to: last.to,
      // What the place is besides a place to go home to does not matter in the cab.
      place: last.place.replace(/（[^）]*）$/, ''),
      litres: null,
      ...way,
      open: null,
      maxTankerLitres: null,
    });
  }
  const count = (wanted: DriverStop['kind']) => stops.filter(({ kind }) => kind === wanted).length;
  return {
    id: sheet.id,
    tanker: sheet.tanker,
    name: sheet.tanker?.name ?? '—',
    driver: sheet.shift?.driver,
    from: sheet.shift?.from ?? sheet.rows[0]?.from ?? 0,
    to: sheet.shift?.to ?? last?.to ?? 0,
    litres: sheet.litres,
    metres: sheet.metres,
    fills: count('fill'),
    deliveries: count('deliver'),
    stops,
    sources: [...sources],
  };
}

const hoursAt = (open: readonly Interval[] | null | undefined, at: number): Interval | null =>
  open?.find(([from, to]) => from <= at && at < to) ?? open?.[0] ?? null;

/** A driver serves several villages, so every point is called by its village too. */
function calledPoints({ points, villageOf }: DayNames): Map<string, string> {
  const all = [...points.values()];
  const villages = new Map<string, { area: string; name: string; points: Point[] }>();
  for (const point of all) {
    const village = villages.get(point.area) ?? {
      area: point.area,
      name: villageOf(point.id),
      points: [],
    };
    village.points.push(point);
    villages.set(point.area, village);
  }
  const called = villageNames([...villages.values()]);
  return new Map(
    all.map((point) => {
      const name = villageOf(point.id);
      return [point.id, fullName(point.name, { name, called: called.get(point.area) ?? name })];
    }),
  );
}
