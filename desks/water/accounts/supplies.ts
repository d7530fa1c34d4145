import { day } from '@liangbuwu/office/http/fields.ts';
import { z } from 'zod';
import { type CostFigure, FigureName } from '../cost-figures.ts';
import { exitOf, type Trucked } from '../exit.ts';
import { round } from '../sums.ts';

export const Supply = z.strictObject({
  kind: z.enum(['money', 'fuel', 'chlorine', 'driver-hours']),
  left: z.number().nullable().describe('as it was counted; of driver hours, those of a week'),
  on: day.nullable().describe('the day of the count, at its beginning'),
  use: z.number().nullable().describe('a day on average'),
  basis: z
    .enum(['planned', 'recorded', 'needed'])
    .nullable()
    .describe('by published plans, by what was recorded, or by what the target would take'),
  days: z.int().describe('that the average is of'),
  last: z.number().nullable().describe('days that it lasts, to a tenth'),
  short: day.nullable().describe('the first day on which it no longer suffices'),
  lasts: z.boolean().describe('of driver hours: a week has enough'),
  of: z
    .strictObject({ amount: z.number(), each: z.number() })
    .nullable()
    .describe('what the use is made of: km × L/100 km, m³ filled × g/m³; null: of neither'),
  missing: z.array(FigureName).describe('figures that nobody has registered'),
});
export type Supply = z.infer<typeof Supply>;

type Figures = ReadonlyMap<FigureName, Pick<CostFigure, 'value' | 'on'>>;

export interface Used {
  /** Averages of the published days; null: there is none. */
  trucked: Trucked | null;
  /** Grams of chlorine product in all fills of which a dose was recorded; null: of none. */
  doses: { days: number; grams: number; litres: number } | null;
  /** Hours of this week's published days before `day`. */
  hoursThisWeek: number;
  day: string;
}

/** How long money, fuel, chlorine and driver hours last, each with the day on which it no longer suffices. */
export function suppliesOf(figures: Figures, used: Used): Supply[] {
  return [
    stock('money', 'moneyLeft', figures, money(figures, used)),
    stock('fuel', 'fuelLeft', figures, fuel(figures, used)),
    stock('chlorine', 'chlorineLeft', figures, chlorine(figures, used)),
    driverHours(figures, used),
  ];
}

type Use = Pick<Supply, 'use' | 'basis' | 'days' | 'of' | 'missing'>;

const valueOf = (figures: Figures, name: FigureName) => figures.get(name)?.value ?? null;
const missingOf = (figures: Figures, names: readonly FigureName[]) =>
  names.filter((name) => valueOf(figures, name) === null);

function money(figures: Figures, { trucked }: Used): Use {
  const of = (name: FigureName) => valueOf(figures, name);
  const { trucking } = exitOf(trucked, {
    kilometre: of('kilometre'),
    driverHour: of('driverHour'),
    sourceCubicMetre: of('sourceCubicMetre'),
    stationBuilding: null,
    stationYears: null,
    stationCubicMetre: null,
    stationCubicMetresPerDay: null,
  });
  return {
    use: trucking?.day ?? null,
    basis: trucking && 'planned',
    days: trucked?.days ?? 0,
    of: null,
    missing: missingOf(figures, ['kilometre', 'driverHour', 'sourceCubicMetre']),
  };
}

function fuel(figures: Figures, { trucked }: Used): Use {
  const each = valueOf(figures, 'fuelPerHundredKilometres');
  const known = trucked !== null && each !== null;
  return {
    use: known ? round((trucked.kilometres * each) / 100, 1) : null,
    basis: known ? 'planned' : null,
    days: trucked?.days ?? 0,
    of: known ? { amount: trucked.kilometres, each } : null,
    missing: missingOf(figures, ['fuelPerHundredKilometres']),
  };
}

/** In kg of product: what is filled a day, at the dose that was recorded, else at the target. */
function chlorine(figures: Figures, { trucked, doses }: Used): Use {
  const days = trucked?.days ?? 0;
  const at = (each: number, basis: 'recorded' | 'needed', ofDays: number): Use => {
    const amount = trucked?.filled ?? 0;
    return trucked === null
      ? { use: null, basis: null, days, of: null, missing: [] }
      : {
          use: round((amount * each) / 1000, 3),
          basis,
          days: ofDays,
          of: { amount, each },
          missing: [],
        };
  };
  if (doses && doses.litres > 0)
    return at(round(doses.grams / (doses.litres / 1000), 2), 'recorded', doses.days);
  const [strength, target] = [
    valueOf(figures, 'chlorineStrength'),
    valueOf(figures, 'chlorineTarget'),
  ];
  if (strength !== null && target !== null)
    return at(round(target * (100 / strength), 2), 'needed', days);
  const missing = missingOf(figures, ['chlorineStrength', 'chlorineTarget']);
  return { use: null, basis: null, days, of: null, missing };
}

function stock(kind: Supply['kind'], name: FigureName, figures: Figures, of: Use): Supply {
  const { value: left = null, on = null } = figures.get(name) ?? {};
  const last = left === null || !of.use ? null : left / of.use;
  return {
    ...of,
    kind,
    left,
    on,
    last: last === null ? null : round(last, 1),
    short: last === null || on === null ? null : later(on, Math.floor(last)),
    lasts: false,
    missing: [...missingOf(figures, [name]), ...of.missing],
  };
}

/** A week begins on Monday with its hours anew. */
function driverHours(figures: Figures, { trucked, hoursThisWeek, day: today }: Used): Supply {
  const left = valueOf(figures, 'driverHoursPerWeek');
  const use = trucked?.hours || null;
  const known = left !== null && use !== null;
  const untilSunday = (7 - new Date(`${today}T00:00:00Z`).getUTCDay()) % 7;
  const rest = known ? Math.floor(Math.max(0, left - hoursThisWeek) / use) : 0;
  const fullWeek = known ? Math.floor(left / use) : 0;
  const short = !known
    ? null
    : rest <= untilSunday
      ? later(today, rest)
      : fullWeek < 7
        ? later(today, untilSunday + 1 + fullWeek)
        : null;
  return {
    kind: 'driver-hours',
    left,
    on: null,
    use,
    basis: use === null ? null : 'planned',
    days: trucked?.days ?? 0,
    of: null,
    last: known ? round(left / use, 1) : null,
    short,
    lasts: known && short === null,
    missing: missingOf(figures, ['driverHoursPerWeek']),
  };
}

/** Beyond any calendar it is said so by no date. Pages read this file too, and not every browser has Temporal. */
function later(from: string, days: number): string | null {
  if (days > 36_500) return null;
  return new Date(Date.parse(`${from}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
