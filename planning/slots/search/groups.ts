import type { Act, Instance } from './instance.ts';
import { binds, type Link } from './links.ts';

/**
 * Activities with the same links among them, such as the arrival, lunch and dismissal of classes that are alike in everything. It is the same
 * which of them has which start, so only how many have each is asked.
 */
export interface Group {
  /** Of each, its activities: as many as there are slots. */
  members: number[][];
  /** Between slots. */
  links: Pick<Link, 'a' | 'b' | 'least' | 'most' | 'price'>[];
}

/** Activities that links connect, in ascending order; most stand alone. */
export function chainsOf({ acts, links }: Instance): number[][] {
  const root = acts.map((_, a) => a);
  for (const link of links) {
    if (binds(acts, link)) join(root, link.a, link.b);
  }
  return classesOf(root);
}

/** Puts two into one class. */
export function join(root: number[], a: number, b: number): void {
  root[find(root, b)] = find(root, a);
}

/** The classes that were joined, each ascending, in the order of their first. */
export function classesOf(root: number[]): number[][] {
  const classes = new Map<number, number[]>();
  root.forEach((_, a) => {
    const top = find(root, a);
    classes.set(top, [...(classes.get(top) ?? []), a]);
  });
  return [...classes.values()];
}

function find(root: number[], a: number): number {
  let top = a;
  while (root[top] !== top) top = root[top] ?? top;
  root[a] = top;
  return top;
}

/**
 * Chains that are alike are one group. Of chains of several activities, those that were at different places before are not alike where
 * changes cost: which of them is kept then matters to all of its activities at once.
 */
export function groupsOf(instance: Instance): Group[] {
  const { acts, links, change } = instance;
  const slotOf = new Map<number, { chain: number; slot: number }>();
  const chains = chainsOf(instance).map((chain, c) => {
    const apart = chain.length > 1 && change > 0;
    const signed = chain.map((a) => ({ a, sign: signOf(acts[a] as Act, apart) }));
    signed.sort((x, y) => (x.sign < y.sign ? -1 : x.sign > y.sign ? 1 : x.a - y.a));
    signed.forEach(({ a }, slot) => slotOf.set(a, { chain: c, slot }));
    return { members: signed.map(({ a }) => a), signs: signed.map(({ sign }) => sign) };
  });
  const own: Group['links'][] = chains.map(() => []);
  for (const link of links) {
    const [a, b] = [slotOf.get(link.a), slotOf.get(link.b)];
    if (!a || !b || !binds(acts, link)) continue;
    const { least, most, price } = link;
    own[a.chain]?.push(
      a.slot < b.slot
        ? { a: a.slot, b: b.slot, least, most, price }
        : { a: b.slot, b: a.slot, least: -most, most: -least, price },
    );
  }
  const groups = new Map<string, Group>();
  chains.forEach(({ members, signs }, c) => {
    const linked = (own[c] ?? []).toSorted(
      (x, y) => x.a - y.a || x.b - y.b || x.least - y.least || x.most - y.most || x.price - y.price,
    );
    const key = `${signs.join('\n')}\n${linked.map((link) => Object.values(link).join()).join(' ')}`;
    const group = groups.get(key);
    if (group) group.members.push(members);
    else groups.set(key, { members: [members], links: linked });
  });
  return [...groups.values()];
}

function signOf({ phase, kind, people, options, previous }: Act, withPrevious: boolean): string {
  const taken = options.map(({ start, waiting, cells, amounts }) => [
    start,
    waiting,
    cells.join(' '),
    amounts.join(' '),
  ]);
  return JSON.stringify([phase, kind, people, taken, withPrevious ? (previous ?? 'new') : '']);
}
