import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { sql } from 'kysely';

export interface HomeLink {
  returnee: string;
  number: number;
  sealed: Buffer;
}

export async function findLink(tx: Tx, returnee: string): Promise<HomeLink | undefined> {
  const { rows } = await sql<HomeLink>`select returnee, number, sealed from gate.home_link
    where returnee = ${returnee}`.execute(tx);
  return rows[0];
}

export async function putLink(
  tx: Tx,
  of: { tenant: string; response: string; area: string },
  row: HomeLink & { link: Buffer; at: string; by: string },
): Promise<void> {
  await sql`insert into gate.home_link (tenant, returnee, response, area, number, link, sealed, given_at, given_by)
    values (${of.tenant}, ${row.returnee}, ${of.response}, ${of.area}, ${row.number}, ${row.link}, ${row.sealed},
      ${row.at}, ${row.by})
    on conflict (tenant, returnee) do update set number = excluded.number, link = excluded.link,
      sealed = excluded.sealed, given_at = excluded.given_at, given_by = excluded.given_by`.execute(
    tx,
  );
}

export interface HomeWordRow {
  id: string;
  returnee: string;
  day: string;
  at: string;
  saidMark: Buffer;
  sealed: Buffer;
}

const columns = sql`id, returnee, day, office.iso(at) as at, said_mark as "saidMark", sealed`;

export async function findWord(tx: Tx, id: string): Promise<HomeWordRow | undefined> {
  const { rows } = await sql<HomeWordRow>`select ${columns} from gate.home_word
    where id = ${id}`.execute(tx);
  return rows[0];
}

/** The last word of each day, of these households. */
export async function listLastWords(tx: Tx, returnees: readonly string[]): Promise<HomeWordRow[]> {
  const { rows } =
    await sql<HomeWordRow>`select distinct on (returnee, day) ${columns} from gate.home_word
    where returnee = any(${returnees}::uuid[]) order by returnee, day, recorded desc, id`.execute(
      tx,
    );
  return rows;
}

export async function countWords(tx: Tx, of: { returnee: string; day: string }): Promise<number> {
  const { rows } = await sql<{
    count: number;
  }>`select count(*)::integer as count from gate.home_word
    where returnee = ${of.returnee} and day = ${of.day}`.execute(tx);
  return rows[0]?.count ?? 0;
}

export async function insertWord(
  tx: Tx,
  of: { tenant: string; response: string; area: string },
  row: HomeWordRow & { recorded: string; nobody: boolean },
): Promise<void> {
  await sql`insert into gate.home_word (tenant, id, returnee, response, area, day, at, recorded, nobody, said_mark, sealed)
    values (${of.tenant}, ${row.id}, ${row.returnee}, ${of.response}, ${of.area}, ${row.day}, ${row.at},
      ${row.recorded}, ${row.nobody}, ${row.saidMark}, ${row.sealed})`.execute(tx);
}
