import type { RawBuilder } from 'kysely';
import type { Tx } from '../database/connection.ts';
import type { Deed } from '../http/endpoint.ts';
import type { Refusal } from '../http/refusal.ts';
import type { Say } from '../http/say.ts';
import type { Actor } from '../identity/actor.ts';
import { type ColumnKind, type Table } from './column.ts';
import type { Doubt, KeptRow } from './contract.ts';

/** A table that people keep, as the server keeps it. */
export interface KeptTable<Row extends KeptRow = KeptRow> {
  table: Table;
  /** What a row is called in the ledger and in its history: `source` of `source:2f0c…`. */
  subject: string;
  /** `schema.table`; it has the columns tenant, id, area, version, removed and sound. */
  stored: `${string}.${string}`;
  /** The database's column of each field besides id, area and version. */
  fields: Readonly<Record<string, string>>;
  /** Fields that are stored as JSON. */
  json?: readonly string[];
  /** Fields that tell rows apart for a person who gives no id, the most telling last. */
  key: readonly string[];
  /** Fields that the database works out by itself. */
  derived?: readonly string[];
  /** What a row is found by. */
  names(row: Row): readonly string[];
  /** Columns that are no fields, worked out from the rows whenever they are written; of each, in their order. */
  beside?(tx: Tx, rows: readonly Row[]): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** The column of `beside` that rows without an id are told apart by, in place of the last field of `key`. */
  alike?: string;
  /** The columns that some fields are sorted by, in place of their own. */
  sortedBy?: Readonly<Record<string, string>>;
  /** What a list may be narrowed to, as conditions on the row `r`: of a response, on the day of today. */
  only?: Readonly<Record<string, (response: string, today: string) => RawBuilder<unknown>>>;
  /** Headers of what a table of personal data must not learn: where they mean no field, their cells are not read in. */
  leftOut?: RegExp;
  /** The topics that open pages hear when a row has changed. */
  topics: readonly string[];
  /** The tables that columns of kind `row` point into, by their id. */
  others?: Readonly<Record<string, KeptTable<never>>>;
  /** Refuses what may not be kept; says what looks wrong in what may. */
  check?(deed: Deed & { actor: Actor }, row: Row, before: Row | undefined): Promise<Doubt[]>;
  /** In place of `check` where many rows are looked at at once: the doubts of each, or why it is refused. */
  checkAll?(
    deed: Deed & { actor: Actor },
    rows: readonly Asked<Row>[],
  ): Promise<readonly (Doubt[] | Refusal)[]>;
  /** What else is to be written when a row is, in the same transaction. */
  onSave?(deed: Deed & { actor: Actor }, row: Row, before: Row | undefined): Promise<void>;
  /** Refuses a removal that would leave others without what they need. */
  mayRemove?(deed: Deed & { actor: Actor }, row: Row): Promise<void>;
  /** In place of `mayRemove` where many rows are looked at at once: why each is refused, if it is. */
  mayRemoveAll?(
    deed: Deed & { actor: Actor },
    rows: readonly Row[],
  ): Promise<readonly (Refusal | undefined)[]>;
  /** The response that a change belongs to, and what time it is there. */
  moment?(tx: Tx, row: Row, deed: Deed): Promise<Moment | undefined>;
}

/** A row as it is to be kept, beside what it was. */
export interface Asked<Row> {
  row: Row;
  before: Row | undefined;
}

export interface Moment {
  response: string;
  at: Temporal.Instant;
}

/** Fields that a person types in. */
export const typedFields = (table: Table): string[] =>
  table.columns.filter(({ shown }) => !shown).map(({ field }) => field);

/** Whether a column's values may stand in the ledger: figures, days, choices and ids, never what somebody wrote. */
export const isFigure = (kind: ColumnKind): boolean => kind !== 'text';

/** The words of what is recorded about a table's rows, for the ledger. */
export function tableWords(kept: KeptTable<never>): Record<string, Say> {
  const { one } = kept.table;
  const words = (zh: string, en: string): Say => ({
    'zh-CN': zh.replace('#', one['zh-CN']),
    en: en.replace('#', one.en),
  });
  const named = actionsOf(kept);
  return {
    [named.put]: words('登记或修改#', 'Registered or changed: #'),
    [named.removed]: words('移除#', 'Taken off the register: #'),
    [named.undone]: words('撤销对#的修改', 'Change undone: #'),
    [named.sheet]: words('读入#表格', 'Sheet brought in: #'),
    ...(kept.table.personal && { [named.out]: words('导出#表格', 'Taken out as a sheet: #') }),
  };
}

export const actionsOf = ({ table, subject }: KeptTable<never>) => {
  const [room] = table.id.split('.');
  return {
    put: `${room}.${subject}-put`,
    removed: `${room}.${subject}-removed`,
    undone: `${room}.${subject}-undone`,
    sheet: `${room}.${subject}-sheet`,
    out: `${room}.${subject}-sheet-out`,
  } as const;
};
