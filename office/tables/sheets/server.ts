import type { Tx } from '../../database/connection.ts';
import type { Contract } from '../../http/contract.ts';
import { type Deed, type Endpoint, endpoint } from '../../http/endpoint.ts';
import { Refusal, refuse } from '../../http/refusal.ts';
import { areaElsewhere } from '../../http/shared-refusals.ts';
import type { Actor } from '../../identity/actor.ts';
import { areasInScope } from '../../responses/store.ts';
import type { KeptRow, tableContracts } from '../contract.ts';
import { matchHeaders } from '../excel/match-headers.ts';
import type { PlainCell } from '../excel/plain-cell.ts';
import { readSheet } from '../excel/read-sheet.ts';
import { actionsOf, type KeptTable } from '../kept-table.ts';
import { saveRow, undoChange } from '../save-row.ts';
import { namesIn } from '../server.ts';
import { checkRows } from './check-rows.ts';
import type { Header, Sheet, sheetContracts } from './contract.ts';
import { exportSheet } from './export-sheet.ts';
import type { CellFault } from './fate.ts';
import { sheetNotChecked, sheetOver, sheetUnderWay } from './refusals.ts';
import * as store from './store.ts';

type Doing = Deed & { actor: Actor };

/** Rows that one call reads in, checks, writes or takes back. */
const sections = { read: 1000, check: 500, write: 200 };

const isUnderWay = new Set<Sheet['state']>(['writing', 'written', 'undoing', 'undone']);

/** The routes by which sheets of a table come and go, the same for every one. */
export function sheetEndpoints<Row extends KeptRow>(
  contracts: ReturnType<typeof sheetContracts>,
  table: Pick<ReturnType<typeof tableContracts>, 'put'>,
  kept: KeptTable<Row>,
  empty: Partial<Row> = {},
): Endpoint[] {
  const id = kept.table.id;
  return [
    endpoint(contracts.export, async ({ query }, { tx, clock }) =>
      exportSheet(tx, kept, { ...query, at: clock.now() }),
    ),

    endpoint(contracts.list, async (_, { tx }) => {
      const sheets: Sheet[] = [];
      for (const sheet of await store.listSheets(tx, id)) sheets.push(await told(tx, sheet));
      return { sheets };
    }),

    endpoint(contracts.upload, async ({ body }, deed) => {
      const { tx } = deed;
      const there = await store.findSheet(tx, body.sheet);
      if (there) return told(tx, there);
      if (!(await areasInScope(tx, [body.area])).has(body.area))
        throw refuse(areaElsewhere, { what: kept.table.many });
      return readIn(deed, kept, body);
    }),

    endpoint(contracts.check, async ({ params, body }, { tx, actor }) => {
      const sheet = await store.lockSheet(tx, id, params.sheet);
      if (isUnderWay.has(sheet.state)) throw refuse(sheetUnderWay, undefined);
      let { headers, done, sameNamed } = sheet;
      if (body.begin) {
        const fields = new Map(body.begin.fields.map(({ column, field }) => [column, field]));
        headers = headers.map((header) => ({
          ...header,
          field: fields.get(header.column) ?? null,
        }));
        ({ sameNamed } = body.begin);
        done = 0;
        await store.remember(tx, actor.tenant, id, headers);
      }
      const cells = await store.nextCells(tx, sheet.id, { done, limit: sections.check });
      const put = table.put as unknown as Contract;
      const rows = await checkRows(tx, { kept, put, sheet, headers, sameNamed }, cells);
      await store.putFates(tx, sheet.id, rows);
      done += cells.length;
      const state = done >= sheet.rows ? 'checked' : 'checking';
      await store.setSheet(tx, sheet.id, { state, done, headers, sameNamed });
      return told(tx, { ...sheet, state, done, headers, sameNamed });
    }),

    endpoint(contracts.rows, async ({ params, query }, { tx }) => {
      await store.getSheet(tx, id, params.sheet);
      const rows = await store.listSheetRows(tx, params.sheet, query);
      const states = rows.flatMap(({ changes }) =>
        (['before', 'after'] as const).map((side) =>
          Object.fromEntries(changes.map((change) => [change.field, change[side]])),
        ),
      );
      return { rows, names: await namesIn(tx, kept, states) };
    }),

    endpoint(contracts.write, async ({ params }, deed) => {
      const { tx } = deed;
      const sheet = await store.lockSheet(tx, id, params.sheet);
      if (sheet.state === 'undoing' || sheet.state === 'undone') throw refuse(sheetOver, undefined);
      if (sheet.state === 'read' || sheet.state === 'checking')
        throw refuse(sheetNotChecked, undefined);
      const begun = sheet.state === 'checked' ? 0 : sheet.done;
      const rows = await store.nextToWrite(tx, sheet.id, sections.write);
      await inBulk(deed, kept, sheet.id, async (quiet, once) => {
        for (const { number, row, version, fields } of rows) {
          const how = { empty, ...(version === null ? {} : { expected: version }) };
          const outcome = await attempt(tx, () =>
            saveRow(quiet, once, row, fields as Partial<Row>, how),
          );
          await store.setWritten(tx, sheet.id, number, outcome);
        }
      });
      const done = begun + rows.length;
      const state = rows.length < sections.write ? 'written' : 'writing';
      await store.setSheet(tx, sheet.id, { state, done });
      const now = await told(tx, { ...sheet, state, done });
      if (state === 'written' && sheet.state !== 'written') record(deed, kept, sheet, now);
      return now;
    }),

    endpoint(contracts.undo, async ({ params }, deed) => {
      const { tx } = deed;
      const sheet = await store.lockSheet(tx, id, params.sheet);
      if (sheet.state !== 'writing' && sheet.state !== 'written' && sheet.state !== 'undoing')
        throw refuse(sheetOver, undefined);
      const begun = sheet.state === 'undoing' ? sheet.done : 0;
      const rows = await store.nextToUndo(tx, sheet.id, sections.write);
      await inBulk(deed, kept, sheet.id, async (quiet, once) => {
        for (const { number, row, change } of rows) {
          const outcome = await attempt(tx, () => undoChange(quiet, once, row, change));
          await store.setTakenBack(tx, sheet.id, number, outcome);
        }
      });
      const done = begun + rows.length;
      const state = rows.length < sections.write ? 'undone' : 'undoing';
      await store.setSheet(tx, sheet.id, { state, done });
      return told(tx, { ...sheet, state, done });
    }),

    endpoint(contracts.discard, async ({ params }, { tx }) => {
      await store.deleteSheet(tx, id, params.sheet);
      return {};
    }),
  ];
}

