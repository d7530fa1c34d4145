import type { Tx } from '@liangbuwu/office/database/connection.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { dayOf } from './day-of.ts';
import type { PointStart } from './day-start.ts';
import { listDeskNeeds } from './desk-needs.ts';
import { fairRule } from './fairness.ts';
import { latestReadings, listPointDays } from './fortnight-store.ts';
import { arrivalOf, figuresOf, type PointDay, type Recorded, type WrittenDay } from './history.ts';
import { pointStart } from './point-start.ts';
import { listFloors } from './store.ts';
import type { Desk, Floors, Point } from './water.ts';

/** A desk's points on the days that had a plan in force, with what was promised and what came of it. */
export async function readHistory(
  tx: Tx,
  of: { response: Response; area: string; from: string; to: string },
): Promise<(Recorded & WrittenDay)[]> {
  const { response, area, from, to } = of;
  const span = { response: response.id, area, from, to };
  const days = await listPointDays(tx, span);
  const keyOf = (one: { day: string; point: string }) => `${one.day} ${one.point}`;
  const promises = new Map(
    (await listDeskNeeds(tx, span)).map((need) => [keyOf(need), need.promises]),
  );
  return days.map((day) => {
    const { secondOf } = dayOf(response, day.day);
    const arrivals = (promises.get(keyOf(day)) ?? []).map((promise) =>
      arrivalOf(promise, secondOf),
    );
    return { ...day, ...figuresOf(day, arrivals), arrivals };
  });
}

/** The floors by which days were held, by version; those that hold now where one is gone. */
export async function readFloorsOf(tx: Tx, floors: Floors): Promise<(version: string) => Floors> {
  const versions = new Map((await listFloors(tx)).map((held) => [held.version, held]));
  return (version) => versions.get(version) ?? floors;
}

/** What the days before leave every point with, as far as they are known by now. */
export async function readStarts(
  tx: Tx,
  of: {
    response: Response;
    area: string;
    day: string;
    desk: Pick<Desk, 'from'>;
    floors: Floors;
    points: readonly Point[];
    fair: boolean;
  },
): Promise<Map<string, PointStart>> {
  const { response, area, day, desk, floors, points, fair } = of;
  const days = daysBefore(day, fairRule.days);
  const recorded = Map.groupBy(
    await readHistory(tx, { response, area, from: days[0] ?? day, to: day }),
    ({ point }) => point,
  );
  const withTank = points.filter(({ tank }) => tank !== null).map(({ id }) => id);
  const readings = await latestReadings(tx, withTank, response.now);
  const epochOf = (on: string, second: number) =>
    Math.floor(Date.parse(dayOf(response, on).instantOf(second)) / 1000);
  return new Map(
    points.map((point) => {
      const own = new Map(recorded.get(point.id)?.map((one) => [one.day, one]));
      const read = readings.get(point.id);
      const start = pointStart({
        point,
        floors,
        day,
        begins: desk.from,
        past: days.map((one) => own.get(one)),
        today: own.get(day),
        reading: read && { at: Math.floor(Date.parse(read.at) / 1000), litres: read.litres },
        fair,
        epochOf,
      });
      return [point.id, start];
    }),
  );
}

/** The same for a page, with what was reckoned as spilled: as the plan in force has it, or as a plan would have it now. */
export async function readStartsShown(
  tx: Tx,
  of: Omit<Parameters<typeof readStarts>[1], 'fair' | 'desk'> & {
    desk: Pick<Desk, 'from' | 'lossPercent'>;
  },
): Promise<{ starts: Map<string, PointStart>; lossPercent: number }> {
  const { response, area, day } = of;
  const inForce = await listPointDays(tx, { response: response.id, area, from: day, to: day });
  return startsOf(tx, { ...of, inForce });
}

/** The same, where the day's points have been read already. */
export async function startsOf(
  tx: Tx,
  of: Parameters<typeof readStartsShown>[1] & { inForce: readonly PointDay[] },
): Promise<{ starts: Map<string, PointStart>; lossPercent: number }> {
  const { response, day, inForce } = of;
  const lossPercent = inForce[0]?.lossPercent ?? of.desk.lossPercent;
  if (inForce.length > 0)
    return { starts: new Map(inForce.map(({ point, start }) => [point, start])), lossPercent };
  const starts =
    day < response.today
      ? new Map<string, PointStart>()
      : await readStarts(tx, { ...of, fair: true });
  return { starts, lossPercent };
}

/** The days before a day, oldest first. */
export function daysBefore(day: string, count: number): string[] {
  const last = Temporal.PlainDate.from(day);
  return Array.from({ length: count }, (_, i) => last.subtract({ days: count - i }).toString());
}
