import { day } from '@liangbuwu/office/http/fields.ts';
import { z } from 'zod';
import { CostName } from './cost-figures.ts';

/** What trucking takes on a day by the plans that were in force, on average. */
export const Trucked = z.strictObject({
  days: z.int().min(1).describe('how many published days the averages are of'),
  from: day,
  to: day,
  kilometres: z.number().describe('a day, to a tenth'),
  hours: z
    .number()
    .describe("tankers' hours a day from leaving home to being back, waits and rests included"),
  filled: z.number().describe('m³ a day taken at the sources'),
  delivered: z.number().describe('m³ a day'),
});
export type Trucked = z.infer<typeof Trucked>;

const yuan = z.number();

/** Money in yuan; a month has thirty days. */
export const Exit = z.strictObject({
  missing: z.array(CostName).describe('figures that nobody has registered'),
  trucking: z
    .strictObject({
      driving: yuan.describe('a day'),
      drivers: yuan.describe('a day'),
      water: yuan.describe('a day'),
      day: yuan,
      month: yuan,
      cubicMetre: yuan.describe('delivered'),
    })
    .nullable()
    .describe('null: a figure is missing, or no published day delivers anything'),
  station: z
    .strictObject({
      replaces: z.number().describe('m³ a day: what is trucked, at most what it can give'),
      share: z.number().describe('of what is trucked, 0 to 1; 1 where nothing is'),
      building: yuan.describe('a month: the building cost over its life'),
      running: yuan.describe('a month'),
      month: yuan,
      cubicMetre: yuan,
    })
    .nullable()
    .describe('null: a figure is missing'),
  payback: z
    .discriminatedUnion('kind', [
      z.strictObject({
        kind: z.enum(['months', 'beyond-life']),
        months: z.number().describe('after so many the station has cost less than trucking'),
        byTanker: yuan.describe('a month: what it replaces, by tanker'),
        saves: yuan.describe('a month, its running paid'),
      }),
      z.strictObject({ kind: z.literal('never'), byTanker: yuan }),
    ])
    .nullable(),
});
export type Exit = z.infer<typeof Exit>;

export const daysOfMonth = 30;

/** A published day's work. Metres, seconds, litres. */
export interface DayOfWork {
  day: string;
  metres: number;
  seconds: number;
  filled: number;
  delivered: number;
}

/** The averages of the published days, to a tenth, so that whoever reads them can do the sums again. */
export function truckedOn(days: readonly DayOfWork[]): Trucked | null {
  const inOrder = days.map((one) => one.day).sort();
  const [from] = inOrder;
  const to = inOrder.at(-1);
  if (from === undefined || to === undefined) return null;
  const mean = (of: Exclude<keyof DayOfWork, 'day'>, unit: number) =>
    tenth(days.reduce((sum, one) => sum + one[of], 0) / days.length / unit);
  return {
    days: days.length,
    from,
    to,
    kilometres: mean('metres', 1000),
    hours: mean('seconds', 3600),
    filled: mean('filled', 1000),
    delivered: mean('delivered', 1000),
  };
}

type Costs = Readonly<Record<CostName, number | null>>;

/**
 * What trucking costs beside the station that would replace it. Where a figure is missing nothing is guessed. A station
 * that gives less than is trucked replaces a share of it, and that share of its cost.
 */
export function exitOf(trucked: Trucked | null, costs: Costs): Exit {
  const trucking = truckingOf(trucked, costs);
  const station = stationOf(trucked, costs);
  return {
    missing: CostName.options.filter((name) => costs[name] === null),
    trucking,
    station,
    payback: trucking && station && paybackOf(trucking, station, costs),
  };
}

function truckingOf(trucked: Trucked | null, costs: Costs): Exit['trucking'] {
  const { kilometre, driverHour, sourceCubicMetre } = costs;
  if (!trucked || trucked.delivered === 0) return null;
  if (kilometre === null || driverHour === null || sourceCubicMetre === null) return null;
  const driving = cents(trucked.kilometres * kilometre);
  const drivers = cents(trucked.hours * driverHour);
  const water = cents(trucked.filled * sourceCubicMetre);
  const sum = cents(driving + drivers + water);
  return {
    driving,
    drivers,
    water,
    day: sum,
    month: cents(sum * daysOfMonth),
    cubicMetre: cents(sum / trucked.delivered),
  };
}

function stationOf(trucked: Trucked | null, costs: Costs): Exit['station'] {
  const { stationBuilding, stationYears, stationCubicMetre, stationCubicMetresPerDay } = costs;
  if (stationBuilding === null || stationYears === null) return null;
  if (stationCubicMetre === null || stationCubicMetresPerDay === null) return null;
  const delivered = trucked?.delivered || stationCubicMetresPerDay;
  const replaces = Math.min(stationCubicMetresPerDay, delivered);
  const building = cents(stationBuilding / (stationYears * 12));
  const running = cents(stationCubicMetre * replaces * daysOfMonth);
  const month = cents(building + running);
  return {
    replaces,
    share: replaces / delivered,
    building,
    running,
    month,
    cubicMetre: cents(month / (replaces * daysOfMonth)),
  };
}

function paybackOf(
  trucking: NonNullable<Exit['trucking']>,
  { share, running }: NonNullable<Exit['station']>,
  { stationBuilding, stationYears }: Costs,
): Exit['payback'] {
  const byTanker = cents(trucking.month * share);
  const saves = cents(byTanker - running);
  if (saves <= 0) return { kind: 'never', byTanker };
  const months = (stationBuilding ?? 0) / saves;
  const kind = months > (stationYears ?? 0) * 12 ? 'beyond-life' : 'months';
  return { kind, months, byTanker, saves };
}

const tenth = (value: number): number => Math.round(value * 10) / 10;
const cents = (value: number): number => Math.round(value * 100) / 100;
