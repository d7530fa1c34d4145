import { by, entriesOf } from './link-rows.ts';
import type { Slot } from './model.ts';
import type { Entry, Program } from './program.ts';

/** Columns that say whether a phase has begun by a time, and whether it goes on at or after it. */
export interface Spread {
  phase: number;
  /** To be added to the columns' costs. */
  base: number;
  /** 1 where some activity starts at or before the time. `undefined`: always. */
  begun: (time: number) => number | undefined;
  /** 1 where some activity starts at or after the time. */
  goesOn: (time: number) => number | undefined;
}

/**
 * What the time between the first and the last start of a phase costs: of each stretch between two times at which something may
 * start, 1 where it has begun before and goes on after.
 */
export function spreadOf(
  program: Program,
  slots: readonly Slot[],
  phase: number,
  price: number,
): Spread | undefined {
  const own = slots.filter(({ act }) => act.phase === phase);
  const times = [...new Set(own.flatMap(({ act }) => act.options.map(({ start }) => start)))].sort(
    (a, b) => a - b,
  );
  const first = times[0] ?? 0;
  const last = times.at(-1) ?? 0;
  if (price === 0 || first === last) return undefined;
  const begun = new Map<number, number>();
  const goesOn = new Map<number, number>();
  const flag = (sets: { columns: number[]; count: number }[], width: number): number => {
    const any = (v: readonly number[]): number =>
      sets.some(({ columns }) => columns.some((column) => (v[column] ?? 0) > 0)) ? 1 : 0;
    const column = program.column(price * width, 1, true, any);
    for (const { columns, count } of sets)
      program.atMost([...entriesOf(columns, 1), [column, -count]], 0);
    return column;
  };
  times.slice(1).forEach((next, i) => {
    const time = times[i] ?? 0;
    const width = next - time;
    const early = own.map((slot) => ({ columns: by(slot, time), count: slot.count }));
    const late = own.map((slot) => ({ columns: after(slot, next), count: slot.count }));
    begun.set(time, flag(early.filter(isThere), width));
    goesOn.set(next, flag(late.filter(isThere), width));
  });
  inTurn(program, [...begun.values()]);
  inTurn(program, [...goesOn.values()].reverse());
  return {
    phase,
    base: price * (first - last),
    begun: (time) => begun.get(time),
    goesOn: (time) => goesOn.get(time),
  };
}

/** Each is at most the next. */
function inTurn(program: Program, columns: readonly number[]): void {
  columns.slice(1).forEach((next, i) => {
    const row: Entry[] = [
      [columns[i] ?? 0, 1],
      [next, -1],
    ];
    program.atMost(row, 0);
  });
}

function after({ act, first }: Slot, time: number): number[] {
  return act.options.flatMap(({ start }, o) => (start >= time ? [first + o] : []));
}

const isThere = ({ columns }: { columns: number[] }): boolean => columns.length > 0;
