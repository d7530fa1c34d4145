import type { PlanHead } from '@liangbuwu/office/plans/contract.ts';
import { each, needOf } from '../gap.ts';
import { arrivalOf } from '../history.ts';
import { isOfPeople, lastFloor } from '../kinds.ts';
import { findTankerOf, listPromised, type PointNeed, type Promised } from '../promised.ts';
import type { Entry } from '../recording/entry.ts';
import type { Floors, Point, Tanker } from '../water.ts';
import type { BoardPromise, BoardSheet, DriverState, Report, Unserved } from './board-sheet.ts';
import { findFlags } from './find-flags.ts';
import type { Known } from './flags.ts';
import { standingOf } from './standing.ts';

export interface BoardFacts {
  now: string;
  plan: PlanHead | null;
  floors: Floors;
  needs: readonly PointNeed[];
  /** All of the day, those put right too, in the order in which things happened. */
  entries: readonly Entry[];
  notes: ReadonlyMap<string, string>;
  points: readonly (Point & { village: string })[];
  tankers: readonly (Tanker & { out: boolean })[];
  /** What flags are held against; its entries and promises are taken from the facts. */
  known: Omit<Known, 'entries' | 'promises'>;
}

/** The day as it is being carried out: who has nothing, which promise is behind, which figure cannot be. */
export function boardSheet(facts: BoardFacts): BoardSheet {
  const { now, plan } = facts;
  const entries = facts.entries.filter(({ corrected }) => !corrected);
  const promises = listPromised(facts.needs).sort((a, b) =>
    a.dueFrom < b.dueFrom ? -1 : a.dueFrom > b.dueFrom ? 1 : a.id < b.id ? -1 : 1,
  );
  const rows = promises.map((promise) => promiseRow(facts, entries, promise));
  const sum = (some: readonly number[]) => some.reduce((all, one) => all + one, 0);
  const spoken = rows.filter(({ promise }) => promise.proofs.length > 0);
  return {
    now,
    plan: plan && {
      id: plan.id,
      version: plan.version,
      publishedAt: plan.publishedAt,
      by: plan.madeBy.name,
    },
    totals: {
      promised: sum(promises.filter(({ planned }) => planned).map(({ quantity }) => quantity)),
      due: sum(
        promises
          .filter(({ planned, dueTo }) => planned && dueTo <= now)
          .map(({ quantity }) => quantity),
      ),
      came: sum(spoken.map(({ litres }) => litres)),
      verified: sum(
        spoken
          .filter(({ standing }) => standing === 'kept' || standing === 'partly-kept')
          .map(({ litres }) => litres),
      ),
    },
    unserved: unserved(facts, rows),
    promises: rows,
    flags: findFlags({ ...facts.known, entries, promises }),
    reports: reports(facts, entries, rows),
    drivers: facts.tankers
      .filter(({ shifts }) => shifts.length > 0)
      .map(driverState(facts, entries)),
  };
}

function promiseRow(facts: BoardFacts, entries: readonly Entry[], promise: Promised): BoardPromise {
  const { point: id, ...commitment } = promise;
  const point = facts.points.find((one) => one.id === id);
  const tanker = findTankerOf(promise);
  const arrived = entries.some(
    (entry) =>
      entry.kind === 'arrived' &&
      entry.tanker === tanker &&
      entry.point === id &&
      minutesBetween(entry.at, promise.dueFrom) <= 180,
  );
  const delay = (tanker !== undefined && behindOf(entries, tanker)) || 0;
  const { standing, behind } = standingOf(commitment, facts.now, { delay, arrived });
  const { litres } = arrivalOf(commitment, () => 0);
  return {
    point: id,
    name: point?.name ?? '',
    village: point?.village ?? '',
    promise: commitment,
    standing,
    litres,
    minutes: behind,
  };
}