async function told(tx: Tx, { area: _, ...sheet }: store.StoredSheet): Promise<Sheet> {
  return { ...sheet, ...(await store.countFates(tx, sheet.id)) };
}

/** Reads a file's cells in, with what its headers may mean. */
async function readIn<Row extends KeptRow>(
  { tx, actor, clock }: Doing,
  kept: KeptTable<Row>,
  of: {
    sheet: string;
    area: string;
    name: string;
    content: string;
    worksheet?: string | undefined;
    headerRow?: number | undefined;
  },
): Promise<Sheet> {
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
    name: of.name,
    headers: [],
    account: actor.account,
    at: clock.now(),
  });
  const samples = new Map<number, string[]>();
  let rows: { number: number; cells: readonly (string | number | boolean | null | undefined)[] }[] =
    [];
  let count = 0;
  const flush = async () => {
    if (rows.length > 0) await store.insertCells(tx, actor.tenant, of, rows);
    count += rows.length;
    rows = [];
  };
  for await (const { number, kind, cells } of reading.rows) {
    if (kind !== 'row') continue;
    if (count + rows.length < samplesOf) addSamples(samples, cells);
    rows.push({ number, cells: [...cells] });
    if (rows.length >= sections.read) await flush();
  }
  await flush();
  const headers = matchHeaders(texts, kept.table, { remembered }).map(
    (match): Header => ({
      column: match.column,
      text: match.text,
      field: match.field,
      found: match.found,
      aside: match.aside ?? null,
      unit: match.unit ?? null,
      samples: samples.get(match.column) ?? [],
    }),
  );
  await store.setSheet(tx, of.sheet, { state: 'read', done: 0, headers });
  const sheet = await store.findSheet(tx, of.sheet);
  if (!sheet) throw new Error('the sheet that was just read in is gone');
  return told(tx, sheet);
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

/** Writes many rows: open pages hear of it once, and the response is looked up once an area. */
async function inBulk<Row extends KeptRow>(
  deed: Doing,
  kept: KeptTable<Row>,
  sheet: string,
  work: (quiet: Doing, kept: KeptTable<Row>) => Promise<void>,
): Promise<void> {
  const heard = new Map<string, { topic: string; area: string | null }>();
  const moments = new Map<string, ReturnType<NonNullable<KeptTable<Row>['moment']>>>();
  const quiet: Doing = {
    ...deed,
    announce: ({ topic, area }) => heard.set(`${topic} ${area}`, { topic, area }),
  };
  const { moment } = kept;
  const once: KeptTable<Row> = {
    ...kept,
    ...(moment && {
      moment: (tx, row, by) => {
        const found = moments.get(row.area) ?? moment(tx, row, by);
        moments.set(row.area, found);
        return found;
      },
    }),
  };
  await work(quiet, once);
  for (const event of heard.values()) deed.announce({ ...event, id: sheet });
}

async function attempt<T>(
  tx: Tx,
  work: () => Promise<T>,
): Promise<{ done: T } | { fault: CellFault }> {
  try {
    return { done: await store.apart(tx, work) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { cause, remedy } = error.body;
    return { fault: { field: '', cause, remedy } };
  }
}

function record<Row extends KeptRow>(
  deed: Doing,
  kept: KeptTable<Row>,
  { area, id }: store.StoredSheet,
  { counts, written }: Sheet,
): void {
  deed.record({
    action: actionsOf(kept as unknown as KeptTable<never>).sheet,
    subject: `sheet:${id}`,
    area,
    detail: { ...counts, written },
  });
}
