import { lastWord } from '@liangbuwu/office/commitments/rules.ts';
import type { GapSheet } from '../gap.ts';
import { arrivalOf } from '../history.ts';
import { toBring, toPeople } from '../losses.ts';
import { findTankerOf, type Promised } from '../promised.ts';
import type { Entry } from '../recording/entry.ts';
import { total } from '../sums.ts';
import type { PointKind } from '../water.ts';
import type {
  Brought,
  Ledger,
  PointAccount,
  SourceRow,
  TankerAccount,
  VillageLitres,
} from './ledger-sheet.ts';
import { mayBe } from './may-be.ts';

export interface LedgerPoint {
  name: string;
  village: string;
  kind: PointKind;
  people: number;
  hasTank: boolean;
}

export interface LedgerDay {
  day: string;
  /** In the order in which things happened, those put right too. */
  entries: readonly Entry[];
  promises: readonly Promised[];
  /** Undefined where no floors held. */
  gap: GapSheet | undefined;
  lossPercent: number;
}

export interface LedgerFacts {
  days: readonly LedgerDay[];
  sources: ReadonlyMap<string, string>;
  tankers: ReadonlyMap<string, { name: string; litres: number }>;
  points: ReadonlyMap<string, LedgerPoint>;
}

/** Litres from the source to people, over some days. */
export function ledgerOf(facts: LedgerFacts): Ledger {
  const entries = facts.days.flatMap((one) => one.entries.filter(({ corrected }) => !corrected));
  const fills = entries.filter(({ kind }) => kind === 'filled');
  const deliveries = facts.days
    .flatMap(({ day, promises }) => promises.map((promise) => broughtBy(facts, day, promise)))
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.promise < b.promise ? -1 : 1));
  const spoken = deliveries.filter(({ known }) => known !== 'promised');
  const sources = sourceRows(facts, fills);
  const tankers = tankerRows(facts, entries, spoken);
  const points = pointRows(facts, deliveries);
  const ofTankers = (of: 'said' | 'open') => total(tankers, (row) => row[of]);
  const ofPoints = (of: 'came' | 'verified' | 'promised' | 'spilled' | 'stays' | 'reached') =>
    total(points, (row) => row[of]);
  return {
    sources,
    tankers,
    points,
    deliveries,
    villages: villageRows(facts),
    totals: {
      filled: total(sources, ({ filled }) => filled),
      said: ofTankers('said'),
      open: ofTankers('open'),
      unknown: total(
        spoken.filter(({ tanker }) => tanker === null),
        ({ litres }) => litres,
      ),
      came: ofPoints('came'),
      verified: ofPoints('verified'),
      promised: ofPoints('promised'),
      spilled: ofPoints('spilled'),
      stays: ofPoints('stays'),
      reached: ofPoints('reached'),
    },
  };
}

/** A delivery with both sides' words and what counts of it. */
function broughtBy(
  { tankers, points }: Pick<LedgerFacts, 'tankers' | 'points'>,
  day: string,
  promise: Promised,
): Brought {
  const tanker = findTankerOf(promise) ?? null;
  const said = (side: 'giver' | 'receiver') => lastWord(promise.proofs, side)?.quantity ?? null;
  const { resolution, state } = promise;
  const agreed = state === 'kept' || state === 'partly-kept';
  const { name = '', village = '' } = points.get(promise.point) ?? {};
  return {
    promise: promise.id,
    day,
    point: promise.point,
    name,
    village,
    tanker,
    tankerName: (tanker && tankers.get(tanker)?.name) || promise.giverName,
    due: promise.dueTo,
    promised: promise.planned ? promise.quantity : null,
    giver: said('giver'),
    receiver: said('receiver'),
    resolved: resolution?.quantity ?? null,
    resolvedBy: resolution?.by.name ?? null,
    litres: arrivalOf(promise, () => 0).litres,
    known: resolution
      ? 'resolved'
      : agreed
        ? 'both'
        : state === 'disputed'
          ? 'differs'
          : promise.proofs.length > 0
            ? 'one-side'
            : 'promised',
  };
}

/** Both keys turned, or somebody decided by name. */
const isVerified = ({ known }: Brought): boolean => known === 'both' || known === 'resolved';

function sourceRows({ sources, tankers }: LedgerFacts, fills: readonly Entry[]): SourceRow[] {
  return [...Map.groupBy(fills, ({ source }) => String(source))]
    .map(([source, own]) => ({
      source,
      name: sources.get(source) ?? '',
      fills: own.length,
      filled: total(own, ({ litres }) => litres ?? 0),
      to: parts(
        own.map(({ tanker, litres }) => ({ id: String(tanker), litres: litres ?? 0 })),
        (id) => tankers.get(id)?.name ?? '',
      ),
    }))
    .sort((a, b) => b.filled - a.filled || (a.source < b.source ? -1 : 1));
}

