import { z } from 'zod';
import { CostName } from '../cost-figures.ts';
import type { DayOfWork } from '../exit.ts';
import { round, total } from '../sums.ts';

const yuan = z.number();

export const VerifiedCost = z.strictObject({
  days: z.int().describe('published days within the span'),
  kilometres: z.number().describe('by the plans in force'),
  hours: z.number().describe('by the plans in force, from leaving home to being back'),
  filled: z.number().describe('m³ recorded at the sources'),
  verified: z.number().describe('m³ that both sides prove, or that were resolved'),
  came: z.number().describe('m³ that anybody has spoken of'),
  missing: z.array(CostName).describe('figures that nobody has registered'),
  cost: z
    .strictObject({ driving: yuan, drivers: yuan, water: yuan, sum: yuan })
    .nullable()
    .describe('null: a figure is missing, or no day is published'),
  perVerified: yuan
    .nullable()
    .describe('a m³; null: the cost is not known, or nothing is verified'),
  perCame: yuan.nullable(),
});
export type VerifiedCost = z.infer<typeof VerifiedCost>;

const needed = ['kilometre', 'driverHour', 'sourceCubicMetre'] as const;

/** What was spent for water that is proven. Litres go in, m³ come out. */
export function verifiedCost(
  work: readonly DayOfWork[],
  litres: { filled: number; verified: number; came: number },
  costs: Readonly<Partial<Record<CostName, number | null>>>,
): VerifiedCost {
  const sum = (of: 'metres' | 'seconds', unit: number) =>
    round(total(work, (one) => one[of]) / unit, 1);
  const [kilometres, hours] = [sum('metres', 1000), sum('seconds', 3600)];
  const cubic = (of: number) => round(of / 1000, 3);
  const [filled, verified, came] = [
    cubic(litres.filled),
    cubic(litres.verified),
    cubic(litres.came),
  ];
  const { kilometre = null, driverHour = null, sourceCubicMetre = null } = costs;
  const cost =
    work.length === 0 || kilometre === null || driverHour === null || sourceCubicMetre === null
      ? null
      : costOf(kilometres * kilometre, hours * driverHour, filled * sourceCubicMetre);
  const per = (volume: number) => (cost && volume > 0 ? round(cost.sum / volume, 2) : null);
  return {
    days: work.length,
    kilometres,
    hours,
    filled,
    verified,
    came,
    missing: needed.filter((name) => (costs[name] ?? null) === null),
    cost,
    perVerified: per(verified),
    perCame: per(came),
  };
}

function costOf(ofDriving: number, ofDrivers: number, ofWater: number) {
  const [driving, drivers, water] = [round(ofDriving, 2), round(ofDrivers, 2), round(ofWater, 2)];
  return { driving, drivers, water, sum: round(driving + drivers + water, 2) };
}
