import type { Tx } from '../database/connection.ts';
import type { Deed } from '../http/endpoint.ts';
import { Refusal, refuse } from '../http/refusal.ts';
import { say } from '../http/say.ts';
import { changedMeanwhile, notFound } from '../http/shared-refusals.ts';
import type { Actor } from '../identity/actor.ts';
import { unlessHidden } from '../register/scope.ts';
import { difference, undoing } from './changes.ts';
import type { Doubt, FieldChange, KeptRow } from './contract.ts';
import type { KeptTable } from './kept-table.ts';
import { checked, refusedReferences, refusedRemovals } from './may-keep.ts';
import { changedSince, nothingToUndo, rowRemoved } from './refusals.ts';
import { remember, type Told } from './remember.ts';
import * as store from './store.ts';

export type Doing = Deed & { actor: Actor };

export interface Saved<Row> {
  row: Row;
  change: number | null;
  doubts: Doubt[];
}

/** What came of a row among others, each for itself. */
export type Outcome<Row> = Saved<Row> | Refusal;

export interface RowToSave<Row> {
  id: string;
  patch: Partial<Omit<Row, 'id' | 'version'>>;
  /** The version that was seen. */
  expected?: number | undefined;
  undoes?: number | undefined;
  /** What a new row has in fields that nobody types in. */
  empty?: Partial<Row> | undefined;
  as?: Told | undefined;
}

export interface RowToMove {
  id: string;
  removed: boolean;
  expected?: number | undefined;
  undoes?: number | undefined;
  why?: string | undefined;
}

/**
 * Registers rows or changes them, with their history, their entries in the ledger and the news to open pages. Each is
 * judged for itself; no two may have one id. What the database itself refuses is thrown, and nothing is recorded then.
 */
export async function saveAll<Row extends KeptRow>(
  deed: Doing,
  kept: KeptTable<Row>,
  asked: readonly RowToSave<Row>[],
): Promise<Outcome<Row>[]> {
  if (asked.length === 0) return [];
  const { tx, actor } = deed;
  const ids = asked.map(({ id }) => id);
  await hold(tx, kept, ids);
  const found = await store.findRows(tx, kept, ids, true);
  const all = asked.map((one) => plan(kept, one, found.get(one.id)));
  const left = () => all.filter((one) => one.outcome === undefined);
  const rowsLeft = () => left().map(({ row }) => row);

  refuseEach(left(), await refusedReferences(tx, kept, rowsLeft()));
  const asking = left();
  (await checked(deed, kept, asking)).forEach((said, at) => {
    const one = asking[at];
    if (!one) return;
    if (said instanceof Refusal) one.outcome = said;
    else one.doubts = said;
  });
  const writing = left();
  await unlessHidden(store.writeRows(tx, kept, actor.tenant, rowsLeft()), kept.table.one);
  for (const { row, before } of writing) await kept.onSave?.(deed, row, before);
  const numbers = await remember(
    deed,
    kept,
    writing.map(({ row, before, fields, asked: { undoes, as } }) => ({
      row,
      deed: before ? 'changed' : 'added',
      fields: before ? fields : fields.filter(({ after }) => after !== null),
      why: null,
      undoes: undoes ?? null,
      as,
    })),
  );
  writing.forEach((one, at) => {
    one.outcome = { row: one.row, change: numbers[at] ?? 0, doubts: one.doubts };
  });
  return all.map(({ outcome }) => outcome as Outcome<Row>);
}

interface Planned<Row> {
  asked: RowToSave<Row>;
  row: Row;
  before: Row | undefined;
  fields: FieldChange[];
  doubts: Doubt[];
  outcome: Outcome<Row> | undefined;
}

function plan<Row extends KeptRow>(
  kept: KeptTable<Row>,
  asked: RowToSave<Row>,
  found: store.FoundRow<Row> | undefined,
): Planned<Row> {
  const before = found?.row;
  const row = {
    ...asked.empty,
    ...before,
    ...asked.patch,
    id: asked.id,
    version: (before?.version ?? 0) + 1,
  } as Row;
  const fields = difference(
    ['area', ...Object.keys(kept.fields).filter((field) => !kept.derived?.includes(field))],
    (before ?? {}) as Record<string, unknown>,
    row as unknown as Record<string, unknown>,
  );
  const seen = asked.expected === undefined || before?.version === asked.expected;
  const outcome = found?.removed
    ? refuse(rowRemoved, undefined)
    : !seen
      ? refuse(changedMeanwhile, undefined)
      : before && fields.length === 0
        ? { row: before, change: null, doubts: [] }
        : undefined;
  return { asked, row, before, fields, doubts: [], outcome };
}

