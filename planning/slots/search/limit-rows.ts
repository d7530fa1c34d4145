import type { Cell, Instance } from './instance.ts';
import type { Aim, Slot } from './model.ts';
import type { Entry, Program } from './program.ts';
import type { Spread } from './spread.ts';

/** Who could be in a cell. */
interface There {
  /** Column and amount. */
  amounts: Map<number, number>;
  byKind: Map<number, number[]>;
  /** More cannot come together, ways chosen as they may be. */
  most: number;
  phases: Set<number>;
  first: number;
  last: number;
}

/** Rows of capacities, and of kinds that are not to meet. */
export function limitRows(
  program: Program,
  { cells }: Instance,
  slots: readonly Slot[],
  aim: Aim,
  spreads: readonly (Spread | undefined)[],
): void {
  const hard = aim.kind === 'cost' && aim.overload === 0;
  const there = thereOf(cells, slots);
  const excess: Entry[] = [];
  const over = (width: number, fill: (v: readonly number[]) => number): number => {
    const column = program.column(aim.kind === 'overload' ? width : 0, Infinity, false, fill);
    excess.push([column, width]);
    return column;
  };
  cells.forEach((cell, c) => {
    const own = there[c];
    if (!own) return;
    const width = cell.to - cell.from;
    const covered = hard && isCovered(cells, there, c);
    if (own.most > cell.capacity && !covered) {
      const entries = [...own.amounts];
      if (hard) capacityRows(program, cell, own, spreads);
      else {
        const load = (v: readonly number[]): number =>
          entries.reduce((sum, [at, amount]) => sum + amount * (v[at] ?? 0), 0);
        const column = over(width, (v) => Math.max(0, load(v) - cell.capacity));
        program.atMost([...entries, [column, -1]], cell.capacity);
      }
    }
    if (cell.oneKind && own.byKind.size > 1 && !covered) {
      const isThere = kindRows(program, own, hard ? cell.capacity : Infinity);
      const ones = isThere.map((column): Entry => [column, 1]);
      if (hard) program.atMost(ones, 1);
      else {
        const kinds = (v: readonly number[]): number =>
          isThere.reduce((sum, column) => sum + (v[column] ?? 0), 0);
        program.atMost([...ones, [over(width, (v) => Math.max(0, kinds(v) - 1)), -1]], 1);
      }
    }
  });
  if (aim.kind === 'cost' && !hard) program.atMost(excess, aim.overload);
}

/** Where all who could be there are of one phase whose spread costs, nobody is there before it has begun or when it is over. */
function capacityRows(
  program: Program,
  { capacity }: Cell,
  { amounts, most, phases, first, last }: There,
  spreads: readonly (Spread | undefined)[],
): void {
  const [phase] = phases;
  const spread = phases.size === 1 ? spreads[phase ?? -1] : undefined;
  const flags = [spread?.begun(last), spread?.goesOn(first)].filter((one) => one !== undefined);
  const room = Math.min(capacity, most);
  for (const flag of flags) program.atMost([...amounts, [flag, -room]], 0);
  if (flags.length === 0) program.atMost([...amounts], capacity);
}

/** @returns for each kind a column that is 1 where it is there. */
function kindRows(program: Program, { amounts, byKind }: There, capacity: number): number[] {
  return [...byKind.values()].map((columns) => {
    const any = (v: readonly number[]): number =>
      columns.some((column) => (v[column] ?? 0) > 0) ? 1 : 0;
    const isThere = program.column(0, 1, true, any);
    const entries = columns.map((column): Entry => [column, amounts.get(column) ?? 0]);
    const most = entries.reduce((sum, [at, amount]) => sum + amount * program.most(at), 0);
    program.atMost([...entries, [isThere, -Math.min(capacity, most)]], 0);
    return isThere;
  });
}

function thereOf(cells: readonly Cell[], slots: readonly Slot[]): (There | undefined)[] {
  const there: (There | undefined)[] = cells.map(() => undefined);
  for (const { act, first, count } of slots) {
    const most = new Map<number, number>();
    act.options.forEach(({ start, cells: taken, amounts }, o) => {
      taken.forEach((c, i) => {
        const amount = amounts[i] ?? 0;
        const own = (there[c] ??= nobody());
        own.amounts.set(first + o, amount);
        own.byKind.set(act.kind, [...(own.byKind.get(act.kind) ?? []), first + o]);
        own.phases.add(act.phase);
        own.first = Math.min(own.first, start);
        own.last = Math.max(own.last, start);
        most.set(c, Math.max(most.get(c) ?? 0, amount));
      });
    });
    for (const [c, amount] of most) (there[c] as There).most += count * amount;
  }
  return there;
}

function nobody(): There {
  return {
    amounts: new Map(),
    byKind: new Map(),
    most: 0,
    phases: new Set(),
    first: Infinity,
    last: -Infinity,
  };
}

/** A cell needs no rows where all who could be there could be in the cell beside it too, which has no more room. */
function isCovered(
  cells: readonly Cell[],
  there: readonly (There | undefined)[],
  c: number,
): boolean {
  const inside = (other: number): boolean => {
    const [own, beside] = [there[c], there[other]];
    if (!own || !beside || cells[other]?.resource !== cells[c]?.resource) return false;
    if ((cells[other]?.capacity ?? 0) > (cells[c]?.capacity ?? 0)) return false;
    return [...own.amounts].every(([at, amount]) => (beside.amounts.get(at) ?? 0) >= amount);
  };
  const same = (other: number): boolean =>
    cells[other]?.capacity === cells[c]?.capacity &&
    there[other]?.amounts.size === there[c]?.amounts.size &&
    [...(there[c]?.amounts ?? [])].every(([at, n]) => there[other]?.amounts.get(at) === n);
  // Of cells that are the same to all, the first has the rows.
  return inside(c - 1) || (inside(c + 1) && !same(c + 1));
}
