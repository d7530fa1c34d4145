import { sql } from 'kysely';
import type { Tx } from '../../database/connection.ts';
import type { KeptRow } from '../contract.ts';
import type { KeptTable } from '../kept-table.ts';
import { columnOf, selected } from '../selected.ts';
import type { Named } from './resolve.ts';

/** Rows on the register by their ids. */
export async function rowsById<Row extends KeptRow>(
  tx: Tx,
  kept: KeptTable<Row>,
  ids: readonly string[],
  response: string | null,
): Promise<Map<string, Row>> {
  const { rows } = await sql<Row>`
    select ${selected(kept as unknown as KeptTable<never>)} from ${sql.table(kept.stored)} r
    where r.id = any(${ids}::uuid[]) and not r.removed and ${within(response)}`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Rows on the register that have one of these values in a column, in its area where it is of one. */
export async function rowsLike<Row extends KeptRow>(
  tx: Tx,
  kept: KeptTable<Row>,
  column: string,
  asked: readonly { value: string; area: string | null }[],
  response: string | null,
): Promise<Row[]> {
  const inArea = asked.every(({ area }) => area !== null) ? sql`r.area = x.area` : sql`true`;
  const { rows } = await sql<Row>`
    select ${selected(kept as unknown as KeptTable<never>)}
    from (select distinct area, value from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as x (area uuid, value text)) x
    join ${sql.table(kept.stored)} r on r.tenant = office.tenant() and r.${sql.id(column)}::text = x.value and ${inArea}
    where not r.removed and ${within(response)} order by r.id`.execute(tx);
  return rows;
}

const within = (response: string | null) =>
  response === null ? sql`true` : sql`r.response = ${response}`;

/** Areas of the request's scope by name or division code. */
export async function areasNamed(tx: Tx, words: readonly string[]): Promise<Named[]> {
  const { rows } = await sql<Named>`
    select id, name, coalesce(code, '') as apart from register.area
    where (name = any(${words}::text[]) or code = any(${words}::text[])) and id in (select office.areas())`.execute(
    tx,
  );
  return rows;
}

export async function placesNamed(tx: Tx, words: readonly string[]): Promise<Named[]> {
  const { rows } = await sql<Named>`
    select p.id, p.name, a.name as apart from register.place p
    join register.area a on a.tenant = p.tenant and a.id = p.area
    where p.name = any(${words}::text[])`.execute(tx);
  return rows;
}

export async function rowsNamed(
  tx: Tx,
  other: KeptTable<never>,
  words: readonly string[],
): Promise<Named[]> {
  const title = sql.id(columnOf(other, other.table.columns[0]?.field ?? 'id') ?? 'id');
  const { rows } = await sql<Named>`
    select r.id, r.${title}::text as name, a.name as apart from ${sql.table(other.stored)} r
    join register.area a on a.tenant = r.tenant and a.id = r.area
    where r.${title}::text = any(${words}::text[]) and not r.removed`.execute(tx);
  return rows;
}
