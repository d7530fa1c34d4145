import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { sql } from 'kysely';
import type { Counselling, HelpLine } from './care.ts';

export interface KeptCounselling extends Counselling {
  version: number;
}

export async function findCounselling(
  tx: Tx,
  of: { response: string; school: string },
  lock?: 'lock',
): Promise<KeptCounselling | undefined> {
  const { rows } = await sql<KeptCounselling>`select open, lines, version from campus.counselling
    where response = ${of.response} and area = ${of.school} ${lock ? sql`for update` : sql``}`.execute(
    tx,
  );
  return rows[0];
}

/** Schools that take requests, with the help numbers that they entered. */
export async function listOpen(
  tx: Tx,
  of: { response: string; schools: readonly string[] },
): Promise<Map<string, readonly HelpLine[]>> {
  const { rows } = await sql<{ school: string; lines: HelpLine[] }>`
    select area as school, lines from campus.counselling
    where response = ${of.response} and open and area = any(${of.schools}::uuid[])`.execute(tx);
  return new Map(rows.map(({ school, lines }) => [school, lines]));
}

export async function putCounselling(
  tx: Tx,
  of: { tenant: string; response: string; school: string } & KeptCounselling,
): Promise<void> {
  await sql`insert into campus.counselling (tenant, response, area, open, lines, version)
    values (${of.tenant}, ${of.response}, ${of.school}, ${of.open}, ${JSON.stringify(of.lines)}::jsonb, ${of.version})
    on conflict (tenant, response, area) do update set open = excluded.open, lines = excluded.lines,
      version = excluded.version`.execute(tx);
}