/** Minutes that a driver said to be late, unless the tanker has emptied somewhere since. */
function behindOf(entries: readonly Entry[], tanker: string): number | null {
  const own = entries.filter((entry) => entry.tanker === tanker);
  const said = own.findLast(({ kind }) => kind === 'delayed');
  const since = own.findLast(({ kind }) => kind === 'emptied' || kind === 'filled');
  return said && (!since || since.at < said.at) ? said.minutes : null;
}

const minutesBetween = (one: string, other: string): number =>
  Math.abs(Date.parse(one) - Date.parse(other)) / 60_000;

/** Points whose people have got nothing by now though they need something, the worst first. */
function unserved(facts: BoardFacts, rows: readonly BoardPromise[]): Unserved[] {
  const { floors, now } = facts;
  const needs = new Map(facts.needs.map((need) => [need.point, need]));
  const short = facts.points.flatMap((point): Unserved[] => {
    const need = needOf(point, lastFloor(point.kind, floors));
    const own = rows.filter((row) => row.point === point.id);
    const came = own.filter(({ promise }) => promise.proofs.length > 0);
    if (need === 0 || came.some(({ litres }) => litres > 0)) return [];
    const coming = own.filter(
      ({ promise, standing }) =>
        promise.proofs.length === 0 && standing !== 'late' && promise.dueTo >= now,
    );
    const outlook = needs.get(point.id)?.outlook?.short;
    return [
      {
        point: point.id,
        name: point.name,
        village: point.village,
        kind: point.kind,
        people: point.people,
        need,
        perPerson: each(point.have, point.people),
        toCome: coming.reduce((all, { litres }) => all + litres, 0),
        next: coming[0]?.promise.dueFrom ?? null,
        short: outlook
          ? { litres: outlook.missing, say: outlook.say, remedy: outlook.remedy }
          : null,
      },
    ];
  });
  const rank = (row: Unserved) => (row.toCome === 0 ? 0 : 1);
  return short.sort(
    (a, b) =>
      rank(a) - rank(b) ||
      Number(isOfPeople(b.kind)) - Number(isOfPeople(a.kind)) ||
      a.perPerson - b.perPerson ||
      b.people - a.people ||
      (a.point < b.point ? -1 : 1),
  );
}

function reports(
  { notes, points, tankers }: BoardFacts,
  entries: readonly Entry[],
  rows: readonly BoardPromise[],
): Report[] {
  const isLastCount = ({ id, point }: Entry) =>
    entries.findLast((one) => one.kind === 'roll-call' && one.point === point)?.id === id;
  return entries
    .flatMap((entry): Report[] => {
      const tanker = tankers.find(({ id }) => id === entry.tanker);
      const point = points.find(({ id }) => id === entry.point);
      const of = (subject: string | undefined, settled: boolean): Report[] => [
        {
          entry,
          note: notes.get(entry.id) ?? null,
          subject: subject ?? '',
          settled,
          promised: null,
        },
      ];
      if (entry.kind === 'broken-down') return of(tanker?.name, tanker?.out ?? false);
      if (entry.kind === 'way-closed') return of(point?.name, point?.wayClosed ?? false);
      if (entry.kind === 'dry-well') return of(point?.name, point?.have === entry.litres);
      if (entry.kind === 'roll-call' && isLastCount(entry)) {
        const own = rows.filter((row) => row.point === entry.point);
        const promised = own.reduce((all, row) => all + row.litres, 0);
        const covered = promised >= (entry.litres ?? 0);
        return of(point?.name, covered).map((report) => ({ ...report, promised }));
      }
      return [];
    })
    .reverse();
}

const driverState =
  ({ plan }: BoardFacts, entries: readonly Entry[]) =>
  ({ id, name }: Tanker): DriverState => {
    const own = entries.filter(({ side, tanker }) => side === 'driver' && tanker === id);
    const accepted = own.findLast(({ kind }) => kind === 'accepted')?.plan ?? null;
    return {
      tanker: id,
      name,
      accepted: plan !== null && accepted === plan.id,
      last: own.findLast(({ kind }) => kind !== 'accepted') ?? null,
      behind: behindOf(entries, id),
    };
  };
