import type { Route } from '../problem.ts';

/** Told apart by any colour vision together with the dashes; calm enough for many at a time. */
const COLOURS = [
  '#0d6473',
  '#b4540a',
  '#5b4bb5',
  '#2f6b1f',
  '#a4286a',
  '#2463b0',
  '#6e5a00',
  '#26323a',
] as const;

const DASHES = [[], [8, 4], [2, 4]] as const;

/** How a route is drawn. `dash` as a canvas wants it, px. */
export interface Ink {
  colour: string;
  dash: readonly number[];
}

/** The ink of a slot; there are as many different ones as colours times dashes. */
export function inkOf(slot: number): Ink {
  return {
    colour: COLOURS[slot % COLOURS.length] as string,
    dash: DASHES[Math.floor(slot / COLOURS.length) % DASHES.length] as readonly number[],
  };
}

/**
 * Gives each route a slot. A route keeps the slot of the earlier route from which most of its clients come, as long as that is
 * free, so that a plan that improves does not flicker. There are no more slots than routes.
 *
 * @param before slot of each client, by client; it is brought up to date.
 * @returns the slot of each route, each used once, from 0.
 */
export function assignSlots(routes: readonly Route[], before: Map<number, number>): number[] {
  const wishes = routes.flatMap(({ visits }, route) => {
    const votes = new Map<number, number>();
    for (const visit of visits) {
      const slot = 'client' in visit ? before.get(visit.client) : undefined;
      if (slot !== undefined) votes.set(slot, (votes.get(slot) ?? 0) + 1);
    }
    return [...votes].map(([slot, count]) => ({ route, slot, count }));
  });
  wishes.sort((a, b) => b.count - a.count || a.route - b.route || a.slot - b.slot);
  const slots = new Map<number, number>();
  const taken = new Set<number>();
  for (const { route, slot } of wishes) {
    if (slot >= routes.length || slots.has(route) || taken.has(slot)) continue;
    slots.set(route, slot);
    taken.add(slot);
  }
  let free = 0;
  return routes.map(({ visits }, route) => {
    while (taken.has(free)) free += 1;
    const slot = slots.get(route) ?? free;
    taken.add(slot);
    for (const visit of visits) if ('client' in visit) before.set(visit.client, slot);
    return slot;
  });
}
