import type { Group } from './groups.ts';
import type { Slot } from './model.ts';
import type { Entry, Program } from './program.ts';

/**
 * Rows of the links between slots, for counts. Dealt in order, the i-th start of one slot with the i-th of the other, a link holds for all
 * exactly where it holds for the numbers that have started by each time; and what they are apart in all is the area between these two lines.
 */
export function linkRows(
  program: Program,
  links: Group['links'],
  slots: readonly Slot[],
  priced: boolean,
): void {
  for (const { a, b, least, most, price } of links) {
    const [from, to] = [slots[a], slots[b]];
    if (!from || !to) continue;
    for (const time of timesOf(to)) notBefore(program, by(to, time), by(from, time - least), from);
    for (const time of timesOf(from)) notBefore(program, by(from, time), by(to, time + most), to);
    if (priced && price > 0) apart(program, from, to, price);
  }
}

/** As many of `later` have started as of `earlier` at most. */
function notBefore(
  program: Program,
  later: readonly number[],
  earlier: readonly number[],
  { act }: Slot,
): void {
  if (earlier.length === act.options.length) return;
  program.atMost([...entriesOf(later, 1), ...entriesOf(earlier, -1)], 0);
}

function apart(program: Program, from: Slot, to: Slot, price: number): void {
  const times = [...new Set([...timesOf(from), ...timesOf(to)])].sort((x, y) => x - y);
  times.slice(1).forEach((next, i) => {
    const time = times[i] ?? 0;
    const [one, other] = [by(from, time), by(to, time)];
    const width = price * (next - time);
    const fill = (v: readonly number[]): number => Math.abs(started(one, v) - started(other, v));
    const gap = program.column(width, from.count, false, fill);
    program.atMost([...entriesOf(one, 1), ...entriesOf(other, -1), [gap, -1]], 0);
    program.atMost([...entriesOf(one, -1), ...entriesOf(other, 1), [gap, -1]], 0);
  });
}

function timesOf({ act }: Slot): number[] {
  return [...new Set(act.options.map(({ start }) => start))];
}

/** Columns of the options that have started by then. */
export function by({ act, first }: Slot, time: number): number[] {
  return act.options.flatMap(({ start }, o) => (start <= time ? [first + o] : []));
}

export function entriesOf(columns: readonly number[], factor: number): Entry[] {
  return columns.map((column) => [column, factor]);
}

function started(columns: readonly number[], values: readonly number[]): number {
  return columns.reduce((total, column) => total + (values[column] ?? 0), 0);
}
