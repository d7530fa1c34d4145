import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { sql } from 'kysely';

/** Families to whom this class gave a link. */
export async function listLinked(tx: Tx, area: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ household: string; number: number }>`
    select household, number from campus.home_link where area = ${area}`.execute(tx);
  return new Map(rows.map(({ household, number }) => [household, number]));
}

export async function putLink(
  tx: Tx,
  of: {
    tenant: string;
    response: string;
    household: string;
    area: string;
    number: number;
    link: Buffer;
    at: string;
    by: string;
  },
): Promise<void> {
  await sql`insert into campus.home_link (tenant, household, area, response, number, link, given_at, given_by)
    values (${of.tenant}, ${of.household}, ${of.area}, ${of.response}, ${of.number}, ${of.link}, ${of.at}, ${of.by})
    on conflict (tenant, household, area) do update set number = excluded.number, link = excluded.link,
      given_at = excluded.given_at, given_by = excluded.given_by`.execute(tx);
}

/** Narrows the transaction to the classes of this family’s children; undefined where the secret opens nothing. */
export async function enterHome(
  tx: Tx,
  secret: Buffer,
): Promise<{ tenant: string; response: string; household: string } | undefined> {
  const { rows } = await sql<{
    entered: { tenant: string; response: string; household: string } | null;
  }>`select campus.enter_home(${secret}) as entered`.execute(tx);
  return rows[0]?.entered ?? undefined;
}
