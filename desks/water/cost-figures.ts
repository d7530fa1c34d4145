import { day, instant } from '@liangbuwu/office/http/fields.ts';
import { z } from 'zod';

/** The figures that trucking and a station are reckoned with. Money in yuan. */
export const costNames = [
  'kilometre',
  'driverHour',
  'sourceCubicMetre',
  'stationBuilding',
  'stationYears',
  'stationCubicMetre',
  'stationCubicMetresPerDay',
] as const;
export const CostName = z.enum(costNames);
export type CostName = z.infer<typeof CostName>;

/** What is left of something, counted on a day. */
export const stockNames = ['moneyLeft', 'fuelLeft', 'chlorineLeft'] as const;
/** The figures that the runway of supplies and the dose of chlorine are reckoned with. */
export const supplyNames = [
  ...stockNames,
  'driverHoursPerWeek',
  'fuelPerHundredKilometres',
  'chlorineStrength',
  'chlorineTarget',
  'tankDisinfection',
] as const;
export type SupplyName = (typeof supplyNames)[number];

export const FigureName = z.enum([...costNames, ...supplyNames]);
export type FigureName = z.infer<typeof FigureName>;

export const isStock = (name: FigureName): boolean =>
  (stockNames as readonly FigureName[]).includes(name);

/** Those by which something is divided. */
export const aboveZero: readonly FigureName[] = [
  'stationYears',
  'stationCubicMetresPerDay',
  'fuelPerHundredKilometres',
  'chlorineStrength',
];

export const CostValue = z
  .number()
  .min(0)
  .max(100_000_000)
  .refine((value) => Math.round(value * 100) / 100 === value, { error: 'two decimals at most' });

/** A figure as a desk keeps it: never altered, a new version stands beside the old ones. */
export const CostFigure = z.strictObject({
  figure: FigureName,
  value: z.number().nullable().describe('null: not registered'),
  source: z.string().describe('where it comes from'),
  invented: z.boolean(),
  on: day.nullable().describe('the day on which a stock was counted; null: it is no stock'),
  version: z.int().min(0).describe('0: nobody has ever entered it'),
  at: instant.nullable(),
  by: z.string().nullable(),
});
export type CostFigure = z.infer<typeof CostFigure>;

export const notRegistered = (figure: FigureName): CostFigure => ({
  figure,
  value: null,
  source: '',
  invented: false,
  on: null,
  version: 0,
  at: null,
  by: null,
});
