import type { KeptRow } from '../contract.ts';
import { matchHeaders } from '../excel/match-headers.ts';
import type { PlainCell } from '../excel/plain-cell.ts';
import { readSheet } from '../excel/read-sheet.ts';
import type { KeptTable } from '../kept-table.ts';
import type { Doing } from '../save-rows.ts';
import type { Header } from './contract.ts';
import * as store from './store.ts';

/** Rows that are written to the database at once. */
const section = 1000;

/** Reads a file's cells in, with what its headers may mean. */
export async function readIn<Row extends KeptRow>(
  { tx, actor, clock }: Doing,
  kept: KeptTable<Row>,
  of: {
    sheet: string;
    area: string;
    response: string | null;
    name: string;
    content: string;
    worksheet?: string | undefined;
    headerRow?: number | undefined;
  },
): Promise<store.StoredSheet> {
  const remembered = await store.listRemembered(tx, kept.table.id);
  const reading = await readSheet(Buffer.from(of.content, 'base64'), kept.table, {
    remembered,
    ...(of.worksheet === undefined ? {} : { sheet: of.worksheet }),
    ...(of.headerRow === undefined ? {} : { header: of.headerRow }),
  });
  const { texts } = reading.header;
  await store.insertSheet(tx, actor.tenant, {
    id: of.sheet,
    table: kept.table.id,
    area: of.area,
    response: of.response,
    name: of.name,
    account: actor.account,
    at: clock.now(),
  });
  const matches = matchHeaders(texts, kept.table, { remembered });
  const dropped = new Set(
    matches.flatMap(({ column, text, field }) =>
      field === null && kept.leftOut?.test(text) ? [column] : [],
    ),
  );
  // Of personal data: what has no header could not be read, and is not kept.
  const readable = new Set(matches.map(({ column }) => column));
  const keeps = (column: number) =>
    !kept.table.personal || (readable.has(column) && !dropped.has(column));
  const samples = new Map<number, string[]>();
  let rows: { number: number; cells: readonly (PlainCell | undefined)[] }[] = [];
  let count = 0;
  const flush = async () => {
    if (rows.length > 0) await store.insertCells(tx, actor.tenant, of, rows);
    count += rows.length;
    rows = [];
  };
  for await (const { number, kind, cells: all } of reading.rows) {
    if (kind !== 'row') continue;
    const cells = Array.from(all, (cell, column) => (keeps(column) ? cell : null));
    if (count + rows.length < samplesOf) addSamples(samples, cells);
    rows.push({ number, cells });
    if (rows.length >= section) await flush();
  }
  await flush();
  const headers = matches.map(
    (match): Header => ({
      column: match.column,
      text: match.text,
      field: match.field,
      found: match.found,
      aside: match.aside ?? null,
      unit: match.unit ?? null,
      // Whose telephone it is need not be shown to say that a column is not read.
      samples: kept.table.personal && match.field === null ? [] : (samples.get(match.column) ?? []),
      dropped: dropped.has(match.column),
    }),
  );
  await store.setSheet(tx, of.sheet, { state: 'read', done: 0, headers });
  return store.getSheet(tx, kept.table.id, of.sheet);
}

const samplesOf = 20;
const samplesEach = 3;

function addSamples(
  samples: Map<number, string[]>,
  cells: readonly (PlainCell | undefined)[],
): void {
  cells.forEach((cell, column) => {
    const of = samples.get(column) ?? [];
    const text = String(cell ?? '').trim();
    if (text === '' || of.length >= samplesEach || of.includes(text)) return;
    samples.set(column, [...of, text.slice(0, 40)]);
  });
}
