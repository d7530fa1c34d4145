import { z } from 'zod';
import { contract, type Permission } from '../../http/contract.ts';
import { id, instant, text } from '../../http/fields.ts';
import { Say, say } from '../../http/say.ts';
import { areaElsewhere, notFound } from '../../http/shared-refusals.ts';
import { outsideResponse, responseClosed } from '../../responses/rules.ts';
import type { Table } from '../column.ts';
import { FieldChange, filterWord, sorting } from '../contract.ts';
import { fileFaults } from '../excel/refusals.ts';
import { sheetNotChecked, sheetOver, sheetUnderWay } from './refusals.ts';

/** Bytes of a request that brings a file: 15 MB of it, written as text. */
const largestFile = 20_000_000;

export const Fate = z.enum(['new', 'changed', 'same', 'doubled', 'refused']);
export type Fate = z.infer<typeof Fate>;

/** What a header of the sheet means. */
export const Header = z.strictObject({
  column: z.int(),
  text: z.string(),
  field: z.string().nullable(),
  found: z.enum(['remembered', 'exact', 'also', 'near']).nullable(),
  /** Why it is not the field that it looks like. */
  aside: z
    .strictObject({ field: z.string(), why: z.enum(['doubled', 'shown']) })
    .nullable()
    .default(null),
  unit: z.string().nullable().default(null),
  samples: z.array(z.string()),
  dropped: z
    .boolean()
    .default(false)
    .describe('of personal data what is not read is not kept: it means nothing from then on'),
});
export type Header = z.infer<typeof Header>;

const Counts = z.strictObject({
  new: z.int(),
  changed: z.int(),
  same: z.int(),
  doubled: z.int(),
  refused: z.int(),
});
export type Counts = z.infer<typeof Counts>;

/** What is done with a row that has no id and the name of one that is there. */
export const SameNamed = z.enum(['update', 'skip', 'add']);
export type SameNamed = z.infer<typeof SameNamed>;

export const Sheet = z.strictObject({
  id,
  name: z.string().describe("the file's"),
  madeBy: z.strictObject({ account: id, name: z.string() }),
  madeAt: instant,
  state: z
    .enum(['read', 'checking', 'checked', 'writing', 'written', 'undoing', 'undone'])
    .describe('what is begun goes on with the next call'),
  rows: z.int(),
  done: z.int().describe('rows that the present step is over with'),
  headers: z.array(Header),
  sameNamed: SameNamed,
  counts: Counts,
  written: z.int().describe('rows of it that are in the register now'),
});
export type Sheet = z.infer<typeof Sheet>;

export const SheetRow = z.strictObject({
  number: z.int().describe('its row in the file'),
  fate: Fate,
  name: z.string(),
  changes: z.array(FieldChange),
  faults: z.array(z.strictObject({ field: z.string(), cause: Say, remedy: Say })),
  written: z.boolean(),
});
export type SheetRow = z.infer<typeof SheetRow>;

