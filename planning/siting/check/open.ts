import type { Level, Problem } from '../problem.ts';
import { type CheckFault, fault } from './fault.ts';
import { indexById } from './reach.ts';

/** Whether the open stations are those that may be, and must be. */
export function openFaults(problem: Problem, { stations, most }: Level, at: string): CheckFault[] {
  const faults: CheckFault[] = [];
  const index = indexById(problem.sites);
  const open = new Set<number>();
  let built = 0;
  let spent = 0;
  stations.forEach(({ site: id, existing }, s) => {
    const here = `${at}/stations/${s}`;
    const i = index.get(id);
    const site = i === undefined ? undefined : problem.sites[i];
    if (i === undefined || !site) {
      faults.push(fault('unknown-site', here, '没有这个地点', 'there is no such site'));
      return;
    }
    if (open.has(i)) faults.push(fault('site-twice', here, '重复列出', 'is listed twice'));
    open.add(i);
    if (site.choice === 'never') {
      faults.push(fault('never-chosen', here, '不许选用', 'may not be chosen'));
    }
    if (existing !== (site.existing ?? false)) {
      faults.push(
        fault(
          'wrong-station',
          `${here}/existing`,
          '是否已有不符',
          'says wrongly whether it exists',
        ),
      );
    }
    if (site.existing) return;
    built += 1;
    spent += Math.round(100 * (site.building ?? 0));
  });
  problem.sites.forEach(({ id, existing, choice }, i) => {
    if (open.has(i)) return;
    if (existing) {
      faults.push(
        fault(
          'existing-missing',
          `${at}/stations`,
          `缺少已有的 ${id}`,
          `lacks ${id}, which exists`,
        ),
      );
    }
    if (choice === 'must') {
      faults.push(
        fault(
          'must-missing',
          `${at}/stations`,
          `缺少必选的 ${id}`,
          `lacks ${id}, which must be chosen`,
        ),
      );
    }
  });
  if (built > most) {
    faults.push(
      fault(
        'too-many-new',
        `${at}/stations`,
        `新站 ${built} 处，多于 ${most}`,
        `${built} are new, over ${most}`,
      ),
    );
  }
  const { budget } = problem;
  if (budget !== undefined && budget !== null && spent > Math.round(100 * budget)) {
    faults.push(
      fault(
        'over-budget',
        `${at}/stations`,
        `建设要 ${spent / 100}，超过预算`,
        `cost ${spent / 100} to build, over the budget`,
      ),
    );
  }
  return faults;
}
