import type { Move, Pin } from '../../../hand.ts';
import { spans } from '../../../spans.ts';
import type { Shift, Tanker } from '../../../water.ts';

/** A delivery as the timetable has it; `tanker` is its first shift. */
export type Stand = { tanker: string; point: string; start: number; litres: number };

/** What a person has decided so far. */
export type Decisions = { moves: readonly Move[]; pins: readonly Pin[]; locks: readonly string[] };

/** A pinned delivery may still begin so much earlier or later, seconds. */
const leeway = 900;

export const pinOf = ({ tanker, point, start, litres }: Stand): Pin => ({
  tanker,
  point,
  litres,
  from: Math.max(0, start - leeway),
  to: Math.min(86_400, start + leeway),
});

/** The pin that a delivery keeps; undefined where nobody pinned it. */
export const findPin = (pins: readonly Pin[], stand: Stand): Pin | undefined =>
  pins.find(
    ({ tanker, point, litres, from, to }) =>
      tanker === stand.tanker &&
      point === stand.point &&
      litres <= stand.litres &&
      from <= stand.start &&
      stand.start <= to,
  );

export const togglePin = (pins: readonly Pin[], stand: Stand): Pin[] => {
  const there = findPin(pins, stand);
  return there ? pins.filter((pin) => pin !== there) : [...pins, pinOf(stand)];
};

/** Without the pin of the delivery that a move is about: a person may move what a person pinned. */
export function pinsBefore(pins: readonly Pin[], stand: Stand | undefined): readonly Pin[] {
  const own = stand && findPin(pins, stand);
  return own ? pins.filter((pin) => pin !== own) : pins;
}

/** A tanker's parts of the day, as the planner knows them: shifts that follow on each other are one. */
export const partsOf = (tanker: Pick<Tanker, 'shifts'>): Pick<Shift, 'id' | 'from' | 'to'>[] =>
  spans(tanker.shifts);

/** The part of its day in which a tanker would begin something at `at`: the one that it falls into, else the nearest. */
export function partAt(tanker: Pick<Tanker, 'shifts'>, at: number): string | undefined {
  const away = ({ from, to }: { from: number; to: number }) => Math.max(0, from - at, at - to);
  return partsOf(tanker).sort((a, b) => away(a) - away(b))[0]?.id;
}

/** Second of the day of a time as people type it: 9:30, 09:30, 0930, 9：30; undefined for anything else. */
export function secondOf(text: string): number | undefined {
  const [, hours, minutes] = /^([01]?\d|2[0-4])[:：.]?([0-5]\d)$/.exec(text.trim()) ?? [];
  if (hours === undefined || minutes === undefined) return undefined;
  const second = Number(hours) * 3600 + Number(minutes) * 60;
  return second <= 86_400 ? second : undefined;
}
