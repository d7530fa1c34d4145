import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../database/connection.ts';
import { refuse } from '../http/refusal.ts';
import { notFound } from '../http/shared-refusals.ts';
import { searchKey } from '../register/search-key.ts';
import type { Change, FieldChange, KeptRow } from './contract.ts';
import type { KeptTable } from './kept-table.ts';
import { columnOf, selected } from './selected.ts';

/** Who puts a row of this id comes one after the other, also where there is none yet to hold. */
export async function holdRow(tx: Tx, subject: string): Promise<void> {
  await holdRows(tx, [subject]);
}

/** The same for many, in one order, so that two who hold some of the same never wait for each other. */
export async function holdRows(tx: Tx, subjects: readonly string[]): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(x, 0))
    from unnest(${[...new Set(subjects)].sort()}::text[]) x`.execute(tx);
}

export interface FoundRow<Row> {
  row: Row;
  /** Taken off the register. */
  removed: boolean;
}

/** Rows and whether they were taken off the register; held until the transaction ends, where `lock` says so. */
export async function findRows<Row extends KeptRow>(
  tx: Tx,
  kept: KeptTable<Row>,
  ids: readonly string[],
  lock = false,
): Promise<Map<string, FoundRow<Row>>> {
  const { rows } = await sql<Row & { removed: boolean }>`
    select ${selected(kept as KeptTable<never>)}, r.removed from ${sql.table(kept.stored)} r
    where r.id = any(${ids}::uuid[]) order by r.id ${lock ? sql`for update` : sql``}`.execute(tx);
  return new Map(
    rows.map(({ removed, ...row }) => [row.id, { row: row as unknown as Row, removed }]),
  );
}

export async function getRow<Row extends KeptRow>(
  tx: Tx,
  kept: KeptTable<Row>,
  id: string,
): Promise<{ row: Row; removed: boolean }> {
  const found = (await findRows(tx, kept, [id])).get(id);
  if (!found) throw refuse(notFound, { what: kept.table.one });
  return found;
}

/** Writes rows as they are to be. */
export async function writeRows<Row extends KeptRow>(
  tx: Tx,
  kept: KeptTable<Row>,
  tenant: string,
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return;
  const beside = (await kept.beside?.(tx, rows)) ?? [];
  const fields = Object.entries(kept.fields).filter(([field]) => !kept.derived?.includes(field));
  const written = rows.map((row, at) => ({
    id: row.id,
    area: row.area,
    version: row.version,
    sound: searchKey(...kept.names(row)),
    ...Object.fromEntries(
      fields.map(([field, column]) => [column, (row as Readonly<Record<string, unknown>>)[field]]),
    ),
    ...beside[at],
  }));
  const columns = Object.keys(written[0] ?? {});
  const names = sql.join(columns.map((column) => sql.id(column)));
  const updates = sql.join(
    columns.slice(1).map((column) => sql`${sql.id(column)} = excluded.${sql.id(column)}`),
  );
  const table = sql.table(kept.stored);
  await sql`insert into ${table} (tenant, ${names})
    select ${tenant}, ${names} from jsonb_populate_recordset(null::${table}, ${JSON.stringify(written)}::jsonb)
    on conflict (tenant, id) do update set ${updates}`.execute(tx);
}

export async function setRemoved(
  tx: Tx,
  kept: KeptTable<never>,
  ids: readonly string[],
  removed: boolean,
): Promise<void> {
  await sql`update ${sql.table(kept.stored)} set removed = ${removed}, version = version + 1
    where id = any(${ids}::uuid[])`.execute(tx);
}

export interface NewChange {
  subject: string;
  area: string;
  /** The response that closing destroys it with. */
  diesWith: string | null;
  deed: Change['deed'];
  fields: readonly FieldChange[];
  why: string | null;
  undoes: number | null;
  at: Temporal.Instant;
  account: string;
}

/** A row's history, the latest first. */
export async function listChanges(tx: Tx, subject: string): Promise<Change[]> {
  const { rows } = await sql<Change>`
    select c.number, c.deed, c.at, jsonb_build_object('account', c.account, 'name', coalesce(a.name, '')) as by,
      c.fields, c.why, c.undoes, u.number as undone
    from tables.change c
    left join identity.account a on a.tenant = c.tenant and a.id = c.account
    left join tables.change u on u.tenant = c.tenant and u.subject = c.subject and u.undoes = c.number
    where c.subject = ${subject} order by c.number desc limit 200`.execute(tx);
  return rows;
}

/** Of many rows a change each, and whether it was undone. */
export async function findChanges(
  tx: Tx,
  asked: readonly { subject: string; number: number }[],
): Promise<(Pick<Change, 'deed' | 'fields' | 'undone'> | undefined)[]> {
  const { rows } = await sql<
    Pick<Change, 'deed' | 'fields' | 'undone'> & { subject: string; number: number }
  >`
    select c.subject, c.number, c.deed, c.fields, u.number as undone
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as x (subject text collate "C", number integer)
    join tables.change c on c.tenant = office.tenant() and c.subject = x.subject and c.number = x.number
    left join tables.change u on u.tenant = c.tenant and u.subject = c.subject and u.undoes = c.number`.execute(
    tx,
  );
  const found = new Map(rows.map((row) => [`${row.subject} ${row.number}`, row]));
  return asked.map(({ subject, number }) => found.get(`${subject} ${number}`));
}

/** What areas, places and rows of these tables are called, by id. */
export async function namesOf(
  tx: Tx,
  ids: { areas: readonly string[]; places: readonly string[]; rows: readonly string[] },
  others: readonly KeptTable<never>[],
): Promise<Record<string, string>> {
  const parts: RawBuilder<unknown>[] = [
    sql`select id, name from register.area where id = any(${ids.areas}::uuid[])`,
    sql`select id, name from register.place where id = any(${ids.places}::uuid[])`,
    ...others.map((other) => {
      const title = columnOf(other, other.table.columns[0]?.field ?? '') ?? 'id';
      return sql`select id, ${sql.id(title)}::text from ${sql.table(other.stored)}
        where id = any(${ids.rows}::uuid[])`;
    }),
  ];
  const { rows } = await sql<{ id: string; name: string }>`
    ${sql.join(parts, sql` union all `)}`.execute(tx);
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}

/** Which of these places the request sees: in its areas, or shared with all. */
export async function placesSeen(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from register.place where id = any(${ids}::uuid[])`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

