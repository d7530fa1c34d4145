import type { Level, Problem } from '../problem.ts';
import { type CheckFault, fault } from './fault.ts';
import { canWalk, indexById, millilitres } from './reach.ts';

/** Whether people only walk where they may, no one twice, and no site gives more than it has. */
export function walkFaults(problem: Problem, { walks, stations }: Level, at: string): CheckFault[] {
  const faults: CheckFault[] = [];
  const sites = indexById(problem.sites);
  const groups = indexById(problem.groups);
  const open = new Set(stations.map(({ site }) => site));
  const pairs = new Set<string>();
  const drawn = problem.sites.map(() => 0);
  const served = problem.groups.map(() => 0);
  walks.forEach((walk, w) => {
    const here = `${at}/walks/${w}`;
    const i = sites.get(walk.site);
    const j = groups.get(walk.group);
    if (i === undefined)
      faults.push(fault('unknown-site', here, '没有这个地点', 'there is no such site'));
    if (j === undefined)
      faults.push(fault('unknown-group', here, '没有这个居民组', 'there is no such group'));
    if (i === undefined || j === undefined) return;
    if (!open.has(walk.site))
      faults.push(fault('not-open', here, '此站未开', 'its station is not open'));
    if (pairs.has(`${i} ${j}`))
      faults.push(fault('walk-twice', here, '重复列出', 'is listed twice'));
    pairs.add(`${i} ${j}`);
    if (!Number.isInteger(walk.people) || walk.people < 1) {
      faults.push(
        fault('not-people', here, '不是一人以上的整数', 'is not a whole number of people'),
      );
      return;
    }
    if (!canWalk(problem, i, j))
      faults.push(fault('out-of-reach', here, '超出步行范围', 'is beyond a walk'));
    drawn[i] = (drawn[i] ?? 0) + walk.people * millilitres(problem.groups[j]?.litres ?? 0);
    served[j] = (served[j] ?? 0) + walk.people;
  });
  problem.groups.forEach(({ id, people }, j) => {
    const count = served[j] ?? 0;
    if (count <= people) return;
    faults.push(
      fault(
        'over-people',
        `${at}/walks`,
        `${id} 取水 ${count} 人，只有 ${people} 人`,
        `${count} of ${id} fetch, who are ${people}`,
      ),
    );
  });
  problem.sites.forEach((site, i) => {
    if ((drawn[i] ?? 0) <= millilitres(site.yield)) return;
    faults.push(
      fault(
        'over-yield',
        `${at}/walks`,
        `${site.id} 取水超过出水量`,
        `more is fetched at ${site.id} than it yields`,
      ),
    );
  });
  return faults;
}
