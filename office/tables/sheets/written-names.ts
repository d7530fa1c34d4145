import type { Tx } from '../../database/connection.ts';
import type { ColumnKind } from '../column.ts';
import type { KeptRow } from '../contract.ts';
import type { KeptTable } from '../kept-table.ts';
import { namesOf } from '../store.ts';
import * as lookUp from './look-up.ts';
import { type Named, writtenName } from './resolve.ts';

/** What the areas, places and rows that these rows point to are called in a sheet: apart where several have a name. */
export async function writtenNames<Row extends KeptRow>(
  tx: Tx,
  kept: KeptTable<Row>,
  rows: readonly Row[],
): Promise<Map<string, string>> {
  const idsOf = (kind: ColumnKind) =>
    kept.table.columns
      .filter((column) => column.kind === kind)
      .flatMap(({ field }) => rows.map((row) => (row as unknown as Record<string, unknown>)[field]))
      .filter((id): id is string => typeof id === 'string');
  const others = Object.values(kept.others ?? {});
  const ids = { areas: idsOf('area'), places: idsOf('place'), rows: idsOf('row') };
  const called = await namesOf(tx, ids, others);
  const words = [...new Set(Object.values(called))];
  const named: Named[] = [
    ...(await lookUp.areasNamed(tx, words)),
    ...(ids.places.length > 0 ? await lookUp.placesNamed(tx, words) : []),
  ];
  for (const other of others) named.push(...(await lookUp.rowsNamed(tx, other, words)));
  const counts = new Map<string, number>();
  for (const { name } of named) counts.set(name, (counts.get(name) ?? 0) + 1);
  const byId = new Map(named.map((one) => [one.id, one]));
  return new Map(
    Object.entries(called).map(([id, name]) => {
      const one = byId.get(id);
      return [id, one ? writtenName(one, (counts.get(name) ?? 0) > 1) : name];
    }),
  );
}
