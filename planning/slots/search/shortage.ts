import { first } from './first.ts';
import type { Instance } from './instance.ts';
import { leastOverload, type Settling } from './settle.ts';
import { type Shortage, type Standing, standingOf } from './standing.ts';

/**
 * Which resources are too small together: one after the other is made as large as may be, and stays so where there still is
 * overload. What is left is a smallest set, in the sense that none of it can be left out.
 * @param standing one whose overload is proven
 */
export function shortageOf(settling: Settling, standing: Standing): Shortage {
  const { instance } = settling;
  const all = [...new Set(usedCells(instance).map((c) => instance.cells[c]?.resource ?? 0))];
  const over = overIn(instance, standing);
  // Those that are not even full are tried first.
  const inOrder = all.toSorted((a, b) => Number(over.has(a)) - Number(over.has(b)) || a - b);
  let needed = inOrder;
  let minimal = true;
  for (const one of inOrder) {
    const rest = needed.filter((other) => other !== one);
    const loose = loosened(instance, new Set(rest));
    const guess = standingOf(loose, first(loose));
    const found =
      guess.overload === 0
        ? guess
        : leastOverload({ ...settling, instance: loose, onStanding: () => {} }, guess);
    if (found.overloadBound > 0) needed = rest;
    else if (found.overload > 0) minimal = false;
  }
  return { resources: needed.toSorted((a, b) => a - b), minimal };
}

/** Only these resources have limits. */
function loosened(instance: Instance, limited: ReadonlySet<number>): Instance {
  const cells = instance.cells.map((cell) =>
    limited.has(cell.resource) ? cell : { ...cell, capacity: Infinity, oneKind: false },
  );
  return { ...instance, cells };
}

function usedCells({ acts }: Instance): number[] {
  return acts.flatMap(({ options }) => options.flatMap(({ cells }) => cells));
}

/** Resources that are over their limits. */
function overIn({ acts, cells }: Instance, { choice }: Standing): Set<number> {
  const loads = cells.map(() => 0);
  acts.forEach(({ options }, a) => {
    const option = options[choice[a] ?? 0];
    option?.cells.forEach((c, i) => (loads[c] = (loads[c] ?? 0) + (option.amounts[i] ?? 0)));
  });
  return new Set(
    cells.flatMap(({ resource, capacity }, c) => ((loads[c] ?? 0) > capacity ? [resource] : [])),
  );
}
