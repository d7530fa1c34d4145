import { PassThrough } from 'node:stream';
import type { Tx } from '../../database/connection.ts';
import type { CellValue } from '../column.ts';
import type { KeptRow } from '../contract.ts';
import { writeSheet } from '../excel/write-sheet.ts';
import type { KeptTable } from '../kept-table.ts';
import { listRows } from '../list-store.ts';
import { writtenNames } from './written-names.ts';

const section = 1000;

/** A table, or what a search found of it, as an .xlsx file that can come back. */
export async function exportSheet<Row extends KeptRow>(
  tx: Tx,
  kept: KeptTable<Row>,
  of: {
    q?: string | undefined;
    area?: string | undefined;
    language: 'zh-CN' | 'en';
    at: Temporal.Instant;
  },
): Promise<{ name: string; rows: number; content: string }> {
  const names = new Map<string, string>();
  const out = new PassThrough();
  const parts: Buffer[] = [];
  out.on('data', (part: Buffer) => parts.push(part));
  const rows = await writeSheet(out, {
    table: kept.table,
    rows: rowsOf(tx, kept, of, names),
    language: of.language,
    names,
    at: new Date(of.at.epochMilliseconds),
  });
  const day = of.at.toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString();
  return {
    name: `${kept.table.many[of.language]} ${day}.xlsx`,
    rows,
    content: Buffer.concat(parts).toString('base64'),
  };
}

/** The rows, section by section, each section's names known before its first row is written. */
async function* rowsOf<Row extends KeptRow>(
  tx: Tx,
  kept: KeptTable<Row>,
  of: { q?: string | undefined; area?: string | undefined },
  names: Map<string, string>,
): AsyncGenerator<Readonly<Record<string, CellValue>>> {
  for (let offset = 0; ; offset += section) {
    const { rows } = await listRows(tx, kept, { ...of, removed: false, offset, limit: section });
    for (const [id, name] of await writtenNames(tx, kept, rows)) names.set(id, name);
    for (const row of rows) yield row as unknown as Readonly<Record<string, CellValue>>;
    if (rows.length < section) return;
  }
}
