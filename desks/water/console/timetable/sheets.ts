import type { TankerDay } from '../../schedule.ts';
import type { Shift, Tanker } from '../../water.ts';
import type { Ride } from '../plan/follow.ts';

/** One line of a driver's sheet. */
export type SheetRow = {
  id: string;
  kind: Ride['stretch']['kind'];
  from: number;
  to: number;
  /** Where it is done, or where it drives to. */
  place: string;
  litres: number | null;
  metres: number | null;
  seconds: number;
};

/** What one driver does on one tanker. */
export type DriverSheet = {
  id: string;
  tanker: Tanker | undefined;
  shift: Shift | undefined;
  /** Delivered, and driven. */
  litres: number;
  metres: number;
  rows: SheetRow[];
};

/**
 * A sheet for every driver that has something to do, tanker by tanker, in order of time. Where drivers follow one
 * another on a tanker, what one has begun is still the first one's.
 */
export function driverSheets(
  schedule: readonly TankerDay[],
  rides: readonly Ride[],
  of: { tankers: ReadonlyMap<string, Tanker>; place: (id: string) => string },
): DriverSheet[] {
  const order = new Map([...of.tankers.keys()].map((id, at) => [id, at]));
  return schedule
    .flatMap((day) => {
      const tanker = of.tankers.get(day.tanker);
      const rows = rides
        .filter(({ shift }) => shift === day.shift)
        .map((ride) => rowOf(ride, of.place));
      const drivers = (tanker?.shifts ?? [])
        .filter(({ from, to }) => from >= day.from && to <= day.to)
        .sort((a, b) => a.from - b.from);
      if (drivers.length === 0) return [sheetOf(day.shift, tanker, undefined, rows)];
      return drivers.map((shift, at) => {
        const until = drivers[at + 1]?.from ?? Number.POSITIVE_INFINITY;
        const since = at === 0 ? Number.NEGATIVE_INFINITY : shift.from;
        const own = rows.filter(({ from }) => from >= since && from < until);
        return sheetOf(shift.id, tanker, shift, own);
      });
    })
    .filter(({ rows }) => rows.length > 0)
    .sort(
      (a, b) =>
        (order.get(a.tanker?.id ?? '') ?? 0) - (order.get(b.tanker?.id ?? '') ?? 0) ||
        (a.rows[0]?.from ?? 0) - (b.rows[0]?.from ?? 0),
    );
}

function rowOf({ id, stretch }: Ride, place: (id: string) => string): SheetRow {
  const { kind, from, to, litres, metres } = stretch;
  return {
    id,
    kind,
    from,
    to,
    place: place(stretch.place ?? ''),
    litres,
    metres,
    seconds: to - from,
  };
}

function sheetOf(
  id: string,
  tanker: Tanker | undefined,
  shift: Shift | undefined,
  rows: SheetRow[],
): DriverSheet {
  const sum = (kind: SheetRow['kind'], of: 'litres' | 'metres') =>
    rows.reduce((total, row) => total + (row.kind === kind ? (row[of] ?? 0) : 0), 0);
  return {
    id,
    tanker,
    shift,
    rows,
    litres: sum('deliver', 'litres'),
    metres: sum('drive', 'metres'),
  };
}
