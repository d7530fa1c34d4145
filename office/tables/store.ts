import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../database/connection.ts';
import { refuse } from '../http/refusal.ts';
import { notFound } from '../http/shared-refusals.ts';
import { searchKey, searchPatterns } from '../register/search-key.ts';
import type { Column } from './column.ts';
import type { Change, FieldChange, KeptRow } from './contract.ts';
import type { KeptTable } from './kept-table.ts';

const own = ['id', 'area', 'version'];

export const columnOf = (kept: KeptTable<never>, field: string) =>
  own.includes(field) ? field : kept.fields[field];

export const selected = (kept: KeptTable<never>) =>
  sql.join([
    ...own.map((name) => sql`r.${sql.id(name)}`),
    ...Object.entries(kept.fields).map(
      ([field, column]) => sql`r.${sql.id(column)} as ${sql.id(field)}`,
    ),
  ]);

export interface ListOf {
  q?: string | undefined;
  area?: string | undefined;
  sort?: string | undefined;
  removed: boolean;
  offset: number;
  limit: number;
}

/** One section of a table, and how many rows there are in all. */
export async function listRows<Row extends KeptRow>(
  tx: Tx,
  kept: KeptTable<Row>,
  of: ListOf,
): Promise<{ rows: Row[]; total: number }> {
  const where = [sql`r.removed = ${of.removed}`];
  if (of.area) where.push(sql`r.area in (select register.below(${of.area}))`);
  if (of.q) {
    const { within, sound } = searchPatterns(of.q);
    where.push(sql`(${sql.join(searched(kept as KeptTable<never>, within, sound), sql` or `)})`);
  }
  const from = sql`from ${sql.table(kept.stored)} r where ${sql.join(where, sql` and `)}`;
  const { rows } = await sql<Row>`
    select ${selected(kept as KeptTable<never>)} ${from}
    order by ${order(kept as KeptTable<never>, of.sort)} limit ${of.limit} offset ${of.offset}`.execute(
    tx,
  );
  const count = await sql<{ total: number }>`select count(*)::int as total ${from}`.execute(tx);
  return { rows, total: count.rows[0]?.total ?? 0 };
}

/** Where a row may be found by: its own name and sound, or those of the rows that it points to. */
function searched(kept: KeptTable<never>, within: string, sound: string): RawBuilder<unknown>[] {
  const [title] = kept.table.columns;
  const own =
    title?.kind === 'text'
      ? [
          sql`r.${sql.id(columnOf(kept, title.field) ?? 'id')} like ${within}`,
          sql`r.sound like ${sound}`,
        ]
      : [];
  const others = kept.table.columns.flatMap(({ kind, field, of }) => {
    const other = kind === 'row' ? kept.others?.[of ?? ''] : undefined;
    const name = other && columnOf(other, other.table.columns[0]?.field ?? '');
    return other && name
      ? [
          sql`exists (select from ${sql.table(other.stored)} o
            where o.tenant = r.tenant and o.id = r.${sql.id(columnOf(kept, field) ?? 'id')}
              and (o.${sql.id(name)} like ${within} or o.sound like ${sound}))`,
        ]
      : [];
  });
  return [...own, ...others, sql`false`];
}

/** By a field, what is empty last; what points to another row by the name of that. */
function order(kept: KeptTable<never>, sort: string | undefined): RawBuilder<unknown> {
  const asked = sort?.replace('-', '');
  const column = kept.table.columns.find(({ field }) => field === asked) ?? kept.table.columns[0];
  const way = sort?.startsWith('-') ? sql`desc nulls last` : sql`asc nulls last`;
  if (!column) return sql`r.id`;
  const stored = sql`r.${sql.id(columnOf(kept, column.field) ?? 'id')}`;
  return sql`${namedBy(kept, column, stored)} ${way}, r.id`;
}

function namedBy(
  kept: KeptTable<never>,
  { kind, of }: Column,
  stored: RawBuilder<unknown>,
): RawBuilder<unknown> {
  if (kind === 'area')
    return sql`(select o.name from register.area o where o.tenant = r.tenant and o.id = ${stored})`;
  if (kind === 'place')
    return sql`(select o.name from register.place o where o.tenant = r.tenant and o.id = ${stored})`;
  const other = kind === 'row' ? kept.others?.[of ?? ''] : undefined;
  const name = other && columnOf(other, other.table.columns[0]?.field ?? '');
  return other && name
    ? sql`(select o.${sql.id(name)} from ${sql.table(other.stored)} o where o.tenant = r.tenant and o.id = ${stored})`
    : stored;
}

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
  const values = Object.entries(kept.fields).map(([field, column]) => {
    const value = (row as unknown as Record<string, unknown>)[field] ?? null;
    return {
      column,
      value:
        kept.json?.includes(field) && value !== null
          ? sql`${JSON.stringify(value)}::jsonb`
          : sql`${value}`,
    };
  });
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
  undoes: number | null;
  at: Temporal.Instant;
  account: string;
}

/** Adds to a row's history. The row must be held, so that numbers follow each other. */
export async function appendChange(tx: Tx, tenant: string, change: NewChange): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    insert into tables.change (tenant, subject, number, area, dies_with, deed, fields, undoes, at, account)
    select ${tenant}, ${change.subject}, coalesce(max(c.number), 0) + 1, ${change.area}, ${change.diesWith},
      ${change.deed}, ${JSON.stringify(change.fields)}::jsonb, ${change.undoes}, ${change.at.toString()},
      ${change.account}
    from tables.change c where c.tenant = ${tenant} and c.subject = ${change.subject}
    returning number`.execute(tx);
  return rows[0]?.number ?? 0;
}

/** A row's history, the latest first. */
export async function listChanges(tx: Tx, subject: string): Promise<Change[]> {
  const { rows } = await sql<Change>`
    select c.number, c.deed, c.at, jsonb_build_object('account', c.account, 'name', coalesce(a.name, '')) as by,
      c.fields, c.undoes, u.number as undone
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
