import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { id, instant } from '@liangbuwu/office/http/fields.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import { pad, unpad } from '@liangbuwu/office/keys/pad.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import { sql } from 'kysely';
import { z } from 'zod';
import { type Run, station, type Tube, type TubeResult } from './run.ts';

const select = sql`select t.id, t.station, t.code, t.people, t.unnamed, office.iso(t.opened_at) as "openedAt",
    office.iso(t.closed_at) as "closedAt", t.result, office.iso(t.reported_at) as "reportedAt", t.version,
    coalesce(f.all_of, 0)::int as "followUps", coalesce(f.done, 0)::int as followed
  from campus.sampling_tube t left join lateral (
    select count(*) as all_of, count(*) filter (where u.done) as done
    from campus.sampling_follow_up u where u.tenant = t.tenant and u.tube = t.id) f on true`;

export async function listTubes(tx: Tx, session: string): Promise<Tube[]> {
  const { rows } = await sql<Tube>`${select}
    where t.session = ${session} order by t.opened_at, t.code`.execute(tx);
  return rows;
}

export async function getTube(tx: Tx, of: { session: string; tube: string }): Promise<Tube> {
  const { rows } = await sql<Tube>`${select}
    where t.session = ${of.session} and t.id = ${of.tube}`.execute(tx);
  if (!rows[0]) throw refuse(notFound, { what: say('采样管', 'tube') });
  return rows[0];
}

interface In {
  tenant: string;
  response: string;
  session: string;
  school: string;
}

/** False: another tube of this response has the code. */
export async function insertTube(
  tx: Tx,
  of: In & Pick<Tube, 'id' | 'station' | 'code'> & { at: string },
): Promise<boolean> {
  const { numAffectedRows } =
    await sql`insert into campus.sampling_tube (tenant, id, response, session, area, station,
      code, people, unnamed, opened_at, version)
    values (${of.tenant}, ${of.id}, ${of.response}, ${of.session}, ${of.school}, ${of.station}, ${of.code}, 0, 0,
      ${of.at}, 1) on conflict (tenant, response, code) do nothing`.execute(tx);
  return Number(numAffectedRows) === 1;
}

/** One more or one less in it; closed at the moment, or open. */
export async function fillTube(
  tx: Tx,
  tube: string,
  by: { people: number; unnamed: number; closed: string | null },
): Promise<void> {
  await sql`update campus.sampling_tube set people = people + ${by.people}, unnamed = unnamed + ${by.unnamed},
    closed_at = ${by.closed} where id = ${tube}`.execute(tx);
}

/** What is open is closed; what nobody is in is as if it had not been opened. */
export async function closeTubes(tx: Tx, session: string, at: string): Promise<void> {
  await sql`delete from campus.sampling_tube where session = ${session} and people = 0`.execute(tx);
  await sql`update campus.sampling_tube set closed_at = ${at}
    where session = ${session} and closed_at is null`.execute(tx);
}

export async function setResult(
  tx: Tx,
  tube: string,
  of: { result: TubeResult; reported: string },
): Promise<void> {
  await sql`update campus.sampling_tube set result = ${of.result}, reported_at = ${of.reported},
    version = version + 1 where id = ${tube}`.execute(tx);
}

/** Where somebody's swab is; null: they came, and that is all that is kept. */
const Place = z.strictObject({
  place: z.strictObject({ tube: id, station, at: instant }).nullable(),
});
export type Place = z.infer<typeof Place>['place'];

export interface Swab {
  id: string;
  member: string;
  place: Place;
}

const nameOf = ({ tenant, response, session }: In, member: string) => ({
  tenant,
  response,
  record: `sampling:${session}/person:${member}`,
});

/** Who was sampled, by id. */
export async function listSampled(tx: Tx, session: string): Promise<string[]> {
  const { rows } = await sql<{ member: string }>`select member from campus.sampling_swab
    where session = ${session}`.execute(tx);
  return rows.map(({ member }) => member);
}

/** How many are on the list and not sampled yet. */
export async function countLeft(
  tx: Tx,
  { session, response, groups }: Pick<Run, 'session' | 'response' | 'groups'>,
): Promise<number> {
  const areas = groups.flatMap((group) => group.areas);
  // "not in" is hashed whatever the planner thinks of tables that grew a minute ago.
  const { rows } = await sql<{ left: number }>`select count(*)::int as left from campus.member m
    where m.response = ${response} and m.area = any(${areas}::uuid[])
      and m.id not in (select s.member from campus.sampling_swab s where s.session = ${session})`.execute(
    tx,
  );
  return rows[0]?.left ?? 0;
}

export async function listSwabs(
  tx: Tx,
  keys: ResponseKeys,
  of: In,
  which: { member: string } | { swab: string } | 'all',
): Promise<Swab[]> {
  const where =
    which === 'all'
      ? sql`true`
      : 'member' in which
        ? sql`member = ${which.member}`
        : sql`id = ${which.swab}`;
  const { rows } = await sql<{ id: string; member: string; sealed: Buffer }>`
    select id, member, sealed from campus.sampling_swab where session = ${of.session} and ${where}`.execute(
    tx,
  );
  return rows.map(({ id, member, sealed }) => {
    const { place } = Place.parse(unpad(keys.open(nameOf(of, member), sealed)));
    return { id, member, place };
  });
}

export async function insertSwab(tx: Tx, keys: ResponseKeys, of: In, swab: Swab): Promise<void> {
  const sealed = keys.seal(nameOf(of, swab.member), pad({ place: swab.place }));
  await sql`insert into campus.sampling_swab (tenant, session, member, id, response, area, sealed)
    values (${of.tenant}, ${of.session}, ${swab.member}, ${swab.id}, ${of.response}, ${of.school}, ${sealed})`.execute(
    tx,
  );
}

export async function deleteSwab(tx: Tx, id: string): Promise<void> {
  await sql`delete from campus.sampling_swab where id = ${id}`.execute(tx);
}
