import { sql } from 'kysely';
import type { Tx } from '../../database/connection.ts';
import { refuse } from '../../http/refusal.ts';
import { say } from '../../http/say.ts';
import { notFound } from '../../http/shared-refusals.ts';
import type { FieldChange, KeptRow } from '../contract.ts';
import type { PlainCell } from '../excel/plain-cell.ts';
import type { KeptTable } from '../kept-table.ts';
import { columnOf, selected } from '../selected.ts';
import type { Counts, Fate, Header, SameNamed, Sheet, SheetRow } from './contract.ts';
import type { CellFault } from './fate.ts';
import type { Named } from './resolve.ts';

export interface StoredSheet extends Omit<Sheet, 'counts' | 'written'> {
  area: string;
}

const columns = sql`s.id, s.name, s.area, s.state, s.rows, s.done, s.headers, s.same_named as "sameNamed", s.at as "madeAt",
  jsonb_build_object('account', s.account, 'name', coalesce(a.name, '')) as "madeBy"`;

const from = sql`from tables.sheet s left join identity.account a on a.tenant = s.tenant and a.id = s.account`;

/** The sheet, held until the transaction ends: two who go on with it at once come one after the other. */
export async function lockSheet(tx: Tx, table: string, id: string): Promise<StoredSheet> {
  const { rows } = await sql<StoredSheet>`
    select ${columns} ${from} where s.id = ${id} and s.table_id = ${table} for update of s`.execute(
    tx,
  );
  if (!rows[0]) throw refuse(notFound, { what: say('表格', 'sheet') });
  return rows[0];
}

export async function getSheet(tx: Tx, table: string, id: string): Promise<StoredSheet> {
  const { rows } = await sql<StoredSheet>`
    select ${columns} ${from} where s.id = ${id} and s.table_id = ${table}`.execute(tx);
  if (!rows[0]) throw refuse(notFound, { what: say('表格', 'sheet') });
  return rows[0];
}

export async function findSheet(tx: Tx, id: string): Promise<StoredSheet | undefined> {
  const { rows } = await sql<StoredSheet>`select ${columns} ${from} where s.id = ${id}`.execute(tx);
  return rows[0];
}

/** The latest sheets of a table. */
export async function listSheets(tx: Tx, table: string): Promise<StoredSheet[]> {
  const { rows } = await sql<StoredSheet>`
    select ${columns} ${from} where s.table_id = ${table} order by s.at desc limit 20`.execute(tx);
  return rows;
}

export async function insertSheet(
  tx: Tx,
  tenant: string,
  sheet: {
    id: string;
    table: string;
    area: string;
    name: string;
    headers: readonly Header[];
    account: string;
    at: Temporal.Instant;
  },
): Promise<void> {
  await sql`insert into tables.sheet (tenant, id, table_id, area, name, state, headers, same_named, rows,
      account, at)
    values (${tenant}, ${sheet.id}, ${sheet.table}, ${sheet.area}, ${sheet.name}, 'read',
      ${JSON.stringify(sheet.headers)}::jsonb, 'update', 0, ${sheet.account},
      ${sheet.at.toString()})`.execute(tx);
}

export async function insertCells(
  tx: Tx,
  tenant: string,
  of: { sheet: string; area: string },
  rows: readonly { number: number; cells: readonly (PlainCell | undefined)[] }[],
): Promise<void> {
  await sql`insert into tables.sheet_row (tenant, sheet, number, area, cells)
    select ${tenant}, ${of.sheet}, x.number, ${of.area}, x.cells
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x (number integer, cells jsonb)`.execute(
    tx,
  );
  await sql`update tables.sheet set rows = rows + ${rows.length} where id = ${of.sheet}`.execute(
    tx,
  );
}

