import type { Level, Problem } from '../problem.ts';
import { type CheckFault, fault } from './fault.ts';
import { canWalk, indexById } from './reach.ts';

/** Whether all who go without are told of, and why. */
export function unservedFaults(
  problem: Problem,
  { stations, walks, unserved }: Level,
  at: string,
): CheckFault[] {
  const sites = indexById(problem.sites);
  const open = new Set(stations.map(({ site }) => sites.get(site) ?? -1));
  const expected = problem.groups.flatMap(({ id, people }, j) => {
    const fetched = walks.reduce((sum, walk) => sum + (walk.group === id ? walk.people : 0), 0);
    if (fetched === people) return [];
    const reach = problem.sites.flatMap(({ choice }, i) =>
      choice !== 'never' && canWalk(problem, i, j) ? [i] : [],
    );
    const because =
      reach.length === 0 ? 'out-of-reach' : reach.some((i) => open.has(i)) ? 'yield' : 'not-built';
    return [`${id} ${people - fetched} ${because}`];
  });
  const told = unserved.map(({ group, people, because }) => `${group} ${people} ${because}`);
  if (told.sort().join('\n') === expected.sort().join('\n')) return [];
  return [fault('wrong-unserved', `${at}/unserved`, '与没有取水的人不符', 'is not who go without')];
}
