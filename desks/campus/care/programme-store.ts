import type { Clock } from '@liangbuwu/office/clock/clock.ts';
import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { getResponse } from '@liangbuwu/office/responses/store.ts';
import { sql } from 'kysely';
import type { BroadcastDay, BroadcastItem } from './programme.ts';

interface OfDay {
  response: string;
  school: string;
  day: string;
}
interface Kept extends BroadcastDay {
  version: number;
}

const select = sql`select day::text as day, items, version from campus.broadcast_day`;

export async function findDay(tx: Tx, of: OfDay): Promise<Kept | undefined> {
  const { rows } = await sql<Kept>`${select} where response = ${of.response} and area = ${of.school}
    and day = ${of.day}`.execute(tx);
  return rows[0];
}

/** The latest day before with something in it. */
export async function findBefore(tx: Tx, of: OfDay): Promise<BroadcastDay | undefined> {
  const { rows } = await sql<Kept>`${select} where response = ${of.response} and area = ${of.school}
    and day < ${of.day} and items <> '[]' order by day desc limit 1`.execute(tx);
  return rows[0] && { day: rows[0].day, items: rows[0].items };
}

export async function putDay(
  tx: Tx,
  of: OfDay & { tenant: string; items: readonly BroadcastItem[]; version: number },
): Promise<void> {
  await sql`insert into campus.broadcast_day (tenant, response, area, day, items, version)
    values (${of.tenant}, ${of.response}, ${of.school}, ${of.day}, ${JSON.stringify(of.items)}::jsonb, ${of.version})
    on conflict (tenant, response, area, day) do update set items = excluded.items, version = excluded.version`.execute(
    tx,
  );
}

/** What is read out at a school today, in the response that goes on; nothing where there is none. */
export async function listToday(
  tx: Tx,
  clock: Clock,
  school: string,
): Promise<readonly BroadcastItem[]> {
  const { rows } = await sql<{ response: string }>`select distinct on (r.starts, r.id) b.response
    from campus.broadcast_day b join responses.response r on r.tenant = b.tenant and r.id = b.response
    where b.area = ${school} and r.ended is null order by r.starts desc, r.id limit 1`.execute(tx);
  const of = rows[0];
  if (!of) return [];
  const { today: day } = await getResponse(tx, of.response, clock);
  return (await findDay(tx, { response: of.response, school, day }))?.items ?? [];
}
