import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { pad, unpad } from '@liangbuwu/office/keys/pad.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import { unlessHidden } from '@liangbuwu/office/register/scope.ts';
import { sql } from 'kysely';
import { z } from 'zod';
import type { OfResponse } from './lesson-store.ts';
import { Said } from './where-today.ts';

const Kept = z.strictObject({ said: Said });
interface Row {
  id: string;
  member: string;
  at: string;
  sealed: Buffer;
}
export interface SaidToday {
  id: string;
  member: string;
  at: string;
  said: Said;
}

const nameOf = ({ tenant, response }: OfResponse, { id, member }: Pick<Row, 'id' | 'member'>) => ({
  tenant,
  response,
  record: `campus-lesson-today:${member}:${id}`,
});
const columns = sql`t.id, t.member, office.iso(t.at) as at, t.sealed`;
const open = (keys: ResponseKeys, of: OfResponse, { sealed, ...row }: Row): SaidToday => ({
  ...row,
  ...Kept.parse(unpad(keys.open(nameOf(of, row), sealed))),
});

/** What was said last on a day of each of these pupils. */
export async function listSaid(
  tx: Tx,
  keys: ResponseKeys,
  of: OfResponse & { day: string; members: readonly string[] },
): Promise<Map<string, SaidToday>> {
  const { rows } =
    await sql<Row>`select distinct on (t.member) ${columns} from campus.lesson_today t
    where t.response = ${of.response} and t.day = ${of.day} and t.member = any(${of.members}::uuid[])
    order by t.member, t.recorded desc, t.id`.execute(tx);
  return new Map(rows.map((row) => [row.member, open(keys, of, row)]));
}

export async function findSaid(
  tx: Tx,
  keys: ResponseKeys,
  of: OfResponse & { id: string },
): Promise<SaidToday | undefined> {
  const { rows } =
    await sql<Row>`select ${columns} from campus.lesson_today t where t.id = ${of.id}`.execute(tx);
  return rows[0] && open(keys, of, rows[0]);
}

export async function insertSaid(
  tx: Tx,
  keys: ResponseKeys,
  of: OfResponse & SaidToday & { area: string; day: string; recorded: string; by: string },
): Promise<void> {
  const sealed = keys.seal(nameOf(of, of), pad({ said: of.said }));
  await unlessHidden(
    sql`insert into campus.lesson_today (tenant, id, response, area, member, day, at, recorded, said_by, sealed)
      values (${of.tenant}, ${of.id}, ${of.response}, ${of.area}, ${of.member}, ${of.day}, ${of.at}, ${of.recorded},
        ${of.by}, ${sealed})`.execute(tx),
    say('人员', 'person'),
  );
}