/** Which of these ids are rows of the table that the request sees. */
export async function rowsSeen(
  tx: Tx,
  kept: KeptTable<never>,
  ids: readonly string[],
): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from ${sql.table(kept.stored)} where id = any(${ids}::uuid[]) and not removed`.execute(
    tx,
  );
  return new Set(rows.map(({ id }) => id));
}

const staleBefore = (now: Temporal.Instant) => now.subtract({ seconds: 60 }).toString();

/** Writes down that a tab edits a row, or no longer does; whether that is news to others. */
export async function putEditing(
  tx: Tx,
  tenant: string,
  of: { tab: string; account: string; area: string; subject: string; editing: boolean },
  now: Temporal.Instant,
): Promise<boolean> {
  await sql`delete from tables.editing where seen < ${staleBefore(now)}`.execute(tx);
  if (!of.editing) {
    const { rows } =
      await sql`delete from tables.editing where tab = ${of.tab} returning tab`.execute(tx);
    return rows.length > 0;
  }
  const before = await sql<{ subject: string }>`
    select subject from tables.editing where tab = ${of.tab}`.execute(tx);
  await sql`insert into tables.editing (tenant, tab, account, area, subject, seen)
    values (${tenant}, ${of.tab}, ${of.account}, ${of.area}, ${of.subject}, ${now.toString()})
    on conflict (tenant, tab) do update set account = excluded.account, area = excluded.area,
      subject = excluded.subject, seen = excluded.seen`.execute(tx);
  return before.rows[0]?.subject !== of.subject;
}

/** Who else edits a row. */
export async function listEditing(
  tx: Tx,
  subject: string,
  except: string,
  now: Temporal.Instant,
): Promise<{ account: string; name: string }[]> {
  const { rows } = await sql<{ account: string; name: string }>`
    select distinct e.account, a.name from tables.editing e
    join identity.account a on a.tenant = e.tenant and a.id = e.account
    where e.subject = ${subject} and e.account <> ${except} and e.seen >= ${staleBefore(now)}
    order by a.name`.execute(tx);
  return rows;
}
