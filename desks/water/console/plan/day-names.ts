import type { OutputOf } from '@liangbuwu/office/http/contract.ts';
import type { getDay } from '../../contract.ts';
import type { Point, Position, Shift, Source, Tanker } from '../../water.ts';

export type Day = OutputOf<typeof getDay>;

/** The day's things by their ids, and what stands at a place. */
export type DayNames = {
  sources: ReadonlyMap<string, Source>;
  points: ReadonlyMap<string, Point>;
  tankers: ReadonlyMap<string, Tanker>;
  shifts: ReadonlyMap<string, Shift>;
  positions: ReadonlyMap<string, Position>;
  villageOf: (point: string) => string;
  /** A stable number of the tanker, for its colour. */
  order: (tanker: string) => number;
  /** What a place is called: the source or point there, else its own name. */
  place: (id: string) => string;
};

const byId = <T extends { id: string }>(list: readonly T[]) =>
  new Map(list.map((one) => [one.id, one]));

export function dayNames(day: Day): DayNames {
  const points = byId(day.points);
  const positions = new Map(day.positions.map((position) => [position.place, position]));
  const villages = new Map(day.villages.map(({ area, name }) => [area, name]));
  const called = new Map([
    ...day.points.map(({ place, name }) => [place, name] as const),
    ...day.sources.map(({ place, name }) => [place, name] as const),
  ]);
  const order = new Map(day.tankers.map(({ id }, at) => [id, at]));
  return {
    sources: byId(day.sources),
    points,
    tankers: byId(day.tankers),
    shifts: byId(day.tankers.flatMap(({ shifts }) => shifts)),
    positions,
    villageOf: (point) => villages.get(points.get(point)?.area ?? '') ?? '',
    order: (tanker) => order.get(tanker) ?? 0,
    place: (id) => called.get(id) ?? positions.get(id)?.name ?? '—',
  };
}
