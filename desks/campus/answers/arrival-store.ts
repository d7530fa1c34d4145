import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { unlessHidden } from '@liangbuwu/office/register/scope.ts';
import { sql } from 'kysely';

/** When schools and classes mean to begin again, by area. */
export async function listArrivals(tx: Tx, response: string): Promise<Map<string, string>> {
  const { rows } = await sql<{ area: string; at: string }>`
    select area, office.iso(at) as at from campus.arrival where response = ${response}`.execute(tx);
  return new Map(rows.map(({ area, at }) => [area, at]));
}

export async function putArrival(
  tx: Tx,
  of: { tenant: string; response: string; area: string; at: string },
): Promise<void> {
  await unlessHidden(
    sql`insert into campus.arrival (tenant, response, area, at)
      values (${of.tenant}, ${of.response}, ${of.area}, ${of.at})
      on conflict (tenant, response, area) do update set at = excluded.at`.execute(tx),
    say('班级', 'class'),
  );
}
