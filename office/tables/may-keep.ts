import type { Tx } from '../database/connection.ts';
import type { Deed } from '../http/endpoint.ts';
import { Refusal, refuse } from '../http/refusal.ts';
import { areaElsewhere, notFound } from '../http/shared-refusals.ts';
import type { Actor } from '../identity/actor.ts';
import { areasInScope } from '../responses/store.ts';
import type { Doubt, KeptRow } from './contract.ts';
import type { Asked, KeptTable } from './kept-table.ts';
import * as store from './store.ts';

type Doing = Deed & { actor: Actor };

/** Whether what a table says of a row is the same beside many others: then they may be written all at once. */
export const goesInBulk = <Row extends KeptRow>(kept: KeptTable<Row>): boolean =>
  kept.check === undefined && kept.onSave === undefined;

/** What a table says of rows that are to be kept: the doubts of each, or why it is refused. */
export async function checked<Row extends KeptRow>(
  deed: Doing,
  kept: KeptTable<Row>,
  rows: readonly Asked<Row>[],
): Promise<readonly (Doubt[] | Refusal)[]> {
  if (rows.length === 0) return [];
  if (kept.checkAll) return kept.checkAll(deed, rows);
  const said: (Doubt[] | Refusal)[] = [];
  for (const { row, before } of rows)
    said.push(await orRefusal(async () => (await kept.check?.(deed, row, before)) ?? []));
  return said;
}

/** Why rows are refused that are to be kept, each that is. */
export async function refusedKeeping<Row extends KeptRow>(
  deed: Doing,
  kept: KeptTable<Row>,
  rows: readonly Asked<Row>[],
): Promise<(Refusal | undefined)[]> {
  const refusals = await refusedReferences(
    deed.tx,
    kept,
    rows.map(({ row }) => row),
  );
  const left = rows.flatMap((asked, at) => (refusals[at] ? [] : [{ asked, at }]));
  const said = await checked(
    deed,
    kept,
    left.map(({ asked }) => asked),
  );
  said.forEach((one, i) => {
    const at = left[i]?.at;
    if (at !== undefined && one instanceof Refusal) refusals[at] = one;
  });
  return refusals;
}

/** Why rows may not be taken off the register, each that may not. */
export async function refusedRemovals<Row extends KeptRow>(
  deed: Doing,
  kept: KeptTable<Row>,
  rows: readonly Row[],
): Promise<readonly (Refusal | undefined)[]> {
  if (rows.length === 0) return [];
  if (kept.mayRemoveAll) return kept.mayRemoveAll(deed, rows);
  const said: (Refusal | undefined)[] = [];
  for (const row of rows)
    said.push(
      await orRefusal(async () => {
        await kept.mayRemove?.(deed, row);
        return undefined;
      }),
    );
  return said;
}

/** Why rows are refused that lie outside of the request's areas, or point to what it does not see. */
export async function refusedReferences<Row extends KeptRow>(
  tx: Tx,
  { table, others }: KeptTable<Row>,
  rows: readonly Row[],
): Promise<(Refusal | undefined)[]> {
  const valuesOf = (field: string) => [
    ...new Set(rows.map((row) => (row as Readonly<Record<string, unknown>>)[field])),
  ];
  const idsOf = (field: string) =>
    valuesOf(field).filter((id): id is string => typeof id === 'string');
  const seen = new Map<string, Set<string>>();
  for (const { field, kind, of } of table.columns) {
    const ids = idsOf(field);
    const other = kind === 'row' ? others?.[of ?? ''] : undefined;
    if (kind === 'place') seen.set(field, await store.placesSeen(tx, ids));
    else if (other) seen.set(field, await store.rowsSeen(tx, other, ids));
  }
  const inAreas = table.columns.filter(({ kind }) => kind === 'area');
  const areas = ['area', ...inAreas.map(({ field }) => field)].flatMap(idsOf);
  const scope = await areasInScope(tx, [...new Set(areas)]);
  return rows.map((row) => {
    const value = (field: string) => (row as Readonly<Record<string, unknown>>)[field];
    const unseen = table.columns.find(({ field }) => {
      const id = value(field);
      return typeof id === 'string' && seen.get(field)?.has(id) === false;
    });
    if (unseen) return refuse(notFound, { what: unseen.label });
    if (!scope.has(row.area)) return refuse(areaElsewhere, { what: table.one });
    const outside = inAreas.find(({ field }) => {
      const id = value(field);
      return typeof id === 'string' && !scope.has(id);
    });
    return outside && refuse(areaElsewhere, { what: outside.label });
  });
}

async function orRefusal<T>(work: () => Promise<T>): Promise<T | Refusal> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
