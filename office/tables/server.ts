import type { Tx } from '../database/connection.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import type { KeptRow, tableContracts } from './contract.ts';
import type { KeptTable } from './kept-table.ts';
import { listRows } from './list-store.ts';
import { moveRow, saveRow, undoChange } from './save-row.ts';
import * as store from './store.ts';
import { dayOf } from './today.ts';

/** The routes of a table, whichever it is. */
export type TableRoutes = Pick<
  ReturnType<typeof tableContracts>,
  'table' | 'list' | 'get' | 'put' | 'remove' | 'changes' | 'undo' | 'edit'
>;

/** The routes of a kept table, the same for every one. `empty` is what a new row has in fields that nobody types in. */
export function tableEndpoints<Row extends KeptRow>(
  contracts: TableRoutes,
  kept: KeptTable<Row>,
  empty: Partial<Row> = {},
): Endpoint[] {
  const subjectOf = (id: string) => `${kept.subject}:${id}`;
  return [
    endpoint(contracts.list, async ({ query }, { tx, clock }) => {
      const { rows, total } = await listRows(tx, kept, {
        ...query,
        today: dayOf(clock.now()),
        removed: query.removed === 'yes',
      });
      return { rows: rows as never, total, names: await namesIn(tx, kept, rows) };
    }),

    endpoint(contracts.get, async ({ params }, { tx }) => {
      const { row, removed } = await store.getRow(tx, kept, params.row);
      return { row: row as never, removed, names: await namesIn(tx, kept, [row]) };
    }),

    endpoint(contracts.put, async ({ params, body }, deed) => {
      const { version, ...fields } = body as { version?: number };
      return (await saveRow(deed, kept, params.row, fields as Partial<Row>, {
        expected: version,
        empty,
      })) as never;
    }),

    endpoint(
      contracts.remove,
      async ({ params, body }, deed) =>
        (await moveRow(deed, kept, params.row, {
          removed: true,
          expected: body.version,
          why: body.why,
        })) as never,
    ),

    endpoint(contracts.changes, async ({ params }, { tx }) => {
      await store.getRow(tx, kept, params.row);
      const changes = await store.listChanges(tx, subjectOf(params.row));
      const states = changes.flatMap(({ fields }) =>
        (['before', 'after'] as const).map((side) =>
          Object.fromEntries(fields.map((change) => [change.field, change[side]])),
        ),
      );
      return { changes, names: await namesIn(tx, kept, states) };
    }),

    endpoint(
      contracts.undo,
      async ({ params, body }, deed) =>
        (await undoChange(deed, kept, params.row, body.number)) as never,
    ),

    endpoint(contracts.edit, async ({ params, body }, { tx, actor, clock, announce }) => {
      const now = clock.now();
      const subject = subjectOf(params.row);
      const { area } = (await store.getRow(tx, kept, params.row)).row;
      const news = await store.putEditing(
        tx,
        actor.tenant,
        { tab: params.tab, account: actor.account, subject, area, editing: body.editing },
        now,
      );
      if (news) announce({ topic: 'tables.editing', area, id: params.row });
      return { others: await store.listEditing(tx, subject, actor.account, now) };
    }),
  ];
}

/** What the areas, places and rows that these rows point to are called, by id. */
export function namesIn<Row extends KeptRow>(
  tx: Tx,
  kept: KeptTable<Row>,
  rows: readonly unknown[],
): Promise<Record<string, string>> {
  const ids = (kind: string) =>
    kept.table.columns
      .filter((column) => column.kind === kind)
      .flatMap(({ field }) => rows.map((row) => (row as Record<string, unknown>)[field]))
      .filter((id): id is string => typeof id === 'string');
  const areas = [...ids('area'), ...rows.flatMap((row) => (row as { area?: string }).area ?? [])];
  return store.namesOf(
    tx,
    { areas, places: ids('place'), rows: ids('row') },
    Object.values(kept.others ?? {}),
  );
}
