import type { Tx } from '../../database/connection.ts';
import { say } from '../../http/say.ts';
import type { Table } from '../column.ts';
import type { KeptRow } from '../contract.ts';
import type { KeptTable } from '../kept-table.ts';
import { columnOf } from '../selected.ts';
import type { CellFault } from './fate.ts';
import * as lookUp from './look-up.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What a row is told from others by, where it has no id. */
export interface Key {
  key: string;
  /** The most telling part of it, as it is compared. */
  value: string;
  /** Where it is one of an area. */
  area: string | null;
}

/** The keys of rows, each that has all that it is told by. */
export async function keysOf<Row extends KeptRow>(
  tx: Tx,
  kept: KeptTable<Row>,
  rows: readonly Fields[],
): Promise<(Key | undefined)[]> {
  const { key, alike } = kept;
  const last = key.at(-1);
  const whole = rows.filter((row) => key.every((field) => !isEmpty(row[field])));
  if (last === undefined || whole.length === 0) return rows.map(() => undefined);
  const compared =
    alike && kept.beside
      ? await kept.beside(tx, whole as readonly unknown[] as readonly Row[])
      : [];
  const keys = new Map(
    whole.map((row, at) => {
      const value = alike ? compared[at]?.[alike] : row[last];
      const values = [...key.slice(0, -1).map((field) => row[field]), value];
      const area = key.includes('area') ? String(row.area) : null;
      return [row, { key: `key:${JSON.stringify(values)}`, value: String(value), area }];
    }),
  );
  return rows.map((row) => keys.get(row));
}

const isEmpty = (value: unknown) => value === undefined || value === null;

/** Finds rows on the register by their keys: those written just alike, else all of the key. */
export async function findAlike<Row extends KeptRow>(
  tx: Tx,
  kept: KeptTable<Row>,
  keys: readonly (Key | undefined)[],
  response: string | null,
): Promise<(key: string, fields: Fields) => Row[]> {
  const last = kept.key.at(-1);
  const column = kept.alike ?? columnOf(kept as unknown as KeptTable<never>, last ?? '');
  const asked = new Map(keys.flatMap((key) => (key ? [[key.key, key] as const] : [])));
  if (last === undefined || column === undefined || asked.size === 0) return () => [];
  const rows = await lookUp.rowsLike(tx, kept, column, [...asked.values()], response);
  const found = await keysOf(tx, kept, rows as readonly unknown[] as readonly Fields[]);
  const keyed = rows.map((row, at) => ({ row, key: found[at]?.key }));
  const byKey = Map.groupBy(keyed, ({ key }) => key);
  return (key, fields) => {
    const alike = byKey.get(key)?.map(({ row }) => row) ?? [];
    const same = alike.filter((row) => (row as unknown as Fields)[last] === fields[last]);
    return same.length > 0 ? same : alike;
  };
}

/** Nothing is keyed by name: which of several a row means is not guessed. */
export function severalAlike(table: Table, rows: readonly KeptRow[]): CellFault {
  const title = table.columns[0]?.field ?? 'id';
  const names = [...new Set(rows.map((row) => String((row as unknown as Fields)[title])))];
  return {
    field: '',
    cause: say(
      `这样的已登记了 ${rows.length} 条：${names.join('、')}。`,
      `${rows.length} such are registered already: ${names.join(', ')}.`,
    ),
    remedy: say(
      '请先合并或移除多余的，或在编号一列写明是哪一条。',
      'Merge them or remove one first, or say which by its id.',
    ),
  };
}
