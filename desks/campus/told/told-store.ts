import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { unlessHidden } from '@liangbuwu/office/register/scope.ts';
import { sql } from 'kysely';
import type { ToldHow } from './told.ts';

export interface ToldRow {
  member: string;
  entry: string | null;
  how: ToldHow;
  at: string;
  by: string | null;
  /** Since when the answer has been another one; null: nobody has noticed that it is. */
  changed: string | null;
  mark: Buffer;
  sealed: Buffer;
}

/** What was told last of each of these. */
export async function listTold(
  tx: Tx,
  response: string,
  members: readonly string[],
): Promise<Map<string, ToldRow>> {
  const { rows } =
    await sql<ToldRow>`select t.member, t.entry, t.how, office.iso(t.at) as at, a.name as by,
      office.iso(t.changed) as changed, t.mark, t.sealed
    from campus.told_answer t
    left join identity.account a on a.tenant = t.tenant and a.id = t.told_by
    where t.response = ${response} and t.member = any(${members}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.member, row]));
}

export async function putTold(
  tx: Tx,
  of: {
    tenant: string;
    response: string;
    area: string;
    member: string;
    entry: string | null;
    how: ToldHow;
    at: string;
    by: string | null;
    mark: Buffer;
    sealed: Buffer;
  },
): Promise<void> {
  await unlessHidden(
    sql`insert into campus.told_answer (tenant, member, response, area, entry, how, at, told_by, mark, sealed)
      values (${of.tenant}, ${of.member}, ${of.response}, ${of.area}, ${of.entry}, ${of.how}, ${of.at}, ${of.by},
        ${of.mark}, ${of.sealed})
      on conflict (tenant, member) do update set area = excluded.area, entry = excluded.entry, how = excluded.how,
        at = excluded.at, told_by = excluded.told_by, mark = excluded.mark, sealed = excluded.sealed,
        changed = null`.execute(tx),
    say('人员', 'person'),
  );
}

/** Writes down when it was noticed, unless somebody was told meanwhile; null: the answer is again as it was told. */
export async function setChanged(
  tx: Tx,
  of: readonly { member: string; mark: Buffer; changed: string | null }[],
): Promise<void> {
  await sql`update campus.told_answer t set changed = n.changed
    from unnest(${of.map(({ member }) => member)}::uuid[], ${of.map(({ mark }) => mark)}::bytea[],
      ${of.map(({ changed }) => changed)}::timestamptz[]) n (member, mark, changed)
    where t.member = n.member and t.mark = n.mark`.execute(tx);
}
