import type { Level, Problem, Saved, Station, Unserved, Walk } from './problem.ts';
import type { Combined } from './search/combine.ts';
import type { Instance } from './search/instance.ts';
import type { Part } from './search/part.ts';
import type { Standing } from './search/standing.ts';

const DAYS_OF_MONTH = 30;
const MILLILITRES = 1000;

/** What a level is written from: the parts, and what each has open now and at the level. */
export interface Written {
  problem: Problem;
  instance: Instance;
  parts: readonly Part[];
  /** Served by the existing stations alone. */
  now: readonly Standing[];
}

/** @param before who are served at the level before */
export function levelOf(written: Written, most: number, chosen: Combined, before: number): Level {
  const { problem, parts } = written;
  const { people, bound, proven, standings } = chosen;
  const walks = walksOf(parts, standings);
  const isNew = standings.flatMap(({ open }, p) =>
    open.flatMap((i) => (i < (parts[p]?.existing ?? 0) ? [] : [parts[p]?.sites[i] ?? 0])),
  );
  const money = (of: 'building' | 'running'): number =>
    hundredths(isNew.reduce((total, i) => total + (problem.sites[i]?.[of] ?? 0), 0));
  const building = money('building');
  const running = money('running');
  const litres = litresOf(problem, walks) - litresOf(problem, walksOf(parts, written.now));
  return {
    most,
    stations: stationsOf(written, standings, walks),
    walks: walks.map(({ site, group, people: count }) => ({
      site: problem.sites[site]?.id ?? '',
      group: problem.groups[group]?.id ?? '',
      people: count,
    })),
    unserved: unservedOf(written, standings, walks),
    people,
    gain: people - before,
    bound,
    proven: proven(),
    building,
    running,
    walking: standings.reduce((total, { walking }) => total + walking, 0),
    saved: savedOf(litres, problem.trucking ?? null, building, running),
  };
}

/** A walk by the problem's indices. */
type Numbered = Record<keyof Walk, number>;

function walksOf(parts: readonly Part[], standings: readonly Standing[]): Numbered[] {
  const walks = standings.flatMap(({ trips }, p) =>
    trips.map(({ site, group, people }) => ({
      site: parts[p]?.sites[site] ?? 0,
      group: parts[p]?.groups[group]?.group ?? 0,
      people,
    })),
  );
  return walks.sort((a, b) => a.site - b.site || a.group - b.group);
}

function litresOf({ groups }: Problem, walks: readonly Numbered[]): number {
  const millilitres = walks.reduce((total, { group, people }) => {
    return total + people * Math.round((groups[group]?.litres ?? 0) * MILLILITRES);
  }, 0);
  return millilitres / MILLILITRES;
}

function stationsOf(
  { problem, instance, parts }: Written,
  standings: readonly Standing[],
  walks: readonly Numbered[],
): Station[] {
  const adds = new Map<number, number | null>();
  standings.forEach(({ open, adds: known }, p) => {
    open.forEach((i, at) => adds.set(parts[p]?.sites[i] ?? 0, known[at] ?? null));
  });
  return [...adds.keys()]
    .sort((a, b) => a - b)
    .map((i): Station => {
      const site = problem.sites[i];
      const here = walks.filter((walk) => walk.site === i);
      const litres = litresOf(problem, here);
      const alone = instance.reach.map((sites, j) => {
        const open = sites.filter((other) => adds.has(other));
        return open.length === 1 && open[0] === i ? (instance.people[j] ?? 0) : 0;
      });
      return {
        site: site?.id ?? '',
        existing: site?.existing ?? false,
        people: here.reduce((total, { people }) => total + people, 0),
        litres,
        spare: thousandths((site?.yield ?? 0) - litres),
        adds: adds.get(i) ?? null,
        onlyHere: alone.reduce((total, one) => total + one, 0),
      };
    });
}

function unservedOf(
  { problem, instance, parts }: Written,
  standings: readonly Standing[],
  walks: readonly Numbered[],
): Unserved[] {
  const open = new Set(standings.flatMap((one, p) => one.open.map((i) => parts[p]?.sites[i] ?? 0)));
  const left = [...instance.people];
  for (const { group, people } of walks) left[group] = (left[group] ?? 0) - people;
  return left.flatMap((people, j): Unserved[] => {
    if (people === 0) return [];
    const reach = instance.reach[j] ?? [];
    const because =
      reach.length === 0 ? 'out-of-reach' : reach.some((i) => open.has(i)) ? 'yield' : 'not-built';
    return [{ group: problem.groups[j]?.id ?? '', people, because }];
  });
}

function savedOf(litres: number, price: number | null, building: number, running: number): Saved {
  const cubicMetres = thousandths((litres * DAYS_OF_MONTH) / 1000);
  if (price === null) return { cubicMetres, byTanker: null, money: null, payback: null };
  const byTanker = hundredths(cubicMetres * price);
  const money = hundredths(byTanker - running);
  return { cubicMetres, byTanker, money, payback: paybackOf(building, money) };
}

function paybackOf(building: number, money: number): number | null {
  if (building === 0 && money >= 0) return 0;
  return money > 0 ? building / money : null;
}

const thousandths = (value: number): number => Math.round(value * 1000) / 1000;
const hundredths = (value: number): number => Math.round(value * 100) / 100;
