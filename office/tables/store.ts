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
  await sql`select pg_advisory_xact_lock(hashtextextended(${subject}, 0))`.execute(tx);
}

/** A row and whether it was taken off the register; held until the transaction ends, where `lock` says so. */
export async function findRow<Row extends KeptRow>(
  tx: Tx,
  kept: KeptTable<Row>,
  id: string,
  lock = false,
): Promise<{ row: Row; removed: boolean } | undefined> {
  const { rows } = await sql<Row & { removed: boolean }>`
    select ${selected(kept as KeptTable<never>)}, r.removed from ${sql.table(kept.stored)} r
    where r.id = ${id} ${lock ? sql`for update` : sql``}`.execute(tx);
  if (!rows[0]) return undefined;
  const { removed, ...row } = rows[0];
  return { row: row as unknown as Row, removed };
}

export async function getRow<Row extends KeptRow>(
  tx: Tx,
  kept: KeptTable<Row>,
  id: string,
): Promise<{ row: Row; removed: boolean }> {
  const found = await findRow(tx, kept, id);
  if (!found) throw refuse(notFound, { what: kept.table.one });
  return found;
}

/** Writes a row as it is to be, its version one further. */
export async function writeRow<Row extends KeptRow>(
  tx: Tx,
  kept: KeptTable<Row>,
  tenant: string,
  row: Row,
): Promise<void> {
  const beside = (await kept.beside?.(tx, row)) ?? {};
  const fields = Object.entries(kept.fields)
    .filter(([field]) => !kept.derived?.includes(field))
    .map(([field, column]) => {
      const value = (row as unknown as Record<string, unknown>)[field] ?? null;
      return {
        column,
        value:
          kept.json?.includes(field) && value !== null
            ? sql`${JSON.stringify(value)}::jsonb`
            : sql`${value}`,
      };
    });
  const values = [
    ...fields,
    ...Object.entries(beside).map(([column, value]) => ({ column, value: sql`${value}` })),
  ];
  const names = sql.join(values.map(({ column }) => sql.id(column)));
  const updates = sql.join(
    values.map(({ column }) => sql`${sql.id(column)} = excluded.${sql.id(column)}`),
  );
  await sql`insert into ${sql.table(kept.stored)} as r (tenant, id, area, version, sound, ${names})
    values (${tenant}, ${row.id}, ${row.area}, ${row.version}, ${searchKey(...kept.names(row))},
      ${sql.join(values.map(({ value }) => value))})
    on conflict (tenant, id) do update set area = excluded.area, version = excluded.version,
      sound = excluded.sound, ${updates}`.execute(tx);
}

export async function setRemoved(
  tx: Tx,
  kept: KeptTable<never>,
  id: string,
  removed: boolean,
): Promise<void> {
  await sql`update ${sql.table(kept.stored)} set removed = ${removed}, version = version + 1
    where id = ${id}`.execute(tx);
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

/** Adds to a row's history. The row must be held, so that numbers follow each other. */
export async function appendChange(tx: Tx, tenant: string, change: NewChange): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    insert into tables.change (tenant, subject, number, area, dies_with, deed, fields, why, undoes, at,
      account)
    select ${tenant}, ${change.subject}, coalesce(max(c.number), 0) + 1, ${change.area}, ${change.diesWith},
      ${change.deed}, ${JSON.stringify(change.fields)}::jsonb, ${change.why}, ${change.undoes},
      ${change.at.toString()}, ${change.account}
    from tables.change c where c.tenant = ${tenant} and c.subject = ${change.subject}
    returning number`.execute(tx);
  return rows[0]?.number ?? 0;
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

/** Whether the request sees the place: in its areas, or shared with all. */
export async function placeSeen(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql`select id from register.place where id = ${id}`.execute(tx);
  return rows.length > 0;
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

/** When a response closes: the history of its personal data goes with it. Returns how many changes there were. */
export async function destroyChanges(tx: Tx, response: string): Promise<number> {
  const { rows } = await sql`
    delete from tables.change where dies_with = ${response} returning number`.execute(tx);
  return rows.length;
}
