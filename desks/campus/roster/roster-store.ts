import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { text } from '@liangbuwu/office/http/fields.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import { pad, unpad } from '@liangbuwu/office/keys/pad.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import { unlessHidden } from '@liangbuwu/office/register/scope.ts';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Shift, Stayer } from './roster.ts';

export interface OfSchool {
  tenant: string;
  response: string;
  school: string;
}

const Sealed = z.strictObject({ name: text(40, 1) });
const nameOf = ({ tenant, response }: OfSchool, id: string) => ({
  tenant,
  response,
  record: `stay-person:${id}`,
});

export async function listStayers(tx: Tx, keys: ResponseKeys, of: OfSchool): Promise<Stayer[]> {
  const { rows } = await sql<{ id: string; sealed: Buffer }>`select id, sealed
    from campus.stay_person where response = ${of.response} and area = ${of.school}`.execute(tx);
  return rows
    .map(({ id, sealed }) => ({
      id,
      name: Sealed.parse(unpad(keys.open(nameOf(of, id), sealed))).name,
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'zh-CN') || (a.id < b.id ? -1 : 1));
}

export async function insertStayers(
  tx: Tx,
  keys: ResponseKeys,
  of: OfSchool,
  people: readonly Stayer[],
): Promise<void> {
  for (const { id, name } of people) {
    const sealed = keys.seal(nameOf(of, id), pad({ name }));
    await unlessHidden(
      sql`insert into campus.stay_person (tenant, id, response, area, sealed)
        values (${of.tenant}, ${id}, ${of.response}, ${of.school}, ${sealed})`.execute(tx),
      say('人员', 'person'),
    );
  }
}

/** With their shifts. */
export async function deleteStayer(tx: Tx, of: OfSchool, id: string): Promise<boolean> {
  const { rows } = await sql`delete from campus.stay_person
    where id = ${id} and response = ${of.response} and area = ${of.school} returning 1`.execute(tx);
  return rows.length > 0;
}

const select = sql`select s.id, s.person, s.duty, s.day::text as day, s.begins, s.ends
  from campus.stay_shift s join campus.stay_person p on p.tenant = s.tenant and p.id = s.person`;

export async function listShifts(
  tx: Tx,
  of: Omit<OfSchool, 'tenant'> & { from: string; to: string },
): Promise<Shift[]> {
  const { rows } =
    await sql<Shift>`${select} where p.response = ${of.response} and s.area = ${of.school}
    and s.day between ${of.from} and ${of.to} order by s.day, s.begins, s.id`.execute(tx);
  return rows;
}

/** All of somebody’s, whom this school’s roster of the response has. */
export async function listOwnShifts(tx: Tx, of: OfSchool, person: string): Promise<Shift[]> {
  const { rows: known } = await sql`select from campus.stay_person
    where id = ${person} and response = ${of.response} and area = ${of.school}`.execute(tx);
  if (known.length === 0) throw refuse(notFound, { what: say('人员', 'person') });
  const { rows } = await sql<Shift>`${select} where s.person = ${person}`.execute(tx);
  return rows;
}

export async function findShift(tx: Tx, id: string): Promise<Shift | undefined> {
  const { rows } = await sql<Shift>`${select} where s.id = ${id}`.execute(tx);
  return rows[0];
}

export async function insertShift(tx: Tx, of: OfSchool, shift: Shift): Promise<void> {
  const { id, person, day, begins, ends, duty } = shift;
  await unlessHidden(
    sql`insert into campus.stay_shift (tenant, id, area, person, day, begins, ends, duty)
      values (${of.tenant}, ${id}, ${of.school}, ${person}, ${day}, ${begins}, ${ends}, ${duty})`.execute(
      tx,
    ),
    say('班次', 'shift'),
  );
}

export async function deleteShift(tx: Tx, of: OfSchool, id: string): Promise<boolean> {
  const { rows } = await sql`delete from campus.stay_shift s using campus.stay_person p
    where p.tenant = s.tenant and p.id = s.person and p.response = ${of.response}
      and s.area = ${of.school} and s.id = ${id} returning 1`.execute(tx);
  return rows.length > 0;
}