/** Taking a table out to Excel and bringing it back: read, checked row by row, and only then written. */
export function sheetContracts(of: {
  table: Table;
  path: `/api/${string}`;
  read: Permission;
  write: Permission;
}) {
  const { table, path } = of;
  const [room, rows = ''] = table.id.split('.');
  const named = (deed: string): `${string}.${string}` => `${room}.${deed}-${rows}`;
  const words = (zh: string, en: string) =>
    say(zh.replaceAll('#', table.many['zh-CN']), en.replaceAll('#', table.many.en));
  const params = z.strictObject({ sheet: id });
  const example = { params: { sheet: exampleSheet.id } };
  const response = responseOf(table);
  const ofResponse = table.ofResponse && { response: exampleResponse };
  const errors = [notFound, sheetUnderWay, sheetOver];
  return {
    table,
    export: contract({
      id: named('export'),
      // What leaves of personal data is written into the ledger.
      method: table.personal ? 'POST' : 'GET',
      path: `${path}/export`,
      summary: words('导出#为 Excel', 'Take the # out to Excel'),
      permission: of.read,
      query: z.strictObject({
        response,
        q: text(50).optional(),
        area: id.optional(),
        place: id.optional().describe('only what points to this place'),
        only: filterWord.optional().describe('a filter of the list'),
        sort: sorting.optional(),
        language: z.enum(['zh-CN', 'en']).default('zh-CN'),
      }),
      output: z.strictObject({
        name: z.string(),
        rows: z.int(),
        content: z.string().describe('the .xlsx file, base64'),
      }),
      example: {
        query: { ...ofResponse, language: 'zh-CN' },
        output: { name: '水源.xlsx', rows: 0, content: 'UEs=' },
      },
    }),
    upload: contract({
      id: named('bring'),
      method: 'POST',
      path: `${path}/sheets`,
      summary: words(
        '读入一份#表格，尚不写入台账',
        'Bring a sheet of #; nothing is written to the register yet',
      ),
      permission: of.write,
      largest: largestFile,
      body: z.strictObject({
        sheet: id.describe('made by the caller: brought twice it is one'),
        response,
        area: id.describe('whose sheet it is'),
        name: text(200, 1),
        content: z.base64().min(4).describe('the .xlsx or .csv file, base64'),
        worksheet: text(100).optional(),
        headerRow: z.int().min(1).max(1000).optional().describe('else it is looked for'),
      }),
      output: Sheet,
      errors: [areaElsewhere, responseClosed, outsideResponse, ...fileFaults],
      example: {
        body: {
          sheet: exampleSheet.id,
          ...ofResponse,
          area: '0e9b6c84-35a4-4e0d-8b8b-0d2f3f1c2a10',
          name: exampleSheet.name,
          content: 'UEs=',
        },
        output: exampleSheet,
      },
    }),
    list: contract({
      id: named('list-sheets-of'),
      method: 'GET',
      path: `${path}/sheets`,
      summary: words('读入过的#表格', 'The sheets of # that were brought'),
      permission: of.write,
      query: z.strictObject({ response }),
      output: z.strictObject({ sheets: z.array(Sheet) }),
      example: { query: { ...ofResponse }, output: { sheets: [exampleSheet] } },
    }),
    check: contract({
      id: named('check-sheet-of'),
      method: 'POST',
      path: `${path}/sheets/:sheet/check`,
      summary: words(
        '核对表格，一次一段：每行是新增、修改、不变、重复还是有误',
        'Check a sheet, a section at a time: what becomes of every row, and why',
      ),
      permission: of.write,
      params,
      body: z.strictObject({
        begin: z
          .strictObject({
            fields: z
              .array(
                z.strictObject({ column: z.int().min(0).max(500), field: text(60).nullable() }),
              )
              .max(200),
            sameNamed: SameNamed,
          })
          .nullable()
          .describe('what the headers mean: begins anew; null: goes on'),
      }),
      output: Sheet,
      errors,
      example: { ...example, body: { begin: null }, output: exampleSheet },
    }),
    rows: contract({
      id: named('list-rows-of-sheet-of'),
      method: 'GET',
      path: `${path}/sheets/:sheet/rows`,
      summary: words('表格各行的核对结果', 'What becomes of the rows of a sheet'),
      permission: of.write,
      params,
      query: z.strictObject({
        fate: Fate.optional(),
        offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
        limit: z.coerce.number().int().min(1).max(200).default(50),
      }),
      output: z.strictObject({
        rows: z.array(SheetRow),
        names: z.record(z.string(), z.string()),
      }),
      errors: [notFound],
      example: {
        ...example,
        query: { fate: 'refused' },
        output: {
          rows: [
            { number: 5, fate: 'new', name: '白壁村3组', changes: [], faults: [], written: false },
          ],
          names: {},
        },
      },
    }),
    write: contract({
      id: named('write-sheet-of'),
      method: 'POST',
      path: `${path}/sheets/:sheet/write`,
      summary: words(
        '把核对过的行写入台账，一次一段；中断后可继续',
        'Write the checked rows to the register, a section at a time; it goes on where it stopped',
      ),
      permission: of.write,
      params,
      body: z.strictObject({}),
      output: Sheet,
      errors: [...errors, sheetNotChecked],
      example: { ...example, body: {}, output: exampleSheet },
    }),
    undo: contract({
      id: named('undo-sheet-of'),
      method: 'POST',
      path: `${path}/sheets/:sheet/undo`,
      summary: words(
        '整表撤销，一次一段；此后又被人改过的留着并说明',
        'Take a whole sheet back, a section at a time; what was changed since stays, and is named',
      ),
      permission: of.write,
      params,
      body: z.strictObject({}),
      output: Sheet,
      errors,
      example: { ...example, body: {}, output: exampleSheet },
    }),
    discard: contract({
      id: named('discard-sheet-of'),
      method: 'POST',
      path: `${path}/sheets/:sheet/discard`,
      summary: words('丢弃读入的表格；已写入的留在台账', 'Forget a sheet; what was written stays'),
      permission: of.write,
      params,
      body: z.strictObject({}),
      output: z.strictObject({}),
      errors: [notFound],
      example: { ...example, body: {}, output: {} },
    }),
  };
}

/** Asked for where rows belong to a response, refused where they do not. */
function responseOf({ ofResponse }: Table): z.ZodOptional<typeof id> {
  return (ofResponse ? id : z.never().optional()) as unknown as z.ZodOptional<typeof id>;
}

const exampleResponse = '6e0f0a52-9a1c-4b49-9d1e-0c1f5f0a7b11';
const exampleSheet: z.input<typeof Sheet> = {
  id: '6b1c2d3e-4f5a-4b6c-8d7e-9f0a1b2c3d4e',
  name: '供水点.xlsx',
  madeBy: { account: 'c0a8a3c4-3f7e-4a1b-8a55-6f1f5b0e9d21', name: '镇供水专干' },
  madeAt: '2022-11-10T01:20:00.000Z',
  state: 'read',
  rows: 35,
  done: 0,
  headers: [{ column: 0, text: '供水点', field: 'name', found: 'also', samples: ['白壁村3组'] }],
  sameNamed: 'update',
  counts: { new: 0, changed: 0, same: 0, doubled: 0, refused: 0 },
  written: 0,
};
