import type { ReactNode } from 'react';
import type { Tone } from '../theme/tone.ts';

export const patterns = ['solid', 'stripes', 'dots', 'grid', 'hollow', 'thin'] as const;
export type Pattern = (typeof patterns)[number];

/** What sorts of bars there are: each has a name, a colour and a pattern, so that colour alone says nothing. */
export type BarKind = { id: string; label: string; tone: Tone; pattern: Pattern };

/** Times are seconds since 00:00 of the day. */
export type Bar = {
  /** Unique in the whole timeline. */
  id: string;
  kind: string;
  from: number;
  to: number;
  /** In full, for reading out and for the table: "三门 → 白壁村". */
  title: string;
  /** Short enough to stand inside a wide bar: "8,000 升". */
  short?: string;
  note?: string;
  /** Stands beside the bar, and is read out with it: that it may not move, say. */
  mark?: { icon: ReactNode; label: string };
  /** Can be dragged to another row or time. */
  movable?: boolean;
};

export type TimelineRow = {
  id: string;
  label: string;
  note?: string;
  tone?: Tone;
  bars: readonly Bar[];
  /** When the row is there at all, a driver's shift, say; outside of it the ground is hatched. */
  open?: readonly { from: number; to: number }[];
  /** Beside the row's name: a lock, say. */
  tool?: ReactNode;
  /** Takes no bar that is dragged to it. */
  fixed?: boolean;
};

/** Puts bars that overlap in time below each other; the first lane takes all that fit. */
export function lanesOf(bars: readonly Bar[]): Map<string, number> {
  const ends: number[] = [];
  const lanes = new Map<string, number>();
  for (const bar of [...bars].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const free = ends.findIndex((end) => end <= bar.from);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = bar.to;
    lanes.set(bar.id, lane);
  }
  return lanes;
}

/** What is left of a day outside the open stretches. */
export function closedStretches(from: number, to: number, open: TimelineRow['open']) {
  const closed: { from: number; to: number }[] = [];
  let at = from;
  for (const stretch of [...(open ?? [{ from, to }])].sort((a, b) => a.from - b.from)) {
    if (stretch.from > at) closed.push({ from: at, to: Math.min(stretch.from, to) });
    at = Math.max(at, stretch.to);
  }
  if (at < to) closed.push({ from: at, to });
  return closed;
}

const steps = [900, 1800, 3600, 7200, 10_800, 21_600, 43_200];

/** Full times between which at least `apart` px lie. */
export function ticksOf(from: number, to: number, pxPerSecond: number, apart: number): number[] {
  const step = steps.find((seconds) => seconds * pxPerSecond >= apart) ?? 86_400;
  const first = Math.ceil(from / step) * step;
  return Array.from(
    { length: Math.max(0, Math.floor((to - first) / step) + 1) },
    (_, at) => first + at * step,
  );
}

const inOrder = (row: TimelineRow) => [...row.bars].sort((a, b) => a.from - b.from || a.to - b.to);

const apart = (one: Bar, other: Bar) => Math.max(0, one.from - other.to, other.from - one.to);

/** Where an arrow key leads from a bar: the next in its row, or the nearest in time of the next row that has any. */
export function findNextBar(
  rows: readonly TimelineRow[],
  id: string,
  key: string,
): Bar | undefined {
  const at = rows.findIndex(({ bars }) => bars.some((bar) => bar.id === id));
  const row = rows[at];
  if (!row) return undefined;
  const bars = inOrder(row);
  const place = bars.findIndex((bar) => bar.id === id);
  if (key === 'ArrowRight') return bars[place + 1];
  if (key === 'ArrowLeft') return bars[place - 1];
  if (key === 'Home') return bars[0];
  if (key === 'End') return bars[bars.length - 1];
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return undefined;
  const beyond = key === 'ArrowDown' ? rows.slice(at + 1) : rows.slice(0, at).reverse();
  const target = beyond.find((other) => other.bars.length > 0);
  const here = bars[place];
  if (!target || !here) return undefined;
  return inOrder(target).reduce((best, bar) => (apart(bar, here) < apart(best, here) ? bar : best));
}
