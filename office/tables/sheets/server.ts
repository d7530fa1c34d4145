import type { Tx } from '../../database/connection.ts';
import type { Contract } from '../../http/contract.ts';
import { type Endpoint, endpoint } from '../../http/endpoint.ts';
import { Refusal, refuse } from '../../http/refusal.ts';
import type { Response } from '../../responses/contract.ts';
import { clockOf, getOpenResponse, getResponse } from '../../responses/store.ts';
import type { KeptRow, tableContracts } from '../contract.ts';
import { actionsOf, type KeptTable } from '../kept-table.ts';
import { goesInBulk } from '../may-keep.ts';
import { oneByOne } from '../one-by-one.ts';
import { type Doing, type Outcome, saveAll, undoAll } from '../save-rows.ts';
import { namesIn } from '../server.ts';
import { dayOf } from '../today.ts';
import { checkRows } from './check-rows.ts';
import type { Sheet, sheetContracts } from './contract.ts';
import { exportSheet } from './export-sheet.ts';
import type { CellFault } from './fate.ts';
import { readIn } from './read-in.ts';
import { sheetNotChecked, sheetOver, sheetUnderWay } from './refusals.ts';
import * as store from './store.ts';
import { whereItLies } from './where-it-lies.ts';

/** Rows that one call checks, writes or takes back; `each`: where rows go one after the other. */
const sections = { check: 500, write: 500, each: 200 };

const isUnderWay = new Set<Sheet['state']>(['writing', 'written', 'undoing', 'undone']);

/** The routes by which sheets of a table come and go, the same for every one. */
export function sheetEndpoints<Row extends KeptRow>(
  contracts: ReturnType<typeof sheetContracts>,
  table: Pick<ReturnType<typeof tableContracts>, 'put'>,
  kept: KeptTable<Row>,
  empty: Partial<Row> = {},
): Endpoint[] {
  const id = kept.table.id;
  const section = goesInBulk(kept) ? sections.write : sections.each;
  return [
    endpoint(contracts.export, async ({ query }, deed) => {
      const { tx, clock } = deed;
      const response = query.response ? await getResponse(tx, query.response, clock) : undefined;
      const at = response ? clockOf(response).now() : clock.now();
      const { areas, ...sheet } = await exportSheet(tx, kept, { ...query, at, today: dayOf(at) });
      if (kept.table.personal) {
        await store.forgetPersonal(tx, id, clock.now());
        recordOut(deed, kept, response, areas);
      }
      return sheet;
    }),

    endpoint(contracts.list, async ({ query }, { tx }) => {
      const sheets: Sheet[] = [];
      for (const sheet of await store.listSheets(tx, id, query.response))
        sheets.push(await told(tx, sheet));
      return { sheets };
    }),

    endpoint(contracts.upload, async ({ body }, deed) => {
      const { tx, clock } = deed;
      const lies = await whereItLies(deed, kept.table, body);
      const there = await store.findSheet(tx, body.sheet);
      if (there) return told(tx, there);
      if (kept.table.personal) await store.forgetPersonal(tx, id, clock.now());
      return told(tx, await readIn(deed, kept, { ...body, ...lies }));
    }),

    endpoint(contracts.check, async ({ params, body }, deed) => {
      const { tx, actor } = deed;
      const { sheet } = await hold(deed, id, params.sheet);
      if (isUnderWay.has(sheet.state)) throw refuse(sheetUnderWay, undefined);
      let { headers, done, sameNamed } = sheet;
      if (body.begin) {
        const fields = new Map(body.begin.fields.map(({ column, field }) => [column, field]));
        headers = headers.map((header) => {
          const field = header.dropped ? null : (fields.get(header.column) ?? null);
          const dropped = kept.table.personal === true && field === null;
          return { ...header, field, dropped, samples: dropped ? [] : header.samples };
        });
        ({ sameNamed } = body.begin);
        done = 0;
        const read = headers.flatMap(({ column, field }) => (field === null ? [] : [column]));
        await store.uncheck(tx, sheet.id, kept.table.personal ? read : undefined);
        const diesWith = kept.table.personal ? sheet.response : null;
        // A row chosen as header by mistake holds somebody's data: where nothing takes it away again it is not learnt.
        if (!kept.table.personal || diesWith !== null)
          await store.remember(tx, actor.tenant, { table: id, diesWith }, headers);
      }
      const cells = await store.nextCells(tx, sheet.id, sections.check);
      const put = table.put as unknown as Contract;
      const rows = await checkRows(deed, { kept, put, empty, sheet, headers, sameNamed }, cells);
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
      const { sheet, response } = await hold(deed, id, params.sheet);
      if (sheet.state === 'undoing' || sheet.state === 'undone') throw refuse(sheetOver, undefined);
      if (sheet.state === 'read' || sheet.state === 'checking')
        throw refuse(sheetNotChecked, undefined);
      const begun = sheet.state === 'checked' ? 0 : sheet.done;
      const rows = await store.nextToWrite(tx, sheet.id, section);
      const asked = rows.map(({ row, version, fields }) => ({
        id: row,
        patch: fields as Partial<Row>,
        expected: version ?? undefined,
        empty,
      }));
      const outcomes = await quietly(deed, kept, sheet.id, (quiet, once) =>
        oneByOne(tx, once, asked, (these) => saveAll(quiet, once, these)),
      );
      const written = rows.map(({ number }, at) => ({ number, ...writtenAs(outcomes[at]) }));
      await store.setWritten(tx, sheet.id, written);
      const done = begun + rows.length;
      const state = rows.length < section ? 'written' : 'writing';
      await store.setSheet(tx, sheet.id, { state, done });
      const now = await told(tx, { ...sheet, state, done });
      if (state === 'written' && sheet.state !== 'written')
        recordIn(deed, kept, { ...sheet, response }, now);
      return now;
    }),

    endpoint(contracts.undo, async ({ params }, deed) => {
      const { tx } = deed;
      const { sheet } = await hold(deed, id, params.sheet);
      if (sheet.state !== 'writing' && sheet.state !== 'written' && sheet.state !== 'undoing')
        throw refuse(sheetOver, undefined);
      const begun = sheet.state === 'undoing' ? sheet.done : 0;
      const rows = await store.nextToUndo(tx, sheet.id, section);
      const asked = rows.map(({ row, change }) => ({ id: row, number: change }));
      const outcomes = await quietly(deed, kept, sheet.id, (quiet, once) =>
        oneByOne(tx, once, asked, (these) => undoAll(quiet, once, these)),
      );
      const back = rows.map(({ number }, at) => {
        const faults = faultsOf(outcomes[at]);
        return { number, stays: faults.length > 0, faults };
      });
      await store.setTakenBack(tx, sheet.id, back);
      const done = begun + rows.length;
      const state = rows.length < section ? 'undone' : 'undoing';
      await store.setSheet(tx, sheet.id, { state, done });
      return told(tx, { ...sheet, state, done });
    }),

    endpoint(contracts.discard, async ({ params }, { tx }) => {
      await store.deleteSheet(tx, id, params.sheet);
      return {};
    }),
  ];
}

