import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { pad, unpad } from '@liangbuwu/office/keys/pad.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import { unlessHidden } from '@liangbuwu/office/register/scope.ts';
import { sql } from 'kysely';
import { z } from 'zod';
import { type CheckKind, Exception } from './checks.ts';

/** What somebody said of a class: who was not in order, and of how many without a name. */
export const Said = z.strictObject({
  named: z.array(Exception),
  unnamed: z.strictObject({ people: z.int(), unwell: z.int(), absent: z.int() }),
});
export type Said = z.infer<typeof Said>;

export interface CheckRow {
  id: string;
  area: string;
  day: string;
  kind: CheckKind;
  number: number;
  people: number;
  exceptions: number;
  unwell: number;
  absent: number;
  unnamed: number;
  at: string;
  by: string;
  sealed: Buffer;
}

const select = sql`select c.id, c.area, c.day::text as day, c.kind, c.number, c.people, c.exceptions, c.unwell, c.absent,
    c.unnamed, office.iso(c.at) as at, coalesce(a.name, '') as by, c.sealed
  from campus.class_check c left join identity.account a on a.tenant = c.tenant and a.id = c.said_by`;

/** What was said last of each check of a day. */
export async function listChecks(
  tx: Tx,
  of: { response: string; day: string; areas: readonly string[] },
): Promise<CheckRow[]> {
  const { rows } = await sql<CheckRow>`select distinct on (area, kind) * from (${select}
    where c.response = ${of.response} and c.day = ${of.day} and c.area = any(${of.areas}::uuid[])) said
    order by area, kind, number desc`.execute(tx);
  return rows;
}

export async function findCheck(tx: Tx, id: string): Promise<CheckRow | undefined> {
  const { rows } = await sql<CheckRow>`${select} where c.id = ${id}`.execute(tx);
  return rows[0];
}

interface In {
  tenant: string;
  response: string;
}
const nameOf = ({ tenant, response }: In, id: string) => ({
  tenant,
  response,
  record: `class-check:${id}`,
});

export const openCheck = (
  keys: ResponseKeys,
  of: In,
  { id, sealed }: Pick<CheckRow, 'id' | 'sealed'>,
): Said => Said.parse(unpad(keys.open(nameOf(of, id), sealed)));

export async function insertCheck(
  tx: Tx,
  keys: ResponseKeys,
  of: In & Omit<CheckRow, 'sealed'> & { said: Said },
): Promise<void> {
  const sealed = keys.seal(nameOf(of, of.id), pad(of.said));
  await unlessHidden(
    sql`insert into campus.class_check (tenant, id, response, area, day, kind, number, people, exceptions, unwell,
        absent, unnamed, at, said_by, sealed)
      values (${of.tenant}, ${of.id}, ${of.response}, ${of.area}, ${of.day}, ${of.kind}, ${of.number}, ${of.people},
        ${of.exceptions}, ${of.unwell}, ${of.absent}, ${of.unnamed}, ${of.at}, ${of.by}, ${sealed})`.execute(
      tx,
    ),
    say('班级', 'class'),
  );
}
