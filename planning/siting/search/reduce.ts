import { dominatedSites } from './dominated.ts';
import { divisor, type Instance } from './instance.ts';
import type { Class, Home, Part } from './part.ts';
import { sum } from './part.ts';

/**
 * The parts of a problem: pairs out of reach are gone, so are sites that nobody needs, and what is not connected by a way
 * that somebody could walk is apart. Under a budget all is one part, since money spent in one is missing in another.
 * @returns the smallest part first
 */
export function partsOf(instance: Instance): Part[] {
  const { usable, existing, must, reach, people, budget } = instance;
  const homes: number[][] = instance.caps.map(() => []);
  reach.forEach((sites, j) => {
    if (people[j]) for (const i of sites) homes[i]?.push(j);
  });
  const dominated = dominatedSites(instance, homes);
  const kept = usable.filter(
    (i) => existing[i] || must[i] || ((homes[i]?.length ?? 0) > 0 && !dominated.has(i)),
  );
  const root = new Map(kept.map((i) => [i, i]));
  const find = (i: number): number => {
    const up = root.get(i) ?? i;
    if (up === i) return i;
    const top = find(up);
    root.set(i, top);
    return top;
  };
  const join = ([first, ...rest]: number[]): void => {
    if (first !== undefined) for (const i of rest) root.set(find(i), find(first));
  };
  const near = reach.map((sites) => sites.filter((i) => root.has(i)));
  if (budget === null) near.forEach(join);
  else join(kept);
  return [...Map.groupBy(kept, find).values()]
    .map((sites) => partOf(instance, sites, near))
    .sort((a, b) => a.sites.length - b.sites.length || a.groups.length - b.groups.length);
}

function partOf(instance: Instance, members: number[], near: readonly number[][]): Part {
  const { existing, must, people, need, metres } = instance;
  const rank = (i: number): number => (existing[i] ? 0 : must[i] ? 1 : 2);
  const sites = members.toSorted((a, b) => rank(a) - rank(b) || a - b);
  const own = new Map(sites.map((site, i) => [site, i]));
  const groups = near.flatMap((reached, group): Home[] => {
    const count = people[group] ?? 0;
    if (count === 0 || !reached.some((site) => own.has(site))) return [];
    const local = reached.map((site) => own.get(site) ?? 0).sort((a, b) => a - b);
    const ways = local.map((i) => metres(sites[i] ?? 0, group));
    return [{ group, people: count, need: need[group] ?? 1, sites: local, metres: ways }];
  });
  const unit = groups.reduce((common, one) => divisor(common, one.need), 0) || 1;
  for (const one of groups) one.need /= unit;
  return {
    sites,
    existing: sites.filter((i) => existing[i]).length,
    must: sites.filter((i) => !existing[i] && must[i]).length,
    caps: sites.map((site, i) => {
      const wanted = groups.filter((one) => one.sites.includes(i));
      const cap = Math.floor((instance.caps[site] ?? 0) / unit);
      return Math.min(cap, sum(wanted.map((one) => one.people * one.need)));
    }),
    building: sites.map((i) => instance.building[i] ?? 0),
    cost: sites.map((i) => instance.cost[i] ?? 0),
    groups,
    classes: classesOf(groups),
  };
}

function classesOf(groups: readonly Home[]): Class[] {
  const alike = Map.groupBy(
    groups.map((_, i) => i),
    (i) => `${groups[i]?.need}:${groups[i]?.sites.join()}`,
  );
  return [...alike.values()].map((members): Class => {
    const { need, sites } = groups[members[0] ?? 0] as Home;
    return { need, sites, members, people: sum(members.map((i) => groups[i]?.people ?? 0)) };
  });
}
