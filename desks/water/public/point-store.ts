import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { sql } from 'kysely';

/** Which point a transaction has come in by. It sees the rows of this village, and of no other. */
export interface EnteredPoint {
  tenant: string;
  point: string;
  area: string;
  desk: string;
}

/** Narrows the transaction to the village of the point that has this code; undefined where there is none. */
export async function enterPoint(tx: Tx, code: string): Promise<EnteredPoint | undefined> {
  const { rows } = await sql<{ entered: EnteredPoint | null }>`
    select water.enter_point(${code}) as entered`.execute(tx);
  return rows[0]?.entered ?? undefined;
}

/** The households that a point serves: for sums by hamlet, never to be shown one by one. */
export async function listHouseholds(
  tx: Tx,
  of: { response: string; point: string },
): Promise<{ label: string; people: number }[]> {
  const { rows } = await sql<{ label: string; people: number }>`
    select h.label, h.people from register.household h
    join water.point p on p.tenant = h.tenant and p.place = h.place and p.id = ${of.point}
    where h.response = ${of.response} and not h.removed order by h.label_order, h.id`.execute(tx);
  return rows;
}

/** What residents say of promises, counted: nobody is told by whom. */
export async function countComplaints(
  tx: Tx,
  promises: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ about: string; count: number }>`
    select about, count(*) as count from water.request
    where about = any(${promises}::uuid[]) and state <> 'withdrawn' group by about`.execute(tx);
  return new Map(rows.map(({ about, count }) => [about, count]));
}