export async function setSheet(
  tx: Tx,
  id: string,
  to: { state: Sheet['state']; done: number; headers?: readonly Header[]; sameNamed?: SameNamed },
): Promise<void> {
  await sql`update tables.sheet set state = ${to.state}, done = ${to.done},
      headers = coalesce(${to.headers ? JSON.stringify(to.headers) : null}::jsonb, headers),
      same_named = coalesce(${to.sameNamed ?? null}, same_named)
    where id = ${id}`.execute(tx);
}

export async function deleteSheet(tx: Tx, table: string, id: string): Promise<void> {
  await lockSheet(tx, table, id);
  await sql`delete from tables.sheet where id = ${id}`.execute(tx);
}

export async function countFates(
  tx: Tx,
  sheet: string,
): Promise<{ counts: Counts; written: number }> {
  const { rows } = await sql<{ fate: Fate; count: number; written: number }>`
    select fate, count(*)::int as count, count(change)::int as written
    from tables.sheet_row where sheet = ${sheet} and fate is not null group by fate`.execute(tx);
  const counts: Counts = { new: 0, changed: 0, same: 0, doubled: 0, refused: 0 };
  for (const { fate, count } of rows) counts[fate] = count;
  return { counts, written: rows.reduce((sum, { written }) => sum + written, 0) };
}

export interface CellsOf {
  number: number;
  cells: (PlainCell | undefined)[];
}

/** The next rows of a sheet that have not been checked. */
export async function nextCells(
  tx: Tx,
  sheet: string,
  of: { done: number; limit: number },
): Promise<CellsOf[]> {
  const { rows } = await sql<CellsOf>`select number, cells from tables.sheet_row
    where sheet = ${sheet} and cells is not null order by number offset ${of.done} limit ${of.limit}`.execute(
    tx,
  );
  return rows;
}

export interface CheckedRow {
  number: number;
  fate: Fate;
  name: string;
  key: string | null;
  row: string | null;
  version: number | null;
  fields: Record<string, unknown> | null;
  changes: FieldChange[];
  faults: CellFault[];
}

export async function putFates(tx: Tx, sheet: string, rows: readonly CheckedRow[]): Promise<void> {
  await sql`update tables.sheet_row r set fate = x.fate, name = x.name, key = x.key, row = x.row,
      version = x.version, fields = x.fields, changes = x.changes, faults = x.faults
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x (number integer, fate text, name text, key text,
      row uuid, version integer, fields jsonb, changes jsonb, faults jsonb)
    where r.sheet = ${sheet} and r.number = x.number`.execute(tx);
}

/** Which of these keys an earlier row of the sheet has had. */
export async function keysBefore(
  tx: Tx,
  sheet: string,
  keys: readonly string[],
  before: number,
): Promise<Set<string>> {
  const { rows } = await sql<{ key: string }>`select distinct key from tables.sheet_row
    where sheet = ${sheet} and key = any(${keys}::text[]) and number < ${before} and fate is not null`.execute(
    tx,
  );
  return new Set(rows.map(({ key }) => key));
}

export interface RowToWrite {
  number: number;
  row: string;
  version: number | null;
  fields: Record<string, unknown>;
}

export async function nextToWrite(tx: Tx, sheet: string, limit: number): Promise<RowToWrite[]> {
  const { rows } = await sql<RowToWrite>`select number, row, version, fields from tables.sheet_row
    where sheet = ${sheet} and fate in ('new', 'changed') and change is null
    order by number limit ${limit}`.execute(tx);
  return rows;
}

export async function nextToUndo(
  tx: Tx,
  sheet: string,
  limit: number,
): Promise<{ number: number; row: string; change: number }[]> {
  const { rows } = await sql<{ number: number; row: string; change: number }>`
    select number, row, change from tables.sheet_row where sheet = ${sheet} and change is not null and not stays
    order by number desc limit ${limit}`.execute(tx);
  return rows;
}

