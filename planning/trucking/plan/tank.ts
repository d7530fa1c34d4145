import { type Day, NEVER } from './day.ts';

/** What goes into the village tank of one point, sorted by time; kept deliveries carry tanker -1. */
export interface Inflow {
  count: number;
  time: Int32Array;
  litres: Int32Array;
  tanker: Int32Array;
}

/** Half of the litre that the format grants for rounding; the other half is left to other people's arithmetic. */
const SPARE = 0.5;
/** Less than this is the arithmetic's, not water. */
const HAIR = 1e-6;

export function newInflow(): Inflow {
  return {
    count: 0,
    time: new Int32Array(16),
    litres: new Int32Array(16),
    tanker: new Int32Array(16),
  };
}

export function pour(list: Inflow, time: number, litres: number, tanker: number): void {
  if (list.count === list.time.length) {
    for (const key of ['time', 'litres', 'tanker'] as const) {
      const bigger = new Int32Array(list.count * 2);
      bigger.set(list[key]);
      list[key] = bigger;
    }
  }
  let i = list.count;
  while (i > 0 && (list.time[i - 1] as number) > time) {
    list.time[i] = list.time[i - 1] as number;
    list.litres[i] = list.litres[i - 1] as number;
    list.tanker[i] = list.tanker[i - 1] as number;
    i -= 1;
  }
  list.time[i] = time;
  list.litres[i] = litres;
  list.tanker[i] = tanker;
  list.count += 1;
}

export function unpour(list: Inflow, tanker: number): void {
  let kept = 0;
  for (let i = 0; i < list.count; i += 1) {
    if (list.tanker[i] === tanker) continue;
    list.time[kept] = list.time[i] as number;
    list.litres[kept] = list.litres[i] as number;
    list.tanker[kept] = list.tanker[i] as number;
    kept += 1;
  }
  list.count = kept;
}

/** What the last walk saw after `watch`: room left there, litres that people then could not draw. */
export const seen = { room: 0, lack: 0 };

/**
 * Litres that people draw from the tank of `p` in the day, with `extra` litres more at `watch`
 * (NEVER: nothing extra). Leaves `seen` for the time from `watch` on, without the extra.
 */
export function drawn(day: Day, list: Inflow, p: number, watch: number, extra: number): number {
  const rate = day.draws[p] as number;
  const tank = day.tank[p] as number;
  let level = day.level[p] as number;
  let time = day.from;
  let total = 0;
  let watched = watch >= NEVER;
  seen.room = 0;
  seen.lack = 0;
  for (let i = 0; i <= list.count; i += 1) {
    const last = i === list.count;
    const next = last ? day.to : (list.time[i] as number);
    if (!watched && watch < next) {
      if (watch > time) {
        const want = rate * (watch - time);
        const got = level < want ? level : want;
        level -= got;
        total += got;
        time = watch;
      }
      watched = true;
      seen.room = tank - level;
      level += extra;
    }
    const until = next < day.to ? next : day.to;
    if (until > time) {
      const want = rate * (until - time);
      const got = level < want ? level : want;
      level -= got;
      total += got;
      if (watched) seen.lack += want - got;
      time = until;
    }
    if (!last) level += list.litres[i] as number;
  }
  return total;
}

/** Earliest finish, from `finish` on, of a delivery of `litres` that neither now nor later overfills the tank. */
export function pourFrom(
  day: Day,
  list: Inflow,
  p: number,
  finish: number,
  litres: number,
): number {
  const tank = (day.tank[p] as number) + SPARE;
  if (litres > tank) return NEVER;
  const rate = day.draws[p] as number;
  let at = finish;
  for (let tries = 0; tries < 40; tries += 1) {
    let level = day.level[p] as number;
    let time = day.from;
    let i = 0;
    for (; i < list.count && (list.time[i] as number) <= at; i += 1) {
      const next = list.time[i] as number;
      if (next > time) {
        level -= rate * (next - time);
        if (level < 0) level = 0;
        time = next;
      }
      level += list.litres[i] as number;
    }
    if (at > time) {
      level -= rate * (at - time);
      if (level < 0) level = 0;
      time = at;
    }
    level += litres;
    if (level > tank + HAIR) {
      if (rate <= 0) return NEVER;
      const wait = Math.max(1, Math.ceil((level - tank) / rate - 1e-9));
      const next = i < list.count ? (list.time[i] as number) : NEVER;
      at = at + wait < next ? at + wait : next;
      if (at > day.to) return NEVER;
      continue;
    }
    let fits = true;
    for (; i < list.count; i += 1) {
      const next = list.time[i] as number;
      level -= rate * (next - time);
      if (level < 0) level = 0;
      time = next;
      level += list.litres[i] as number;
      if (level > tank + HAIR) {
        fits = false;
        at = next;
        break;
      }
    }
    if (fits) return at;
  }
  return NEVER;
}
