import type { Level, Problem, Result } from '../problem.ts';
import { type CheckFault, fault } from './fault.ts';
import { indexById, millilitres } from './reach.ts';

/** Whether costs, metres walked and what is saved are what stations and walks make them. */
export function moneyFaults(
  problem: Problem,
  result: Result,
  level: Level,
  at: string,
): CheckFault[] {
  const faults: CheckFault[] = [];
  const sites = indexById(problem.sites);
  const groups = indexById(problem.groups);
  const built = level.stations.flatMap(({ site: id }) => {
    const site = problem.sites[sites.get(id) ?? -1];
    return !site || site.existing ? [] : [site];
  });
  for (const cost of ['building', 'running'] as const) {
    const own = built.reduce((sum, site) => sum + Math.round(100 * (site[cost] ?? 0)), 0) / 100;
    if (level[cost] !== own)
      faults.push(fault('wrong-cost', `${at}/${cost}`, `应为 ${own}`, `should be ${own}`));
  }
  const walked = level.walks.reduce((sum, { site, group, people }) => {
    return sum + people * (problem.metres[sites.get(site) ?? -1]?.[groups.get(group) ?? -1] ?? 0);
  }, 0);
  if (level.walking !== walked) {
    faults.push(fault('wrong-walking', `${at}/walking`, `应为 ${walked}`, `should be ${walked}`));
  }
  return [...faults, ...savedFaults(problem, result, level, at)];
}

function savedFaults(
  problem: Problem,
  { levels, servedNow }: Result,
  level: Level,
  at: string,
): CheckFault[] {
  const groups = indexById(problem.groups);
  const drawn = ({ walks }: Level): number =>
    walks.reduce((sum, { group, people }) => {
      return sum + people * millilitres(problem.groups[groups.get(group) ?? -1]?.litres ?? 0);
    }, 0);
  const { cubicMetres, byTanker, money, payback } = level.saved;
  const near = (a: number | null, b: number | null): boolean =>
    a === null || b === null ? a === b : Math.abs(a - b) <= 0.006;
  const right: boolean[] = [];
  const [first] = levels;
  // What is fetched now is known where the first level has no new station, or all need the same.
  const same = new Set(problem.groups.map(({ litres }) => litres));
  const now =
    first && first.stations.every(({ existing }) => existing) && first.people === servedNow
      ? drawn(first)
      : same.size === 1
        ? servedNow * millilitres([...same][0] ?? 0)
        : undefined;
  if (now !== undefined) right.push(near(cubicMetres, ((drawn(level) - now) * 30) / 1e6));
  const price = problem.trucking ?? null;
  const tankers = price === null ? null : cubicMetres * price;
  right.push(near(byTanker, tankers));
  right.push(near(money, byTanker === null ? null : byTanker - level.running));
  if (money === null || money < 0 || (money === 0 && level.building > 0))
    right.push(payback === null);
  else right.push(near(payback, level.building === 0 ? 0 : level.building / money));
  if (!right.includes(false)) return [];
  return [
    fault(
      'wrong-saved',
      `${at}/saved`,
      '与站点和取水不符',
      'does not follow from stations and walks',
    ),
  ];
}
