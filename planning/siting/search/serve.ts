import type { Part } from './part.ts';

/** How many a choice of sites serves. */
export interface Served {
  /** Whole people. */
  people: number;
  /** The same if people could be divided: never less. */
  divided: number;
  /** For each class, people at each of its sites, in their order. */
  at: number[][];
}

/**
 * Serves as many as it can from the open sites: a flow of water from sites to classes, the classes that need least first,
 * each along shortest augmenting ways (Edmonds & Karp 1972). What classes can get together is a polymatroid, so that order
 * is best where people may be divided (Edmonds 1970); where all need the same it is best for whole people too.
 * @param open indices of sites
 */
export function serve(part: Part, open: readonly number[]): Served {
  const { classes, caps } = part;
  const left = caps.map(() => 0);
  for (const i of open) left[i] = caps[i] ?? 0;
  const isOpen = new Set(open);
  const flow = classes.map(({ sites }) => sites.map(() => 0));
  const users: [number, number][][] = caps.map(() => []);
  classes.forEach(({ sites }, c) => {
    sites.forEach((i, e) => {
      if (isOpen.has(i)) users[i]?.push([c, e]);
    });
  });
  const inOrder = classes
    .map((_, c) => c)
    .sort((a, b) => (classes[a]?.need ?? 0) - (classes[b]?.need ?? 0) || a - b);
  // A site from which no way led to spare water has none later either, as long as nothing is given back.
  const dry = new Set<number>();
  for (const c of inOrder) {
    const own = classes[c];
    let wanted = own ? own.people * own.need : 0;
    while (wanted > 0) {
      const pushed = augment(c, wanted);
      if (pushed === 0) break;
      wanted -= pushed;
    }
  }
  return wholePeople(part, open, flow);

  function augment(from: number, most: number): number {
    // For each site on the way, how it was reached: class and its edge, and the site before, or −1.
    const seen = new Map<number, { c: number; e: number; before: number }>();
    const queue: number[] = [];
    const visit = (c: number, before: number): void => {
      classes[c]?.sites.forEach((i, e) => {
        if (!isOpen.has(i) || dry.has(i) || seen.has(i)) return;
        seen.set(i, { c, e, before });
        queue.push(i);
      });
    };
    visit(from, -1);
    for (const site of queue) {
      if ((left[site] ?? 0) > 0) return push(site, most, seen);
      for (const [c, e] of users[site] ?? []) if ((flow[c]?.[e] ?? 0) > 0) visit(c, site);
    }
    for (const site of queue) dry.add(site);
    return 0;
  }

  function push(
    end: number,
    most: number,
    seen: ReadonlyMap<number, { c: number; e: number; before: number }>,
  ): number {
    let amount = Math.min(most, left[end] ?? 0);
    const steps: { c: number; to: number; from: number }[] = [];
    for (let site = end; site >= 0; ) {
      const step = seen.get(site);
      if (!step) break;
      const { c, e, before } = step;
      const from = before < 0 ? -1 : (classes[c]?.sites.indexOf(before) ?? -1);
      if (from >= 0) amount = Math.min(amount, flow[c]?.[from] ?? 0);
      steps.push({ c, to: e, from });
      site = before;
    }
    for (const { c, to, from } of steps) {
      const row = flow[c] ?? [];
      row[to] = (row[to] ?? 0) + amount;
      if (from >= 0) row[from] = (row[from] ?? 0) - amount;
    }
    left[end] = (left[end] ?? 0) - amount;
    return amount;
  }
}

/** Each person fetches at one site: what is left over by that is filled up, those who need least first. */
function wholePeople({ classes, caps }: Part, open: readonly number[], flow: number[][]): Served {
  let divided = 0;
  const left = caps.map(() => 0);
  for (const i of open) left[i] = caps[i] ?? 0;
  const at = classes.map(({ need, sites }, c) =>
    sites.map((i, e) => {
      const water = flow[c]?.[e] ?? 0;
      divided += water / need;
      const people = Math.floor(water / need);
      left[i] = (left[i] ?? 0) - people * need;
      return people;
    }),
  );
  let people = 0;
  const inOrder = classes.map((one, c) => ({ ...one, c })).sort((a, b) => a.need - b.need);
  for (const { c, need, sites, people: all } of inOrder) {
    const row = at[c] ?? [];
    let without = all - row.reduce((total, one) => total + one, 0);
    sites.forEach((i, e) => {
      const more = Math.min(without, Math.floor((left[i] ?? 0) / need));
      row[e] = (row[e] ?? 0) + more;
      left[i] = (left[i] ?? 0) - more * need;
      without -= more;
    });
    people += all - without;
  }
  return { people, divided, at };
}
