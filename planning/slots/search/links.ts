import type { Conflict, Problem } from '../problem.ts';
import type { Act } from './instance.ts';

/** What two activities have to do with each other: `least` ≤ start of b − start of a ≤ `most`, and what each minute apart costs. */
export interface Link {
  a: number;
  b: number;
  least: number;
  most: number;
  price: number;
  /** Where it comes from. */
  from: 'orders' | 'together';
  index: number;
}

export function linksOf(problem: Problem, index: ReadonlyMap<string, number>): Link[] {
  const { orders = [], together = [] } = problem;
  return [
    ...orders.map(({ before, after, least = 0, most = Infinity }, i): Link => {
      const [a, b] = [index.get(before) ?? 0, index.get(after) ?? 0];
      return { a, b, least, most, price: 0, from: 'orders', index: i };
    }),
    ...together.map(
      ({ activities: [one, other], people, weight = 1, most = Infinity }, i): Link => {
        const [a, b] = [index.get(one) ?? 0, index.get(other) ?? 0];
        return { a, b, least: -most, most, price: people * weight, from: 'together', index: i };
      },
    ),
  ];
}

/** Starts of an activity, ascending. */
export function startsOf({ options }: Act): number[] {
  return [...new Set(options.map(({ start }) => start))];
}

/**
 * Takes away the options whose starts the links rule out, until each start left has a partner over every link. Least starts, each
 * as it is then, satisfy all links together, since what two timetables satisfy their earlier starts satisfy as well: so there
 * is a timetable exactly where every activity has a start left.
 * @param acts changed in place
 */
export function narrow(
  problem: Problem,
  acts: Act[],
  links: readonly Link[],
): Conflict | undefined {
  const domains = acts.map(startsOf);
  const left = reduced(domains, links);
  if (!left) return contradiction(problem, domains, links);
  acts.forEach((act, a) => {
    const starts = new Set(left[a]);
    act.options = act.options.filter(({ start }) => starts.has(start));
  });
  return undefined;
}

/** @returns the starts that are left of `domains`; nothing where one has none. */
export function reduced(
  domains: readonly (readonly number[])[],
  links: readonly Link[],
): (readonly number[])[] | undefined {
  const left = [...domains];
  for (let again = true; again; ) {
    again = false;
    for (const { a, b, least, most } of links) {
      const [from, to] = [left[a] ?? [], left[b] ?? []];
      const fits = (s: number, t: number): boolean => t - s >= least && t - s <= most;
      const ofA = from.filter((s) => to.some((t) => fits(s, t)));
      const ofB = to.filter((t) => ofA.some((s) => fits(s, t)));
      if (ofA.length === 0 || ofB.length === 0) return undefined;
      if (ofA.length === from.length && ofB.length === to.length) continue;
      left[a] = ofA;
      left[b] = ofB;
      again = true;
    }
  }
  return left;
}

/** Leaves out one link after another that the contradiction does not need. */
function contradiction(
  { activities }: Problem,
  domains: readonly (readonly number[])[],
  links: readonly Link[],
): Conflict {
  let needed = [...links];
  for (const link of links) {
    const without = needed.filter((one) => one !== link);
    if (!reduced(domains, without)) needed = without;
  }
  const of = (from: Link['from']) =>
    needed.filter((link) => link.from === from).map(({ index }) => index);
  const acts = [...new Set(needed.flatMap(({ a, b }) => [a, b]))].sort((a, b) => a - b);
  return {
    because: 'times',
    activities: acts.map((a) => activities[a]?.id ?? ''),
    orders: of('orders'),
    together: of('together'),
  };
}

/** Whether what one activity does says anything about the other. */
export function binds(acts: readonly Act[], { a, b, least, most, price }: Link): boolean {
  const [from, to] = [startsOf(acts[a] as Act), startsOf(acts[b] as Act)];
  const first = (to[0] ?? 0) - (from.at(-1) ?? 0);
  const last = (to.at(-1) ?? 0) - (from[0] ?? 0);
  return price > 0 || first < least || last > most;
}
