import type { Problem } from './problem.ts';

export interface Best {
  people: number;
  /** Hundredths. */
  cost: number;
  walking: number;
}

/** What at most so many new stations do at best, by trying every choice of sites and every way to share them out. */
export function bestChoice(problem: Problem, most: number): Best {
  const { sites, budget, months = 12 } = problem;
  let best: Best | undefined;
  for (let bits = 0; bits < 1 << sites.length; bits += 1) {
    const open = sites.map((_, i) => (bits & (1 << i)) !== 0);
    const allowed = sites.every(({ existing, choice }, i) =>
      existing || choice === 'must' ? open[i] : choice !== 'never' || !open[i],
    );
    const built = sites.filter(({ existing }, i) => open[i] && !existing);
    const money = (of: 'building' | 'running') =>
      built.reduce((sum, site) => sum + Math.round(100 * (site[of] ?? 0)), 0);
    if (!allowed || built.length > most) continue;
    if (budget !== undefined && budget !== null && money('building') > Math.round(100 * budget)) {
      continue;
    }
    const cost = money('building') + months * money('running');
    const own = { ...bestWalks(problem, open), cost };
    if (!best || isBetter(own, best)) best = own;
  }
  if (!best) throw new Error('no choice is allowed');
  return best;
}

/** Most people whom the existing stations serve alone. */
export function servedNow(problem: Problem): number {
  return bestWalks(
    problem,
    problem.sites.map(({ existing = false }) => existing),
  ).people;
}

/** Most people, then least walking: group by group, every way to divide its people over the sites. */
function bestWalks(problem: Problem, open: readonly boolean[]): Omit<Best, 'cost'> {
  const known = new Map<string, Omit<Best, 'cost'>>();
  return from(
    0,
    problem.sites.map((site, i) => (open[i] ? Math.round(1000 * site.yield) : 0)),
  );

  function from(group: number, left: readonly number[]): Omit<Best, 'cost'> {
    const home = problem.groups[group];
    if (!home) return { people: 0, walking: 0 };
    const key = `${group}:${left.join()}`;
    const found = known.get(key);
    if (found) return found;
    let best: Omit<Best, 'cost'> | undefined;
    const share = (
      site: number,
      without: number,
      water: readonly number[],
      walked: number,
    ): void => {
      if (site === left.length) {
        const rest = from(group + 1, water);
        const own = {
          people: rest.people + home.people - without,
          walking: rest.walking + walked,
        };
        if (!best || isBetter({ ...own, cost: 0 }, { ...best, cost: 0 })) best = own;
        return;
      }
      const way = wayOf(problem, site, group);
      const need = Math.round(1000 * home.litres);
      for (let here = 0; here <= (way === undefined ? 0 : without); here += 1) {
        const after = (water[site] ?? 0) - here * need;
        if (after < 0) break;
        share(site + 1, without - here, water.with(site, after), walked + here * (way ?? 0));
      }
    };
    share(0, home.people, left, 0);
    if (!best) throw new Error('nobody walking is always possible');
    known.set(key, best);
    return best;
  }
}

/** Metres, where there is a way within the limits. */
function wayOf({ metres, seconds, limits }: Problem, site: number, group: number) {
  const way = metres[site]?.[group] ?? Infinity;
  const time = (seconds[site]?.[group] ?? Infinity) + (limits?.queue ?? 0);
  const within = way <= (limits?.metres ?? 500) && time <= (limits?.seconds ?? 1200);
  return within ? way : undefined;
}

function isBetter(a: Best, b: Best): boolean {
  if (a.people !== b.people) return a.people > b.people;
  return a.cost !== b.cost ? a.cost < b.cost : a.walking < b.walking;
}
