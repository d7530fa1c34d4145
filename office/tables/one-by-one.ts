import { sql } from 'kysely';
import type { Tx } from '../database/connection.ts';
import { isPassing } from '../http/database-faults.ts';
import { Refusal } from '../http/refusal.ts';
import type { KeptRow } from './contract.ts';
import type { KeptTable } from './kept-table.ts';
import { goesInBulk } from './may-keep.ts';
import type { Outcome } from './save-rows.ts';

/**
 * Does something to many rows as if to one after the other, a failure undoing only itself. Where the table allows it they
 * go all at once; what the database refuses of them then is found by going one by one.
 */
export async function oneByOne<Row extends KeptRow, Asked extends { id: string }>(
  tx: Tx,
  kept: KeptTable<Row>,
  asked: readonly Asked[],
  work: (asked: readonly Asked[]) => Promise<Outcome<Row>[]>,
): Promise<Outcome<Row>[]> {
  const outcomes: Outcome<Row>[] = [];
  for (const part of goesInBulk(kept) ? withoutTwice(asked) : asked.map((one) => [one]))
    outcomes.push(...(await together(tx, part, work)));
  return outcomes;
}

async function together<Row, Asked>(
  tx: Tx,
  asked: readonly Asked[],
  work: (asked: readonly Asked[]) => Promise<Outcome<Row>[]>,
): Promise<Outcome<Row>[]> {
  try {
    return await apart(tx, () => work(asked));
  } catch (error) {
    if (isPassing(error)) throw error;
    if (asked.length > 1) {
      const outcomes: Outcome<Row>[] = [];
      for (const one of asked) outcomes.push(...(await together(tx, [one], work)));
      return outcomes;
    }
    if (error instanceof Refusal) return [error];
    throw error;
  }
}

/** In as few parts as have no id twice: the second of two sees what the first did. */
function withoutTwice<Asked extends { id: string }>(asked: readonly Asked[]): Asked[][] {
  const parts: Asked[][] = [];
  let ids = new Set<string>();
  for (const one of asked) {
    if (parts.length === 0 || ids.has(one.id)) {
      parts.push([]);
      ids = new Set();
    }
    parts.at(-1)?.push(one);
    ids.add(one.id);
  }
  return parts;
}

/** Runs what its failure undoes alone. */
async function apart<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await sql`savepoint one_by_one`.execute(tx);
  try {
    const done = await work();
    await sql`release savepoint one_by_one`.execute(tx);
    return done;
  } catch (error) {
    await sql`rollback to savepoint one_by_one`.execute(tx);
    throw error;
  }
}
