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

/** One driver's shift on one tanker. */
export type DriverSheet = {
  id: string;
  tanker: Tanker | undefined;
  shift: Shift | undefined;
  litres: number;
  metres: number;
  rows: SheetRow[];
};

/** A sheet for every shift that has something to do, tanker by tanker, each tanker's shifts in order of time. */
export function driverSheets(
  schedule: readonly TankerDay[],
  rides: readonly Ride[],
  of: {
    tankers: ReadonlyMap<string, Tanker>;
    shifts: ReadonlyMap<string, Shift>;
    place: (id: string) => string;
  },
): DriverSheet[] {
  const order = new Map([...of.tankers.keys()].map((id, at) => [id, at]));
  return schedule
    .filter(({ stretches }) => stretches.length > 0)
    .map(
      (day): DriverSheet => ({
        id: day.shift,
        tanker: of.tankers.get(day.tanker),
        shift: of.shifts.get(day.shift),
        litres: day.litres,
        metres: day.metres,
        rows: rides
          .filter(({ shift }) => shift === day.shift)
          .map(
            ({ id, stretch }): SheetRow => ({
              id,
              kind: stretch.kind,
              from: stretch.from,
              to: stretch.to,
              place: of.place(stretch.place ?? ''),
              litres: stretch.litres,
              metres: stretch.metres,
              seconds: stretch.to - stretch.from,
            }),
          ),
      }),
    )
    .sort(
      (a, b) =>
        (order.get(a.tanker?.id ?? '') ?? 0) - (order.get(b.tanker?.id ?? '') ?? 0) ||
        (a.rows[0]?.from ?? 0) - (b.rows[0]?.from ?? 0),
    );
}
