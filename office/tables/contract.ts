import { z } from 'zod';
import { contract, type Permission } from '../http/contract.ts';
import { id, instant, text, version } from '../http/fields.ts';
import type { RefusalKind } from '../http/refusal.ts';
import { Say, say } from '../http/say.ts';
import { areaElsewhere, changedMeanwhile, notFound } from '../http/shared-refusals.ts';
import type { Table } from './column.ts';
import { changedSince, nothingToUndo, rowRemoved } from './refusals.ts';

/** Something that looks wrong in a row and is kept all the same: who enters it decides. */
export const Doubt = z.strictObject({ field: z.string(), cause: Say, remedy: Say });
export type Doubt = z.infer<typeof Doubt>;

export const FieldChange = z.strictObject({
  field: z.string(),
  before: z.unknown(),
  after: z.unknown(),
});
export type FieldChange = z.infer<typeof FieldChange>;

/** One change of a row, as its history tells it. */
export const Change = z.strictObject({
  number: z.int().describe("its place in the row's history, from 1"),
  deed: z.enum(['added', 'changed', 'removed', 'restored']),
  at: instant,
  by: z.strictObject({ account: id, name: z.string() }),
  fields: z.array(FieldChange),
  why: z.string().nullable().describe('of a removal, where its table asks for it'),
  undoes: z.int().nullable().describe('the change that this one took back'),
  undone: z.int().nullable().describe('the change that took this one back'),
});
export type Change = z.infer<typeof Change>;

/** What every kept row has besides its own fields. */
export interface KeptRow {
  id: string;
  area: string;
  version: number;
}

/** The names of the areas, places and rows that rows point to, by id. */
export const Names = z.record(z.string(), z.string());

/** How a list is sorted. */
export const sorting = z
  .string()
  .regex(/^-?[a-zA-Z]{1,40}$/, { error: 'a field, with - before it to turn round' });

/** What a list is narrowed to, by name. */
export const filterWord = z
  .string()
  .regex(/^[a-z-]{1,40}$/, { error: 'a filter, or a finding of /findings' });

export interface TableContractSpec<Row extends z.ZodObject, Fields extends z.ZodObject> {
  table: Table;
  path: `/api/${string}`;
  row: Row;
  /** What is typed in: the row without id, version and what deeds of their own change. */
  fields: Fields;
  read: Permission;
  write: Permission;
  /** What a row of this table may be refused for, besides what all are. */
  // oxlint-disable-next-line typescript/no-explicit-any -- as in Contract
  errors?: readonly RefusalKind<any>[];
  example: { row: z.input<Row>; fields: z.input<Fields> };
}

/**
 * The routes of a table that people keep. A row is put under an id that its caller makes, so that sending it twice is
 * sending it once; `version` is the one that was seen, and a row that is another by now is not written over.
 */
