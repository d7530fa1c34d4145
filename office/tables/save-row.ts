import type { Deed } from '../http/endpoint.ts';
import { refuse } from '../http/refusal.ts';
import { say } from '../http/say.ts';
import { areaElsewhere, changedMeanwhile, notFound } from '../http/shared-refusals.ts';
import type { Actor } from '../identity/actor.ts';
import { unlessHidden } from '../register/scope.ts';
import { areasInScope } from '../responses/store.ts';
import { difference, undoing } from './changes.ts';
import type { Change, Doubt, FieldChange, KeptRow } from './contract.ts';
import { actionsOf, isFigure, type KeptTable, type Moment } from './kept-table.ts';
import { changedSince, nothingToUndo, rowRemoved } from './refusals.ts';
import * as store from './store.ts';

type Doing = Deed & { actor: Actor };

/** A deed that the ledger has a word of its own for. */
export interface Told {
  action: `${string}.${string}`;
  detail: Record<string, unknown>;
  moment: Moment;
}

export interface Saved<Row> {
  row: Row;
  change: number | null;
  doubts: Doubt[];
}

/** Registers a row or changes it, with its history, its entry in the ledger and the news to open pages. */
export async function saveRow<Row extends KeptRow>(
  deed: Doing,
  kept: KeptTable<Row>,
  id: string,
  patch: Partial<Omit<Row, 'id' | 'version'>>,
  how: {
    /** The version that was seen. */
    expected?: number | undefined;
    undoes?: number;
    /** What a new row has in fields that nobody types in. */
    empty?: Partial<Row>;
    as?: Told;
  } = {},
): Promise<Saved<Row>> {
  const { tx, actor } = deed;
  await store.holdRow(tx, `${kept.subject}:${id}`);
  const found = await store.findRow(tx, kept, id, true);
  if (found?.removed) throw refuse(rowRemoved, undefined);
  const before = found?.row;
  if (how.expected !== undefined && before?.version !== how.expected)
    throw refuse(changedMeanwhile, undefined);
  const row = {
    ...how.empty,
    ...before,
    ...patch,
    id,
    version: (before?.version ?? 0) + 1,
  } as Row;
  const fields = difference(
    ['area', ...Object.keys(kept.fields).filter((field) => !kept.derived?.includes(field))],
    (before ?? {}) as Record<string, unknown>,
    row as unknown as Record<string, unknown>,
  );
  if (before && fields.length === 0) return { row: before, change: null, doubts: [] };
  await requireReferences(deed, kept, row);
  const doubts = (await kept.check?.(deed, row, before)) ?? [];
  await unlessHidden(store.writeRow(tx, kept, actor.tenant, row), kept.table.one);
  await kept.onSave?.(deed, row, before);
  const change = await remember(deed, kept, row, {
    deed: before ? 'changed' : 'added',
    fields: before ? fields : fields.filter(({ after }) => after !== null),
    why: null,
    undoes: how.undoes ?? null,
    ...(how.as && { as: how.as }),
  });
  return { row, change, doubts };
}

/** Takes a row off the register, or brings it back. */
export async function moveRow<Row extends KeptRow>(
  deed: Doing,
  kept: KeptTable<Row>,
  id: string,
  to: { removed: boolean; expected?: number; undoes?: number; why?: string | undefined },
): Promise<Saved<Row>> {
  const { tx } = deed;
  const found = await store.findRow(tx, kept, id, true);
  if (!found) throw refuse(notFound, { what: kept.table.one });
  if (to.expected !== undefined && found.row.version !== to.expected)
    throw refuse(changedMeanwhile, undefined);
  if (found.removed === to.removed)
    throw refuse(to.removed ? rowRemoved : nothingToUndo, undefined);
  await requireReferences(deed, kept, found.row);
  if (to.removed) await kept.mayRemove?.(deed, found.row);
  else await kept.check?.(deed, found.row, undefined);
  await store.setRemoved(tx, kept as unknown as KeptTable<never>, id, to.removed);
  const row = { ...found.row, version: found.row.version + 1 };
  const change = await remember(deed, kept, row, {
    deed: to.removed ? 'removed' : 'restored',
    fields: [],
    why: to.why ?? null,
    undoes: to.undoes ?? null,
  });
  return { row, change, doubts: [] };
}

