import type { Plan, Problem } from '../water-day.ts';
import { type CheckFault, fault, named } from './fault.ts';
import { ceilLitres } from './need.ts';
import { type Served, servedPoints, shortOf } from './served.ts';

/** One row for a point that is short in some tier: its first such tier, litres rounded up; no other rows. */
export function shortRowFaults(problem: Problem, plan: Plan): CheckFault[] {
  const faults: CheckFault[] = [];
  const served = new Map(servedPoints(problem, plan).map((one) => [one.point.id, one]));
  const rows = new Set<string>();

  plan.short.forEach((row, i) => {
    const at = `/short/${i}`;
    const name = named(row.point);
    if (rows.has(row.point)) {
      faults.push(fault('short-twice', at, `${name} 已经有一行`, `${name} has a row already`));
      return;
    }
    rows.add(row.point);
    const one = served.get(row.point);
    const tier = one ? firstShortTier(problem, one) : -1;
    const tierName = problem.tiers[tier]?.name;
    if (!one || tierName === undefined) {
      faults.push(
        fault('short-needless', at, `${name} 在任何等级都不缺水`, `${name} is short in no tier`),
      );
      return;
    }
    if (row.tier !== tierName) {
      faults.push(
        fault(
          'short-tier',
          `${at}/tier`,
          `${name} 最先不足的等级是 ${named(tierName)}，不是 ${named(row.tier)}`,
          `the first tier in which ${name} is short is ${named(tierName)}, not ${named(row.tier)}`,
        ),
      );
      return;
    }
    const missing = (one.needs[tier] ?? 0) - one.got;
    if (row.litres !== ceilLitres(missing)) {
      faults.push(
        fault(
          'short-litres',
          `${at}/litres`,
          `${name} 缺 ${ceilLitres(missing)} 升，不是 ${row.litres} 升`,
          `${name} lacks ${ceilLitres(missing)} litres, not ${row.litres}`,
        ),
      );
    }
  });

  for (const [id, one] of served) {
    const tier = problem.tiers[firstShortTier(problem, one)]?.name;
    if (tier === undefined || rows.has(id)) continue;
    faults.push(
      fault(
        'short-missing',
        '/short',
        `${named(id)} 在等级 ${named(tier)} 不足，却没有一行`,
        `${named(id)} is short in ${named(tier)} and has no row`,
      ),
    );
  }
  return faults;
}

function firstShortTier(problem: Problem, served: Served): number {
  return problem.tiers.findIndex((_, t) => shortOf(served, t) > 0);
}
