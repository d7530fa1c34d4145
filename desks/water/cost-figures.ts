import { instant } from '@liangbuwu/office/http/fields.ts';
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

/** Those by which something is divided. */
export const aboveZero: readonly CostName[] = ['stationYears', 'stationCubicMetresPerDay'];

export const CostValue = z
  .number()
  .min(0)
  .max(100_000_000)
  .refine((value) => Math.round(value * 100) / 100 === value, { error: 'two decimals at most' });

/** A figure as a desk keeps it: never altered, a new version stands beside the old ones. */
export const CostFigure = z.strictObject({
  figure: CostName,
  value: z.number().nullable().describe('null: not registered'),
  source: z.string().describe('where it comes from'),
  invented: z.boolean(),
  version: z.int().min(0).describe('0: nobody has ever entered it'),
  at: instant.nullable(),
  by: z.string().nullable(),
});
export type CostFigure = z.infer<typeof CostFigure>;

export const notRegistered = (figure: CostName): CostFigure => ({
  figure,
  value: null,
  source: '',
  invented: false,
  version: 0,
  at: null,
  by: null,
});