/** A row that was written or refused. What is in the register need not lie here as well. */
export async function setWritten(
  tx: Tx,
  sheet: string,
  number: number,
  outcome: { done: { change: number | null } } | { fault: CellFault },
): Promise<void> {
  const [change, fate, faults] =
    'done' in outcome
      ? // It may be so by now without us.
        [outcome.done.change, outcome.done.change === null ? 'same' : null, []]
      : [null, 'refused', [outcome.fault]];
  await sql`update tables.sheet_row set change = ${change}, cells = null, fate = coalesce(${fate}, fate),
      faults = ${JSON.stringify(faults)}::jsonb
    where sheet = ${sheet} and number = ${number}`.execute(tx);
}

/** A row that was taken back, or stays as it is, since somebody changed it again. */
export async function setTakenBack(
  tx: Tx,
  sheet: string,
  number: number,
  outcome: { done: unknown } | { fault: CellFault },
): Promise<void> {
  const write =
    'done' in outcome
      ? sql`change = null`
      : sql`stays = true, fate = 'refused', faults = ${JSON.stringify([outcome.fault])}::jsonb`;
  await sql`update tables.sheet_row set ${write}
    where sheet = ${sheet} and number = ${number}`.execute(tx);
}

export async function listSheetRows(
  tx: Tx,
  sheet: string,
  of: { fate?: Fate | undefined; offset: number; limit: number },
): Promise<SheetRow[]> {
  const fate = of.fate ? sql`fate = ${of.fate}` : sql`fate is not null`;
  const { rows } = await sql<SheetRow>`
    select number, fate, name, changes, faults, change is not null as written from tables.sheet_row
    where sheet = ${sheet} and ${fate} order by number limit ${of.limit} offset ${of.offset}`.execute(
    tx,
  );
  return rows;
}

/** What headers of this table were said to mean before. */
export async function listRemembered(tx: Tx, table: string): Promise<Map<string, string | null>> {
  const { rows } = await sql<{ text: string; field: string | null }>`
    select text, field from tables.header where table_id = ${table}`.execute(tx);
  return new Map(rows.map(({ text, field }) => [text, field]));
}

export async function remember(
  tx: Tx,
  tenant: string,
  table: string,
  headers: readonly Pick<Header, 'text' | 'field'>[],
): Promise<void> {
  // Doubled headers mean nothing that could be remembered.
  const once = [...new Map(headers.map((header) => [header.text, header])).values()];
  await sql`insert into tables.header (tenant, table_id, text, field)
    select ${tenant}, ${table}, x.text, x.field
    from jsonb_to_recordset(${JSON.stringify(once)}::jsonb) as x (text text, field text)
    on conflict (tenant, table_id, text) do update set field = excluded.field`.execute(tx);
}

/** Rows on the register by their ids. */
export async function rowsById<Row extends KeptRow>(
  tx: Tx,
  kept: KeptTable<Row>,
  ids: readonly string[],
): Promise<Map<string, Row>> {
  const { rows } = await sql<Row>`
    select ${selected(kept as unknown as KeptTable<never>)} from ${sql.table(kept.stored)} r
    where r.id = any(${ids}::uuid[]) and not r.removed`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Rows on the register whose last key field has one of these values; the other fields are for the caller to compare. */
export async function rowsLike<Row extends KeptRow>(
  tx: Tx,
  kept: KeptTable<Row>,
  field: string,
  values: readonly unknown[],
): Promise<Row[]> {
  const column = sql.id(columnOf(kept as unknown as KeptTable<never>, field) ?? 'id');
  const { rows } = await sql<Row>`
    select ${selected(kept as unknown as KeptTable<never>)} from ${sql.table(kept.stored)} r
    where r.${column}::text = any(${values.map(String)}::text[]) and not r.removed`.execute(tx);
  return rows;
}

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

/** Runs a row's writing so that its failure undoes only itself. */
export async function apart<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await sql`savepoint sheet_row`.execute(tx);
  try {
    const done = await work();
    await sql`release savepoint sheet_row`.execute(tx);
    return done;
  } catch (error) {
    await sql`rollback to savepoint sheet_row`.execute(tx);
    throw error;
  }
}
