import type { Bar, BarKind, TimelineRow } from '@liangbuwu/ui/timeline/bars.ts';
import type { Tanker } from '../../water.ts';
import type { Day, DayNames } from './day-names.ts';
import type { Ride } from './follow.ts';

/** What the timetable says of things, in the reader's language. */
/** What is added to the rows while a plan is changed by hand. */
export type TimelineHand = {
  mark: (ride: Ride) => Bar['mark'];
  movable: (ride: Ride) => boolean;
  tool: (tanker: Tanker) => TimelineRow['tool'];
  locked: (tanker: Tanker) => boolean;
};

export type TimelineWords = {
  title: (ride: Ride) => string;
  short: (litres: number) => string;
  note: (ride: Ride) => string | undefined;
  row: (tanker: Tanker, litres: number, metres: number) => string;
};

/** Colour and pattern of each kind; deliveries, which are what the day is for, stand out. */
export function barKinds(label: (kind: Ride['stretch']['kind']) => string): BarKind[] {
  return [
    { id: 'fill', label: label('fill'), tone: { series: 5 }, pattern: 'stripes' },
    { id: 'deliver', label: label('deliver'), tone: 'accent', pattern: 'solid' },
    { id: 'drive', label: label('drive'), tone: 'plain', pattern: 'thin' },
    { id: 'wait', label: label('wait'), tone: 'unknown', pattern: 'hollow' },
    { id: 'rest', label: label('rest'), tone: { series: 6 }, pattern: 'dots' },
  ];
}

/** A row for every tanker, whether it goes out or not; its shifts lie one after the other. */
export function timelineRows(
  day: Pick<Day, 'tankers'>,
  rides: readonly Ride[],
  names: Pick<DayNames, 'order'>,
  words: TimelineWords,
  hand?: TimelineHand,
): TimelineRow[] {
  return day.tankers.map((tanker) => {
    const own = rides.filter((ride) => ride.tanker === tanker.id);
    const sum = (of: 'litres' | 'metres', kind: string) =>
      own.reduce(
        (total, { stretch }) => total + (stretch.kind === kind ? (stretch[of] ?? 0) : 0),
        0,
      );
    return {
      id: tanker.id,
      label: tanker.name,
      note: words.row(tanker, sum('litres', 'deliver'), sum('metres', 'drive')),
      tone: { series: names.order(tanker.id) },
      open: tanker.shifts.map(({ from, to }) => ({ from, to })),
      ...(hand && { tool: hand.tool(tanker), fixed: hand.locked(tanker) }),
      bars: own.map((ride): Bar => {
        const { kind, from, to, litres } = ride.stretch;
        const note = words.note(ride);
        const mark = hand?.mark(ride);
        return {
          id: ride.id,
          kind,
          from,
          to,
          title: words.title(ride),
          ...(litres !== null && { short: words.short(litres) }),
          ...(note !== undefined && { note }),
          ...(mark && { mark }),
          ...(hand?.movable(ride) && { movable: true }),
        };
      }),
    };
  });
}

/** The hours to show: the service window, and whatever of the tankers' day lies outside of it. */
export function hoursOf(
  desk: { from: number; to: number },
  rides: readonly Ride[],
): { from: number; to: number } {
  const hour = 3600;
  const from = Math.min(desk.from, ...rides.map(({ stretch }) => stretch.from));
  const to = Math.max(desk.to, ...rides.map(({ stretch }) => stretch.to));
  return { from: Math.floor(from / hour) * hour, to: Math.ceil(to / hour) * hour };
}

/** With bars in focus the others carry no text, which would be too faint to read; their litres are still told. */
export function withoutFaintText(
  rows: readonly TimelineRow[],
  focus: readonly string[],
): readonly TimelineRow[] {
  if (focus.length === 0) return rows;
  const lit = new Set(focus);
  return rows.map((row) => ({
    ...row,
    bars: row.bars.map((bar) => {
      if (lit.has(bar.id) || bar.short === undefined) return bar;
      const { short, ...rest } = bar;
      return { ...rest, note: short };
    }),
  }));
}
