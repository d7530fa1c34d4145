import type { Level, Problem, Station } from '../problem.ts';
import { type CheckFault, fault } from './fault.ts';
import { canWalk, indexById, millilitres } from './reach.ts';

/** Whether what is said of each station follows from the walks. */
export function stationFaults(
  problem: Problem,
  { stations, walks }: Level,
  at: string,
): CheckFault[] {
  const sites = indexById(problem.sites);
  const groups = indexById(problem.groups);
  const open = stations.map(({ site }) => sites.get(site) ?? -1);
  return stations.flatMap((station, s): CheckFault[] => {
    const own = open[s] ?? -1;
    const here = walks.filter(({ site }) => site === station.site);
    const drawn = here.reduce((sum, { group, people }) => {
      return sum + people * millilitres(problem.groups[groups.get(group) ?? -1]?.litres ?? 0);
    }, 0);
    const alone = problem.groups.filter(
      (_, j) => canWalk(problem, own, j) && open.every((i) => i === own || !canWalk(problem, i, j)),
    );
    const right: Pick<Station, 'people' | 'litres' | 'spare' | 'onlyHere'> = {
      people: here.reduce((sum, { people }) => sum + people, 0),
      litres: drawn / 1000,
      spare: (millilitres(problem.sites[own]?.yield ?? 0) - drawn) / 1000,
      onlyHere: alone.reduce((sum, { people }) => sum + people, 0),
    };
    const place = `${at}/stations/${s}`;
    const faults = Object.entries(right).flatMap(([key, value]): CheckFault[] => {
      if (station[key as keyof typeof right] === value) return [];
      return [fault('wrong-station', `${place}/${key}`, `应为 ${value}`, `should be ${value}`)];
    });
    const { adds } = station;
    // The others go on serving whom they serve, at least.
    if (adds !== null && (adds < 0 || adds > right.people)) {
      const zh = '去掉它，少的人数不会为负，也不会多于在此取水的人';
      const en = 'without it no fewer than none and no more than those who fetch here go without';
      faults.push(fault('wrong-adds', `${place}/adds`, zh, en));
    }
    return faults;
  });
}
