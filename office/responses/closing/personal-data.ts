import { sql } from 'kysely';
import type { Tx } from '../../database/connection.ts';
import type { Say } from '../../http/say.ts';

/** One kind of what a room keeps of a response, by its rows. */
export interface CountedRows {
  kind: string;
  name: Say;
  count(tx: Tx, response: string): Promise<number>;
}

/** One kind of personal data that dies with its response; every room declares its own. */
export interface PersonalData extends CountedRows {
  /** All that it lies in. */
  tables: readonly string[];
  /** Deletes it, again too, and says how many records that were. */
  destroy(tx: Tx, response: string): Promise<number>;
}

interface Rows {
  kind: string;
  name: Say;
  table: `${string}.${string}`;
  /** Where the response's id stands. Default `response`. */
  column?: string;
}

/** Rows of one table that stay when their response is closed. */
export const lastingRows = ({ kind, name, table, column = 'response' }: Rows): CountedRows => ({
  kind,
  name,
  async count(tx, response) {
    const { rows } = await sql<{ records: number }>`
      select count(*)::int as records from ${sql.table(table)} where ${sql.ref(column)} = ${response}`.execute(
      tx,
    );
    return rows[0]?.records ?? 0;
  },
});

/** Rows of one table that are deleted when their response is closed, with those `below` that hang on them. */
export const personalRows = (of: Rows & { below?: readonly string[] }): PersonalData => ({
  ...lastingRows(of),
  tables: [of.table, ...(of.below ?? [])],
  async destroy(tx, response) {
    const { rows } = await sql`
      delete from ${sql.table(of.table)} where ${sql.ref(of.column ?? 'response')} = ${response} returning 1`.execute(
      tx,
    );
    return rows.length;
  },
});

export interface CountedKind {
  kind: string;
  name: Say;
  records: number;
}

export async function countAll(
  tx: Tx,
  kinds: readonly CountedRows[],
  response: string,
): Promise<CountedKind[]> {
  const counted: CountedKind[] = [];
  for (const { kind, name, count } of kinds)
    counted.push({ kind, name, records: await count(tx, response) });
  return counted;
}

export async function destroyAll(
  tx: Tx,
  kinds: readonly PersonalData[],
  response: string,
): Promise<CountedKind[]> {
  const destroyed: CountedKind[] = [];
  for (const { kind, name, destroy } of kinds)
    destroyed.push({ kind, name, records: await destroy(tx, response) });
  return destroyed;
}