function tankerRows(
  { tankers, points }: LedgerFacts,
  entries: readonly Entry[],
  spoken: readonly Brought[],
): TankerAccount[] {
  const fills = Map.groupBy(
    entries.filter(({ kind }) => kind === 'filled'),
    ({ tanker }) => String(tanker),
  );
  const out = Map.groupBy(
    spoken.filter(({ tanker }) => tanker !== null),
    ({ tanker }) => String(tanker),
  );
  const ids = [...new Set([...fills.keys(), ...out.keys()])];
  return ids
    .map((tanker) => {
      const [filledThere, brought] = [fills.get(tanker) ?? [], out.get(tanker) ?? []];
      const known = tankers.get(tanker);
      const filled = total(filledThere, ({ litres }) => litres ?? 0);
      const emptied = total(brought, ({ litres }) => litres);
      const said = total(brought, ({ giver, litres }) => (giver === null ? 0 : giver - litres));
      const open = filled - emptied - said;
      const last = entries.findLast(
        (entry) => entry.tanker === tanker && (entry.kind === 'filled' || entry.kind === 'emptied'),
      );
      return {
        tanker,
        name: known?.name || (brought[0]?.tankerName ?? ''),
        fills: filledThere.length,
        filled,
        deliveries: brought.length,
        emptied,
        said,
        open,
        may: mayBe(open, known?.litres ?? 0, last?.kind === 'filled'),
        to: parts(
          brought.map(({ point, litres }) => ({ id: point, litres })),
          (id) => points.get(id)?.name ?? '',
        ),
      };
    })
    .sort((a, b) => Math.abs(b.open) - Math.abs(a.open) || (a.name < b.name ? -1 : 1));
}

/** What the gap sheet says that people have of what came, and where the rest is. */
function pointRows(facts: LedgerFacts, deliveries: readonly Brought[]): PointAccount[] {
  const rows = new Map<string, PointAccount>();
  for (const { day, gap, lossPercent } of facts.days) {
    const ofDay = Map.groupBy(
      deliveries.filter((one) => one.day === day),
      ({ point }) => point,
    );
    const shown = new Map(
      gap?.villages.flatMap(({ points }) => points.map((point) => [point.id, point] as const)),
    );
    for (const point of new Set([...shown.keys(), ...ofDay.keys()])) {
      const own = ofDay.get(point) ?? [];
      const spoken = own.filter(({ known }) => known !== 'promised');
      const came = total(spoken, ({ litres }) => litres);
      const promised = total(own, ({ litres }) => litres) - came;
      const inGap = shown.get(point);
      const percent = gap ? gap.lossPercent : lossPercent;
      const known = facts.points.get(point);
      const reached = inGap?.expected ?? Math.floor(toPeople(came + promised, percent));
      const spilled = spilledOf(came + promised, reached, percent, known?.hasTank ?? false);
      if (came + promised === 0 && reached === 0) continue;
      const before = rows.get(point);
      rows.set(point, {
        point,
        name: inGap?.name ?? known?.name ?? '',
        village: known?.village ?? '',
        kind: inGap?.kind ?? known?.kind ?? 'village',
        people: inGap?.people ?? known?.people ?? 0,
        deliveries: (before?.deliveries ?? 0) + spoken.length,
        came: (before?.came ?? 0) + came,
        verified:
          (before?.verified ?? 0) + total(spoken.filter(isVerified), ({ litres }) => litres),
        promised: (before?.promised ?? 0) + promised,
        spilled: (before?.spilled ?? 0) + spilled,
        stays: (before?.stays ?? 0) + (came + promised - spilled - reached),
        reached: (before?.reached ?? 0) + reached,
      });
    }
  }
  return [...rows.values()].sort(
    (a, b) =>
      (a.village < b.village ? -1 : a.village > b.village ? 1 : 0) ||
      (a.name < b.name ? -1 : a.name > b.name ? 1 : a.point < b.point ? -1 : 1),
  );
}

/** Litres are whole: what is lost by rounding without a tank counts as spilled, for it stays nowhere. */
function spilledOf(brought: number, reached: number, percent: number, hasTank: boolean): number {
  const spilled = Math.round(toBring(reached, percent)) - reached;
  const rest = brought - spilled - reached;
  return !hasTank && Math.abs(rest) <= 1 && spilled + rest >= 0 ? spilled + rest : spilled;
}

function villageRows({ days }: LedgerFacts): VillageLitres[] {
  const rows = days.flatMap(({ day, gap }) =>
    (gap?.villages ?? []).map(
      ({ area, name, people, animals, kind, have, expected, perPerson }) => ({
        area,
        name,
        of: { day, people: people || animals, kind, litres: have + expected, perPerson },
      }),
    ),
  );
  return [...Map.groupBy(rows, ({ area }) => area)]
    .map(([area, own]) => ({ area, name: own[0]?.name ?? '', days: own.map(({ of }) => of) }))
    .sort((a, b) => lowest(a) - lowest(b) || (a.area < b.area ? -1 : 1));
}

const lowest = ({ days }: VillageLitres) => Math.min(...days.map(({ perPerson }) => perPerson));

function parts(some: readonly { id: string; litres: number }[], nameOf: (id: string) => string) {
  return [...Map.groupBy(some, ({ id }) => id)]
    .map(([id, own]) => ({ id, name: nameOf(id), litres: total(own, ({ litres }) => litres) }))
    .sort((a, b) => b.litres - a.litres || (a.id < b.id ? -1 : 1));
}