export function tableContracts<Row extends z.ZodObject, Fields extends z.ZodObject>(
  spec: TableContractSpec<Row, Fields>,
) {
  const { table, path, row, fields, example } = spec;
  const [room, rows = ''] = table.id.split('.');
  const named = (deed: string): `${string}.${string}` => `${room}.${deed}-${rows}`;
  const words = (zh: string, en: string) =>
    say(
      zh.replaceAll('#', table.one['zh-CN']),
      en.replaceAll('##', table.many.en).replaceAll('#', table.one.en),
    );
  const params = z.strictObject({ row: id });
  const errors = [...(spec.errors ?? []), notFound];
  const exampleId = String((example.row as { id: unknown }).id);
  const saved = z.strictObject({
    row,
    change: z.int().nullable().describe('its number in the history; null: it was so already'),
    doubts: z.array(Doubt),
  });
  return {
    table,
    row,
    fields,
    list: contract({
      id: named('list'),
      method: 'GET',
      path,
      summary: words(
        '#一览：按名称、拼音首字母查找，分段读取',
        'List ##: by name or pinyin, in sections',
      ),
      permission: spec.read,
      query: z.strictObject({
        q: text(50).optional().describe('part of a name, pinyin or its initials'),
        area: id.optional().describe('only in this area and below it'),
        sort: sorting.optional(),
        removed: z.enum(['yes', 'no']).default('no').describe('those taken off the register'),
        offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
        limit: z.coerce.number().int().min(1).max(500).default(100),
      }),
      output: z.strictObject({ rows: z.array(row), total: z.int(), names: Names }),
      example: {
        query: { q: 'hq', limit: 50 },
        output: { rows: [example.row], total: 1, names: {} } as never,
      },
    }),
    get: contract({
      id: named('read'),
      method: 'GET',
      path: `${path}/:row`,
      summary: words('一条#', 'One #'),
      permission: spec.read,
      params,
      output: z.strictObject({ row, removed: z.boolean(), names: Names }),
      errors: [notFound],
      example: {
        params: { row: exampleId },
        output: { row: example.row, removed: false, names: {} } as never,
      },
    }),
    put: contract({
      id: named('put'),
      method: 'PUT',
      path: `${path}/:row`,
      summary: words('登记或修改#', 'Register a # or change it'),
      permission: spec.write,
      params,
      body: fields.safeExtend({
        version: version
          .optional()
          .describe('the version that was changed; left out: whatever is there'),
      }),
      output: saved,
      errors: [...errors, areaElsewhere, changedMeanwhile, rowRemoved],
      example: {
        params: { row: exampleId },
        body: example.fields as never,
        output: { row: example.row, change: 1, doubts: [] } as never,
      },
    }),
    remove: contract({
      id: named('remove'),
      method: 'POST',
      path: `${path}/:row/remove`,
      summary: words('移除#，可撤销', 'Take a # off the register; it can be undone'),
      permission: spec.write,
      params,
      body: z.strictObject({ version, why: whyOf(table) }),
      output: saved,
      errors: [...errors, changedMeanwhile, rowRemoved],
      example: {
        params: { row: exampleId },
        body: { version: 1, ...(table.whys?.[0] && { why: table.whys[0].value }) },
        output: { row: example.row, change: 2, doubts: [] } as never,
      },
    }),
    changes: contract({
      id: named('list-changes-of'),
      method: 'GET',
      path: `${path}/:row/changes`,
      summary: words('一条#的修改记录', 'The history of a #, the latest first'),
      permission: spec.read,
      params,
      output: z.strictObject({ changes: z.array(Change), names: Names }),
      errors: [notFound],
      example: { params: { row: exampleId }, output: { changes: [exampleChange], names: {} } },
    }),
    undo: contract({
      id: named('undo'),
      method: 'POST',
      path: `${path}/:row/undo`,
      summary: words('撤销对#的一次修改', 'Take back one change of a #'),
      permission: spec.write,
      params,
      body: z.strictObject({ number: z.int().min(1).max(1_000_000) }),
      output: saved,
      errors: [...errors, areaElsewhere, nothingToUndo, changedSince, rowRemoved],
      example: {
        params: { row: exampleId },
        body: { number: 1 },
        output: { row: example.row, change: 2, doubts: [] } as never,
      },
    }),
    edit: contract({
      id: named('edit'),
      method: 'PUT',
      path: `${path}/:row/editing/:tab`,
      summary: words(
        '告诉同事我正在改这条#；每 20 秒一次',
        'Tell colleagues that I am editing this #; repeated every 20 s',
      ),
      permission: spec.write,
      params: z.strictObject({ row: id, tab: id }),
      body: z.strictObject({ editing: z.boolean().describe('false: no longer') }),
      output: z.strictObject({
        others: z.array(z.strictObject({ account: id, name: z.string() })),
      }),
      errors: [notFound],
      example: {
        params: { row: exampleId, tab: '9d4c7f6e-5b3a-4c2d-8e1f-0a9b8c7d6e06' },
        body: { editing: true },
        output: { others: [] },
      },
    }),
  };
}

/** Asked for where the table has reasons to choose from, refused where it has none. */
function whyOf({ whys }: Table): z.ZodOptional<z.ZodString> {
  const why = whys ? z.enum(whys.map(({ value }) => value)) : z.never().optional();
  return why as unknown as z.ZodOptional<z.ZodString>;
}

const exampleChange: Change = {
  number: 1,
  deed: 'changed',
  at: '2022-11-10T01:20:00.000Z',
  by: { account: 'c0a8a3c4-3f7e-4a1b-8a55-6f1f5b0e9d21', name: '镇值班员' },
  fields: [{ field: 'bays', before: 1, after: 2 }],
  why: null,
  undoes: null,
  undone: null,
};
