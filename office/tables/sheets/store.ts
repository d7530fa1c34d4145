import { sql } from 'kysely';
import type { Tx } from '../../database/connection.ts';
import { refuse } from '../../http/refusal.ts';
import { say } from '../../http/say.ts';
import { notFound } from '../../http/shared-refusals.ts';
import type { FieldChange } from '../contract.ts';
import type { PlainCell } from '../excel/plain-cell.ts';
import type { Counts, Fate, Header, SameNamed, Sheet, SheetRow } from './contract.ts';
import type { CellFault } from './fate.ts';

export interface StoredSheet extends Omit<Sheet, 'counts' | 'written'> {
  area: string;
  /** Of a table whose rows belong to one. */
  response: string | null;
}

const columns = sql`s.id, s.name, s.area, s.response, s.state, s.rows, s.done, s.headers, s.same_named as "sameNamed", s.at as "madeAt",
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
export async function listSheets(
  tx: Tx,
  table: string,
  response: string | undefined,
): Promise<StoredSheet[]> {
  const { rows } = await sql<StoredSheet>`
    select ${columns} ${from} where s.table_id = ${table} and s.response is not distinct from ${response ?? null}
    order by s.at desc limit 20`.execute(tx);
  return rows;
}

export async function insertSheet(
  tx: Tx,
  tenant: string,
  sheet: {
    id: string;
    table: string;
    area: string;
    response: string | null;
    name: string;
    account: string;
    at: Temporal.Instant;
  },
): Promise<void> {
  await sql`insert into tables.sheet (tenant, id, table_id, area, response, name, state, headers, same_named, rows,
      account, at)
    values (${tenant}, ${sheet.id}, ${sheet.table}, ${sheet.area}, ${sheet.response}, ${sheet.name}, 'read',
      '[]', 'update', 0, ${sheet.account}, ${sheet.at.toString()})`.execute(tx);
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

/** Begins a sheet's check anew. Of each row only the cells of these columns are kept, where not all are. */
export async function uncheck(
  tx: Tx,
  sheet: string,
  columns: readonly number[] | undefined,
): Promise<void> {
  const cells = columns
    ? sql`(select coalesce(jsonb_agg(case when c.at - 1 = any(${columns}::int[]) then c.cell else 'null' end
        order by c.at), '[]') from jsonb_array_elements(r.cells) with ordinality as c (cell, at))`
    : sql`r.cells`;
  await sql`update tables.sheet_row r set cells = ${cells}, fate = null, name = '', key = null, row = null,
      version = null, fields = null, changes = '[]', faults = '[]'
    where r.sheet = ${sheet} and (r.fate is not null or ${columns !== undefined})`.execute(tx);
}

/** The next rows of a sheet that have not been checked. */
export async function nextCells(tx: Tx, sheet: string, limit: number): Promise<CellsOf[]> {
  const { rows } = await sql<CellsOf>`select number, cells from tables.sheet_row
    where sheet = ${sheet} and fate is null and cells is not null order by number limit ${limit}`.execute(
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

/** What came of rows that were to be written. What is in the register need not lie here as well. */
export async function setWritten(
  tx: Tx,
  sheet: string,
  rows: readonly {
    number: number;
    change: number | null;
    fate: Fate | null;
    faults: CellFault[];
  }[],
): Promise<void> {
  await sql`update tables.sheet_row r set change = x.change, cells = null, fields = null,
      fate = coalesce(x.fate, r.fate), faults = x.faults
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as x (number integer, change integer, fate text, faults jsonb)
    where r.sheet = ${sheet} and r.number = x.number`.execute(tx);
}

/** Rows that were taken back, or stay as they are, since somebody changed them again. */
export async function setTakenBack(
  tx: Tx,
  sheet: string,
  rows: readonly { number: number; stays: boolean; faults: CellFault[] }[],
): Promise<void> {
  await sql`update tables.sheet_row r set change = case when x.stays then r.change end, stays = x.stays,
      fate = case when x.stays then 'refused' else r.fate end,
      faults = case when x.stays then x.faults else r.faults end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x (number integer, stays boolean, faults jsonb)
    where r.sheet = ${sheet} and r.number = x.number`.execute(tx);
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
  of: { table: string; diesWith: string | null },
  headers: readonly Pick<Header, 'text' | 'field'>[],
): Promise<void> {
  // Doubled headers mean nothing that could be remembered.
  const once = [...new Map(headers.map((header) => [header.text, header])).values()];
  await sql`insert into tables.header (tenant, table_id, text, field, dies_with)
    select ${tenant}, ${of.table}, x.text, x.field, ${of.diesWith}::uuid
    from jsonb_to_recordset(${JSON.stringify(once)}::jsonb) as x (text text, field text)
    on conflict (tenant, table_id, text) do update set field = excluded.field, dies_with = excluded.dies_with`.execute(
    tx,
  );
}

/** Forgets sheets of personal data: after a day what nobody went on with, after 30 what no response takes away. */
export async function forgetPersonal(tx: Tx, table: string, now: Temporal.Instant): Promise<void> {
  const before = (hours: number) => now.subtract({ hours }).toString();
  await sql`delete from tables.sheet where id in (select id from tables.sheet
    where table_id = ${table} and (state = 'read' and at < ${before(24)}
      or response is null and at < ${before(30 * 24)})
    for update skip locked)`.execute(tx);
}

export async function countSheetRows(tx: Tx, response: string): Promise<number> {
  const { rows } = await sql<{ rows: number }>`
    select coalesce(sum(rows), 0)::int as rows from tables.sheet where response = ${response}`.execute(
    tx,
  );
  return rows[0]?.rows ?? 0;
}

/** When a response closes: its sheets go with it, and what was learnt from them. Returns how many rows they had. */
export async function destroySheets(tx: Tx, response: string): Promise<number> {
  await sql`delete from tables.header where dies_with = ${response}`.execute(tx);
  const { rows } = await sql<{ rows: number }>`
    delete from tables.sheet where response = ${response} returning rows`.execute(tx);
  return rows.reduce((sum, sheet) => sum + sheet.rows, 0);
}
