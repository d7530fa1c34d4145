import { PassThrough } from 'node:stream';
import type { Tx } from '../../database/connection.ts';
import type { CellValue } from '../column.ts';
import type { KeptRow } from '../contract.ts';
import { writeSheet } from '../excel/write-sheet.ts';
import type { KeptTable } from '../kept-table.ts';
import { type ListOf, listRows } from '../list-store.ts';
import { writtenNames } from './written-names.ts';

const section = 1000;

type Narrowed = Omit<ListOf, 'removed' | 'offset' | 'limit'>;

/** A table, or what its list is narrowed to, as an .xlsx file that can come back; with how many rows of each area. */
export async function exportSheet<Row extends KeptRow>(
  tx: Tx,
  kept: KeptTable<Row>,
  of: Narrowed & { language: 'zh-CN' | 'en'; at: Temporal.Instant },
): Promise<{ name: string; rows: number; content: string; areas: Map<string, number> }> {
  const areas = new Map<string, number>();
  const names = new Map<string, string>();
  const out = new PassThrough();
  const parts: Buffer[] = [];
  out.on('data', (part: Buffer) => parts.push(part));
  const rows = await writeSheet(out, {
    table: kept.table,
    rows: rowsOf(tx, kept, of, names, areas),
    language: of.language,
    names,
    at: new Date(of.at.epochMilliseconds),
  });
  return {
    name: `${kept.table.many[of.language]} ${of.today}.xlsx`,
    rows,
    content: Buffer.concat(parts).toString('base64'),
    areas,
  };
}

/** The rows, section by section, each section's names known before its first row is written. */
async function* rowsOf<Row extends KeptRow>(
  tx: Tx,
  kept: KeptTable<Row>,
  of: Narrowed,
  names: Map<string, string>,
  areas: Map<string, number>,
): AsyncGenerator<Readonly<Record<string, CellValue>>> {
  for (let offset = 0; ; offset += section) {
    const { rows } = await listRows(tx, kept, { ...of, removed: false, offset, limit: section });
    for (const [id, name] of await writtenNames(tx, kept, rows)) names.set(id, name);
    for (const { area } of rows) areas.set(area, (areas.get(area) ?? 0) + 1);
    for (const row of rows) yield row as unknown as Readonly<Record<string, CellValue>>;
    if (rows.length < section) return;
  }
}
