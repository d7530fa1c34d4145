import type { Plan } from '@liangbuwu/trucking/water-day.ts';
import { type Reading, type TankRun, tankAfter } from './carry-over.ts';
import { type ExpiringKind, expiring } from './expiring.ts';
import type { Source, TankerRow } from './registers.ts';
import { shut } from './rules.ts';
import type { RunwayEnd, SourceRunway, TankRunway, Unregistered } from './runway-sheet.ts';

/** A tanker's fill in the plan in force. Litres. */
export interface Load {
  tanker: string;
  source: string;
  litres: number;
}

export const loadsOf = (plan: Plan, tankerOf: (shift: string) => string): Load[] =>
  plan.routes.flatMap(({ tanker: shift, stops }) =>
    stops.flatMap((stop) =>
      stop.kind === 'fill'
        ? [{ tanker: tankerOf(shift), source: stop.source, litres: stop.litres }]
        : [],
    ),
  );

interface Registers {
  sources: readonly Source[];
  tankers: readonly TankerRow[];
}

/** How far ahead an end is spoken of, days. */
export const runwayDays = 30;

/**
 * What ends from this day on if nothing is done, and what of the plan in force would be lost with it.
 *
 * @param loads of the plan in force; undefined where there is none.
 */
export function runwayEnds(
  registers: Registers,
  on: string,
  loads: readonly Load[] | undefined,
): RunwayEnd[] {
  const gone = new Set<string>();
  return expiring(registers, on, runwayDays)
    .filter(({ left }) => left >= 0)
    .map(({ kind, id, name, until, left }) => {
      const bars = kind !== 'test';
      if (bars) gone.add(id);
      const without = (ids: ReadonlySet<string>) =>
        loads
          ? fetched(loads.filter((load) => ids.has(load.tanker) || ids.has(load.source)))
          : null;
      return {
        kind,
        id,
        name,
        until,
        left,
        from: dayAfter(until, 1),
        bars,
        litres: bars ? without(new Set([id])) : null,
        together: without(gone),
      };
    });
}

export const fetched = (loads: readonly Load[]): number =>
  loads.reduce((sum, { litres }) => sum + litres, 0);

/** Every source's limits: its consent, its next test, its litres a day. */
export function sourceRunways(
  sources: readonly Source[],
  on: string,
  loads: readonly Load[] | undefined,
): SourceRunway[] {
  const left = (until: string | null) => (until === null ? null : daysBetween(on, until));
  return sources.map((source) => ({
    id: source.id,
    name: source.name,
    kind: source.kind,
    shut: shut(source, on) ?? null,
    consentUntil: source.consentUntil,
    consentLeft: left(source.consentUntil),
    testAgainBy: source.testAgainBy,
    testLeft: left(source.testAgainBy),
    litresPerDay: source.litresPerDay,
    used: loads ? fetched(loads.filter((load) => load.source === source.id)) : null,
  }));
}

/** What the runway would need to know and nobody has registered: it is asked for, not guessed. */
export function unregistered({ sources, tankers }: Registers): Unregistered[] {
  const rows = (of: readonly { id: string; name: string }[]) =>
    of.map(({ id, name }) => ({ id, name }));
  const asked: Record<ExpiringKind, { id: string; name: string }[]> = {
    consent: rows(
      sources.filter(({ kind, consentUntil }) => kind === 'deep-well' && consentUntil === null),
    ),
    test: rows(sources.filter(({ testAgainBy }) => testAgainBy === null)),
    clearance: rows(
      tankers.filter(({ kind, clearedUntil }) => kind === 'sprinkler' && clearedUntil === null),
    ),
    loan: rows(tankers.filter(({ lentBy, lentUntil }) => lentBy !== null && lentUntil === null)),
  };
  return (['consent', 'test', 'clearance', 'loan'] as const)
    .map((kind) => ({ kind, rows: asked[kind] }))
    .filter((one) => one.rows.length > 0);
}

/**
 * What stands in a village tank at a second of its day, and when it is empty if no tanker comes from then on. People
 * draw at a constant rate within the service hours, on the days after as on this one.
 *
 * @param run of the day; all times are seconds of the day.
 * @param at kept within the service hours.
 * @param reading within the day.
 */
export function tankRunway(
  run: TankRun,
  at: number,
  reading?: Reading,
): Pick<TankRunway, 'level' | 'at' | 'next'> & { dry: { days: number; second: number } | null } {
  const { from, to, need, deliveries } = run;
  const now = Math.min(Math.max(at, from), to);
  const rate = need / (to - from);
  const level =
    now === from
      ? Math.floor(reading && reading.at <= now ? reading.litres : run.level)
      : tankAfter(
          {
            ...run,
            to: now,
            need: rate * (now - from),
            deliveries: deliveries.filter(({ finish }) => finish <= now),
          },
          reading,
        );
  const next = deliveries
    .filter(({ finish }) => finish > now)
    .sort((a, b) => a.finish - b.finish)[0];
  return {
    level,
    at: now,
    dry: need === 0 ? null : dryAt(level),
    next: next ? { second: next.finish, litres: next.litres } : null,
  };

  function dryAt(litres: number): { days: number; second: number } {
    const today = rate * (to - now);
    if (litres <= today) return { days: 0, second: Math.floor(now + litres / rate) };
    const rest = litres - today;
    const days = Math.ceil(rest / need);
    return { days, second: Math.floor(from + (rest - (days - 1) * need) / rate) };
  }
}

export const dayAfter = (day: string, days: number): string =>
  Temporal.PlainDate.from(day).add({ days }).toString();

const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days;