/** The sheet, and its response, held against its closing: that one first, as closing does. */
async function hold(
  { tx, clock }: Doing,
  table: string,
  id: string,
): Promise<{ sheet: store.StoredSheet; response: Response | undefined }> {
  const { response: of } = await store.getSheet(tx, table, id);
  const response = of === null ? undefined : await getOpenResponse(tx, of, clock);
  return { sheet: await store.lockSheet(tx, table, id), response };
}

async function told(
  tx: Tx,
  { area: _, response: __, ...sheet }: store.StoredSheet,
): Promise<Sheet> {
  return { ...sheet, ...(await store.countFates(tx, sheet.id)) };
}

function writtenAs<Row>(outcome: Outcome<Row> | undefined) {
  if (outcome === undefined || outcome instanceof Refusal)
    return { change: null, fate: 'refused' as const, faults: faultsOf(outcome) };
  // It may be so by now without us.
  const fate = outcome.change === null ? ('same' as const) : null;
  return { change: outcome.change, fate, faults: [] };
}

function faultsOf<Row>(outcome: Outcome<Row> | undefined): CellFault[] {
  if (!(outcome instanceof Refusal)) return [];
  const { cause, remedy } = outcome.body;
  return [{ field: '', cause, remedy }];
}

/** Does something to many rows: open pages hear of it once, and the response is looked up once an area. */
async function quietly<Row extends KeptRow, T>(
  deed: Doing,
  kept: KeptTable<Row>,
  sheet: string,
  work: (quiet: Doing, kept: KeptTable<Row>) => Promise<T>,
): Promise<T> {
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
  const done = await work(quiet, once);
  for (const event of heard.values()) deed.announce({ ...event, id: sheet });
  return done;
}

/** What became of a sheet: figures only. */
function recordIn<Row extends KeptRow>(
  deed: Doing,
  kept: KeptTable<Row>,
  { area, id, response }: { area: string; id: string; response: Response | undefined },
  { counts, written }: Sheet,
): void {
  deed.record({
    action: actionsOf(kept as unknown as KeptTable<never>).sheet,
    subject: `sheet:${id}`,
    area,
    ...(response && { response: response.id, at: clockOf(response).now() }),
    detail: { ...counts, written },
  });
}

/** How many rows of personal data somebody took out of each area. */
function recordOut<Row extends KeptRow>(
  deed: Doing,
  kept: KeptTable<Row>,
  response: Response | undefined,
  areas: ReadonlyMap<string, number>,
): void {
  for (const [area, rows] of areas)
    deed.record({
      action: actionsOf(kept as unknown as KeptTable<never>).out,
      subject: `area:${area}`,
      area,
      ...(response && { response: response.id, at: clockOf(response).now() }),
      detail: { rows },
    });
}