/** Takes back one change, unless what it changed was changed again since. */
export async function undoChange<Row extends KeptRow>(
  deed: Doing,
  kept: KeptTable<Row>,
  id: string,
  number: number,
): Promise<Saved<Row>> {
  const { tx } = deed;
  const found = await store.findRow(tx, kept, id, true);
  if (!found) throw refuse(notFound, { what: kept.table.one });
  const changes = await store.listChanges(tx, `${kept.subject}:${id}`);
  const change = changes.find((one) => one.number === number);
  if (!change || change.undone !== null) throw refuse(nothingToUndo, undefined);
  const way = undoing(change, found.row as unknown as Record<string, unknown>, found.removed);
  if ('clash' in way) {
    throw way.clash.length === 0
      ? refuse(nothingToUndo, undefined)
      : refuse(changedSince, { what: labelsOf(kept as unknown as KeptTable<never>, way.clash) });
  }
  if ('removed' in way) return moveRow(deed, kept, id, { removed: way.removed, undoes: number });
  return saveRow(deed, kept, id, way.patch as Partial<Row>, { undoes: number });
}

async function remember<Row extends KeptRow>(
  deed: Doing,
  kept: KeptTable<Row>,
  row: Row,
  { as, ...change }: Pick<Change, 'deed' | 'fields' | 'why' | 'undoes'> & { as?: Told },
): Promise<number> {
  const { tx, actor, record, announce } = deed;
  const moment = as?.moment ?? (await kept.moment?.(tx, row, deed));
  const subject = `${kept.subject}:${row.id}`;
  const number = await store.appendChange(tx, actor.tenant, {
    ...change,
    subject,
    area: row.area,
    diesWith: kept.personal ? (moment?.response ?? null) : null,
    at: moment?.at ?? deed.clock.now(),
    account: actor.account,
  });
  record({
    action: as?.action ?? actionOf(kept as unknown as KeptTable<never>, change),
    subject,
    area: row.area,
    ...moment,
    detail: {
      change: number,
      deed: change.deed,
      ...(change.undoes === null ? {} : { undoes: change.undoes }),
      ...(kept.personal || change.why === null ? {} : { why: change.why }),
      ...(kept.personal ? {} : { name: kept.names(row)[0] ?? '' }),
      ...(as ? as.detail : { fields: told(kept as unknown as KeptTable<never>, change.fields) }),
    },
  });
  for (const topic of [kept.table.id, ...kept.topics])
    announce({ topic, area: row.area, id: row.id });
  return number;
}

function actionOf(
  kept: KeptTable<never>,
  { deed, undoes }: { deed: Change['deed']; undoes: number | null },
) {
  const { put, removed, undone } = actionsOf(kept);
  if (undoes !== null) return undone;
  return deed === 'removed' ? removed : put;
}

/** What the ledger hears of a change: figures as they were and are, of texts only that they changed. */
function told(kept: KeptTable<never>, fields: readonly FieldChange[]): Record<string, unknown> {
  const kinds = new Map(kept.table.columns.map(({ field, kind }) => [field, kind]));
  return Object.fromEntries(
    fields.map(({ field, before, after }) => {
      const open = !kept.personal && (field === 'area' || isFigure(kinds.get(field) ?? 'text'));
      return [field, open ? [before, after] : true];
    }),
  );
}

function labelsOf(kept: KeptTable<never>, fields: readonly string[]) {
  const labels = kept.table.columns.filter(({ field }) => fields.includes(field));
  return say(
    labels.map(({ label }) => label['zh-CN']).join('、'),
    labels.map(({ label }) => label.en).join(', '),
  );
}

/** Refuses a row that lies outside of the request's areas, or points to what it does not see. */
async function requireReferences<Row extends KeptRow>(
  { tx }: Doing,
  kept: KeptTable<Row>,
  row: Row,
): Promise<void> {
  const value = (field: string) => (row as unknown as Record<string, unknown>)[field];
  const areas: { id: string; what: { 'zh-CN': string; en: string } }[] = [
    { id: row.area, what: kept.table.one },
  ];
  for (const column of kept.table.columns) {
    const id = value(column.field);
    if (typeof id !== 'string') continue;
    if (column.kind === 'area') areas.push({ id, what: column.label });
    if (column.kind === 'place' && !(await store.placeSeen(tx, id)))
      throw refuse(notFound, { what: column.label });
    const other = column.kind === 'row' ? kept.others?.[column.of ?? ''] : undefined;
    if (other && !(await store.rowsSeen(tx, other, [id])).has(id))
      throw refuse(notFound, { what: column.label });
  }
  const scope = await areasInScope(
    tx,
    areas.map(({ id }) => id),
  );
  const outside = areas.find(({ id }) => !scope.has(id));
  if (outside) throw refuse(areaElsewhere, { what: outside.what });
}
