import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { findPublished } from '@liangbuwu/office/plans/store.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { dayOf } from './day-of.ts';
import { planDesk } from './desk-names.ts';
import { latestReadings, type TankReading } from './fortnight-store.ts';
import { needOf } from './gap.ts';
import { lastFloor } from './kinds.ts';
import { toBring } from './losses.ts';
import { readHistory, readStartsShown } from './read-history.ts';
import {
  dayAfter,
  fetched,
  loadsOf,
  runwayDays,
  runwayEnds,
  sourceRunways,
  tankRunway,
  unregistered,
} from './runway.ts';
import type { Runway, TankRunway } from './runway-sheet.ts';
import { getSolvedPlan } from './solved-plan.ts';
import * as store from './store.ts';
import type { Desk, Floors, Point } from './water.ts';

interface Asked {
  response: Response;
  area: string;
  day: string;
  desk: Desk;
  floors: Floors;
}

/** How long what a desk has would last, by its registers and the plan in force. */
export async function readRunway(tx: Tx, of: Asked): Promise<Runway> {
  const { area, day } = of;
  const sources = await store.listSources(tx, area);
  const tankers = await store.listTankers(tx, area, day);
  const head = await findPublished(tx, { response: of.response.id, area, day, desk: planDesk });
  const solved = head && (await getSolvedPlan(tx, head.id));
  const loads = solved && loadsOf(solved.plan, solved.tankerOf);
  return {
    day,
    days: runwayDays,
    fetched: loads ? fetched(loads) : null,
    ends: runwayEnds({ sources, tankers }, day, loads),
    sources: sourceRunways(sources, day, loads),
    tanks: await readTanks(tx, of),
    unregistered: unregistered({ sources, tankers }),
  };
}

async function readTanks(tx: Tx, of: Asked): Promise<TankRunway[]> {
  const { response, area, day, desk } = of;
  const points = await store.listPoints(tx, area);
  const withTank = points.flatMap((point) => (point.tank ? [{ ...point, tank: point.tank }] : []));
  const { floors } = of;
  const { starts, lossPercent } = await readStartsShown(tx, {
    response,
    area,
    day,
    desk,
    floors,
    points,
  });
  const history = await readHistory(tx, { response, area, from: day, to: day });
  const recorded = new Map(history.map((one) => [one.point, one]));
  const ids = withTank.map(({ id }) => id);
  const readings = await latestReadings(tx, ids, response.now);
  const villages = await store.areaNames(tx, [...new Set(withTank.map((point) => point.area))]);
  const { secondOf } = dayOf(response, day);
  const tanks = withTank.map((point) => {
    const known = recorded.get(point.id);
    const { from, to } = known ?? desk;
    const need = known?.need ?? needOf(point, lastFloor(point.kind, floors));
    const start = starts.get(point.id)?.tank ?? registered(point.tank);
    const read = newerThan(start.at, readings.get(point.id));
    const at = read && secondOf(read.at);
    const { dry, ...tank } = tankRunway(
      {
        from,
        to,
        level: read && at !== undefined && at < from ? read.litres : start.level,
        need: toBring(need, lossPercent),
        deliveries: known?.arrivals ?? [],
      },
      secondOf(response.now),
      read && at !== undefined && at >= from ? { at, litres: read.litres } : undefined,
    );
    return {
      point: point.id,
      name: point.name,
      village: villages.get(point.area) ?? '',
      ...tank,
      basis: read ? ('measured' as const) : start.basis,
      need,
      dry: dry && { day: dayAfter(day, dry.days), second: dry.second },
    };
  });
  return tanks.sort((a, b) => when(a) - when(b) || (a.name < b.name ? -1 : 1));
}

const registered = (tank: NonNullable<Point['tank']>) => ({
  level: tank.level,
  basis: 'registered' as const,
  at: null,
});

/** What the plan took as its start may have been read again since. */
const newerThan = (start: string | null, read: TankReading | undefined): TankReading | undefined =>
  read && (start === null || Date.parse(read.at) > Date.parse(start)) ? read : undefined;

const when = ({ dry }: TankRunway): number =>
  dry ? Date.parse(dry.day) / 1000 + dry.second : Infinity;
