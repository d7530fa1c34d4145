import type { Source, TankerRow } from './registers.ts';

export type ExpiringKind = 'consent' | 'test' | 'clearance' | 'loan';

/** Something that ends on a day, and what it ends for. */
export interface Expiring {
  kind: ExpiringKind;
  id: string;
  name: string;
  /** The last day on which it holds. */
  until: string;
  /** Days from the one looked at: 0 ends today, below 0 has ended. */
  left: number;
}

/** How long before its end something is spoken of, days. */
const soon = 7;
const day = 86_400_000;

/** Consents, tests, clearances and loans that have ended or end within some days, a week if not said, the soonest first. */
export function expiring(
  of: { sources: readonly Source[]; tankers: readonly TankerRow[] },
  on: string,
  ahead = soon,
): Expiring[] {
  const ends = [
    ...of.sources.flatMap((source) => [
      { kind: 'consent' as const, row: source, until: source.consentUntil },
      { kind: 'test' as const, row: source, until: source.testAgainBy },
    ]),
    ...of.tankers.flatMap((tanker) => [
      { kind: 'clearance' as const, row: tanker, until: tanker.clearedUntil },
      { kind: 'loan' as const, row: tanker, until: tanker.lentUntil },
    ]),
  ];
  return ends
    .flatMap(({ kind, row, until }): Expiring[] => {
      if (until === null) return [];
      const left = (Date.parse(until) - Date.parse(on)) / day;
      return left > ahead ? [] : [{ kind, id: row.id, name: row.name, until, left }];
    })
    .sort((a, b) => a.left - b.left || (a.name < b.name ? -1 : 1));
}
