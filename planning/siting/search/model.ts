import type { ModelData } from 'highs';
import { divisor } from './instance.ts';
import { isUniform, type Part } from './part.ts';

/** What a model looks for, each among what is best by those before it. */
export type Aim =
  | { kind: 'people' }
  /** Served are at least so many. */
  | { kind: 'cost'; people: number }
  /** At no more than this cost. */
  | { kind: 'walking'; people: number; cost: number };

export interface Choice {
  /** Most new sites, `must` included. */
  most: number;
  /** For building. */
  budget: number | null;
  /** Only these are open: nothing is left to choose but who fetches where. */
  open?: readonly number[];
}

/** A model, to be minimised, and what its columns are. */
export interface Model {
  data: ModelData;
  /** For each site its column, −1 where it is open or closed whatever is chosen. */
  siteColumn: number[];
  /** For each class, or for each group where the aim is walking, its first column: one for each of its sites. */
  firstColumn: number[];
  /** What an objective of one more is worth: objectives are whole multiples of it. */
  step: number;
}

type Entry = readonly [column: number, factor: number];

/**
 * The mixed-integer program, see README: which sites are open, and how many of each class (or group) fetch at each.
 * Variables for sites are 0 or 1; for people they are whole numbers where needs differ, and need not be declared whole where all
 * need the same.
 */
export function modelOf(part: Part, aim: Aim, choice: Choice): Model {
  const rows: { entries: Entry[]; lower: number; upper: number }[] = [];
  const cost: number[] = [];
  const upper: number[] = [];
  const whole: (0 | 1)[] = [];
  const column = (price: number, most: number, integral: boolean): number => {
    whole.push(integral ? 1 : 0);
    upper.push(most);
    return cost.push(price) - 1;
  };
  const given = part.existing + part.must;
  const price = divided(part.cost.map((one, i) => (i < part.existing ? 0 : one)));
  const isOpen = (i: number): boolean => (choice.open ? choice.open.includes(i) : i < given);
  const siteColumn = part.sites.map((_, i) =>
    choice.open || i < given ? -1 : column(aim.kind === 'cost' ? (price.of[i] ?? 0) : 0, 1, true),
  );
  const people = aim.kind === 'walking' ? part.groups : part.classes;
  const integral = !isUniform(part);
  const drawn: Entry[][] = part.sites.map(() => []);
  const all: Entry[] = [];
  const firstColumn = people.map((one) => {
    const first = cost.length;
    const ways = 'metres' in one ? one.metres : [];
    const own = one.sites.map((i, e): Entry => {
      const most = Math.min(one.people, Math.floor((part.caps[i] ?? 0) / one.need));
      const closed = (siteColumn[i] ?? -1) < 0 && !isOpen(i);
      const worth = aim.kind === 'people' ? -1 : aim.kind === 'walking' ? (ways[e] ?? 0) : 0;
      const at = column(worth, closed ? 0 : most, integral);
      drawn[i]?.push([at, one.need]);
      const site = siteColumn[i] ?? -1;
      // Of a closed site nobody fetches: implied by the row of its yield, and a far better bound (Wolsey 1998, 1.6).
      if (site >= 0)
        rows.push({
          entries: [
            [at, 1],
            [site, -most],
          ],
          lower: -Infinity,
          upper: 0,
        });
      return [at, 1];
    });
    rows.push({ entries: own, lower: -Infinity, upper: one.people });
    all.push(...own);
    return first;
  });
  drawn.forEach((entries, i) => {
    const cap = part.caps[i] ?? 0;
    const site = siteColumn[i] ?? -1;
    if (site < 0) rows.push({ entries, lower: -Infinity, upper: cap });
    else rows.push({ entries: [...entries, [site, -cap]], lower: -Infinity, upper: 0 });
  });
  const chosen = (factor: (i: number) => number): Entry[] =>
    siteColumn.flatMap((at, i): Entry[] => (at < 0 || factor(i) === 0 ? [] : [[at, factor(i)]]));
  if (!choice.open) {
    const most = choice.most - part.must;
    rows.push({ entries: chosen(() => 1), lower: -Infinity, upper: most });
    if (choice.budget !== null) {
      const building = divided(part.building);
      const spent = part.building.slice(part.existing, given).reduce((sum, one) => sum + one, 0);
      const left = Math.floor((choice.budget - spent) / building.step);
      rows.push({ entries: chosen((i) => building.of[i] ?? 0), lower: -Infinity, upper: left });
    }
    if (aim.kind === 'walking') {
      const spent = part.cost.slice(part.existing, given).reduce((sum, one) => sum + one, 0);
      const left = Math.floor((aim.cost - spent) / price.step);
      rows.push({ entries: chosen((i) => price.of[i] ?? 0), lower: -Infinity, upper: left });
    }
  }
  if (aim.kind !== 'people') rows.push({ entries: all, lower: aim.people, upper: Infinity });
  return {
    data: {
      numCols: cost.length,
      numRows: rows.length,
      colCost: cost,
      colLower: cost.map(() => 0),
      colUpper: upper,
      rowLower: rows.map((row) => row.lower),
      rowUpper: rows.map((row) => row.upper),
      integrality: whole,
      matrix: matrixOf(rows, cost.length),
    },
    siteColumn,
    firstColumn,
    step: aim.kind === 'cost' ? price.step : 1,
  };
}

/** Smaller numbers of the same proportions, so that tolerances are small beside them. */
function divided(numbers: readonly number[]): { step: number; of: number[] } {
  const step = numbers.reduce(divisor, 0) || 1;
  return { step, of: numbers.map((one) => one / step) };
}

function matrixOf(
  rows: readonly { entries: readonly Entry[] }[],
  columns: number,
): ModelData['matrix'] {
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const { entries } of rows) {
    for (const [at, factor] of entries) {
      indices.push(at);
      values.push(factor);
    }
    starts.push(indices.length);
  }
  return { format: 'csr', numRows: rows.length, numCols: columns, starts, indices, values };
}