/** Takes rows off the register, or brings them back; each judged for itself. */
export async function moveAll<Row extends KeptRow>(
  deed: Doing,
  kept: KeptTable<Row>,
  asked: readonly RowToMove[],
): Promise<Outcome<Row>[]> {
  if (asked.length === 0) return [];
  const { tx } = deed;
  const ids = asked.map(({ id }) => id);
  const found = await store.findRows(tx, kept, ids, true);
  const all = asked.map((one) => ({ asked: one, ...planMove(kept, one, found.get(one.id)) }));
  const left = () => all.flatMap((one) => (one.outcome === undefined && one.row ? [one] : []));
  const rowOf = ({ row }: { row: Row | undefined }) => row as Row;

  refuseEach(left(), await refusedReferences(tx, kept, left().map(rowOf)));
  const off = left().filter((one) => one.asked.removed);
  refuseEach(off, await refusedRemovals(deed, kept, off.map(rowOf)));
  const back = left().filter((one) => !one.asked.removed);
  const said = await checked(
    deed,
    kept,
    back.map((one) => ({ row: rowOf(one), before: undefined })),
  );
  refuseEach(
    back,
    said.map((one) => (one instanceof Refusal ? one : undefined)),
  );
  const moving = left();
  for (const removed of [true, false]) {
    const these = moving.filter((one) => one.asked.removed === removed);
    const moved = these.map((one) => one.asked.id);
    if (moved.length > 0)
      await store.setRemoved(tx, kept as unknown as KeptTable<never>, moved, removed);
  }
  const rows = moving.map((one) => ({ ...rowOf(one), version: rowOf(one).version + 1 }));
  const numbers = await remember(
    deed,
    kept,
    moving.map(({ asked: { removed, undoes, why } }, at) => ({
      row: rows[at] as Row,
      deed: removed ? 'removed' : 'restored',
      fields: [],
      why: why ?? null,
      undoes: undoes ?? null,
    })),
  );
  moving.forEach((one, at) => {
    one.outcome = { row: rows[at] as Row, change: numbers[at] ?? 0, doubts: [] };
  });
  return all.map(({ outcome }) => outcome as Outcome<Row>);
}

function planMove<Row extends KeptRow>(
  kept: KeptTable<Row>,
  { removed, expected }: RowToMove,
  found: store.FoundRow<Row> | undefined,
): { row: Row | undefined; outcome: Outcome<Row> | undefined } {
  if (!found) return { row: undefined, outcome: refuse(notFound, { what: kept.table.one }) };
  const { row } = found;
  if (expected !== undefined && row.version !== expected)
    return { row, outcome: refuse(changedMeanwhile, undefined) };
  if (found.removed === removed)
    return { row, outcome: refuse(removed ? rowRemoved : nothingToUndo, undefined) };
  return { row, outcome: undefined };
}

/** Takes back a change of each row, unless what it changed was changed again since. */
export async function undoAll<Row extends KeptRow>(
  deed: Doing,
  kept: KeptTable<Row>,
  asked: readonly { id: string; number: number }[],
): Promise<Outcome<Row>[]> {
  const { tx } = deed;
  const ids = asked.map(({ id }) => id);
  await hold(tx, kept, ids);
  const found = await store.findRows(tx, kept, ids, true);
  const changes = await store.findChanges(
    tx,
    asked.map(({ id, number }) => ({ subject: `${kept.subject}:${id}`, number })),
  );
  const outcomes = new Map<string, Outcome<Row>>();
  const moves: RowToMove[] = [];
  const saves: RowToSave<Row>[] = [];
  asked.forEach(({ id, number }, at) => {
    const there = found.get(id);
    const change = changes[at];
    if (!there) {
      outcomes.set(id, refuse(notFound, { what: kept.table.one }));
      return;
    }
    if (!change || change.undone !== null) {
      outcomes.set(id, refuse(nothingToUndo, undefined));
      return;
    }
    const way = undoing(change, there.row as unknown as Record<string, unknown>, there.removed);
    if ('clash' in way) outcomes.set(id, clashing(kept as unknown as KeptTable<never>, way.clash));
    else if ('removed' in way) moves.push({ id, removed: way.removed, undoes: number });
    else saves.push({ id, patch: way.patch as Partial<Row>, undoes: number });
  });
  (await moveAll(deed, kept, moves)).forEach((outcome, at) => {
    outcomes.set(moves[at]?.id ?? '', outcome);
  });
  (await saveAll(deed, kept, saves)).forEach((outcome, at) => {
    outcomes.set(saves[at]?.id ?? '', outcome);
  });
  return ids.map((id) => outcomes.get(id) as Outcome<Row>);
}

const hold = <Row extends KeptRow>(tx: Tx, kept: KeptTable<Row>, ids: readonly string[]) =>
  store.holdRows(
    tx,
    ids.map((id) => `${kept.subject}:${id}`),
  );

function clashing(kept: KeptTable<never>, fields: readonly string[]): Refusal {
  if (fields.length === 0) return refuse(nothingToUndo, undefined);
  const labels = kept.table.columns.filter(({ field }) => fields.includes(field));
  return refuse(changedSince, {
    what: say(
      labels.map(({ label }) => label['zh-CN']).join('、'),
      labels.map(({ label }) => label.en).join(', '),
    ),
  });
}

function refuseEach(
  rows: readonly { outcome: unknown }[],
  refusals: readonly (Refusal | undefined)[],
): void {
  rows.forEach((one, at) => {
    if (refusals[at]) one.outcome = refusals[at];
  });
}
