import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { unlessHidden } from '@liangbuwu/office/register/scope.ts';
import { sql } from 'kysely';

export interface WhereaboutsRow {
  id: string;
  member: string;
  at: string;
  /** When it was written down, by the system's clock. */
  recorded: string;
  by: string;
  sealed: Buffer;
}

const columns = sql`w.id, w.member, office.iso(w.at) as at, office.iso(w.recorded) as recorded,
  coalesce(a.name, '') as by, w.sealed`;
const from = sql`campus.whereabouts w
  left join identity.account a on a.tenant = w.tenant and a.id = w.said_by`;

/** What was said last on a day of each of these people. */
export async function listWhereabouts(
  tx: Tx,
  of: { response: string; day: string; members: readonly string[] },
): Promise<Map<string, WhereaboutsRow>> {
  const { rows } = await sql<WhereaboutsRow>`select distinct on (w.member) ${columns} from ${from}
    where w.response = ${of.response} and w.day = ${of.day} and w.member = any(${of.members}::uuid[])
    order by w.member, w.recorded desc, w.id`.execute(tx);
  return new Map(rows.map((row) => [row.member, row]));
}

/** What was said last of each of these people, on whatever day. */
export async function lastWhereabouts(
  tx: Tx,
  of: { response: string; members: readonly string[] },
): Promise<Map<string, WhereaboutsRow>> {
  const { rows } = await sql<WhereaboutsRow>`select distinct on (w.member) ${columns} from ${from}
    where w.response = ${of.response} and w.member = any(${of.members}::uuid[])
    order by w.member, w.recorded desc, w.id`.execute(tx);
  return new Map(rows.map((row) => [row.member, row]));
}

export async function findWhereabouts(tx: Tx, id: string): Promise<WhereaboutsRow | undefined> {
  const { rows } =
    await sql<WhereaboutsRow>`select ${columns} from ${from} where w.id = ${id}`.execute(tx);
  return rows[0];
}

export async function insertWhereabouts(
  tx: Tx,
  of: {
    tenant: string;
    id: string;
    response: string;
    area: string;
    member: string;
    day: string;
    at: string;
    recorded: string;
    by: string;
    sealed: Buffer;
  },
): Promise<void> {
  await unlessHidden(
    sql`insert into campus.whereabouts (tenant, id, response, area, member, day, at, recorded, said_by, sealed)
      values (${of.tenant}, ${of.id}, ${of.response}, ${of.area}, ${of.member}, ${of.day}, ${of.at}, ${of.recorded},
        ${of.by}, ${of.sealed})`.execute(tx),
    say('人员', 'person'),
  );
}
