import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import { unlessHidden } from '@liangbuwu/office/register/scope.ts';
import { sql } from 'kysely';
import type { Stage } from '../campus.ts';
import type { MemberKind } from './member.ts';

export interface Member {
  id: string;
  tenant: string;
  response: string;
  area: string;
  kind: MemberKind;
  /** Pupils of one family have the same. */
  household: string;
}

const columns = sql`m.id, m.tenant, m.response, m.area, m.kind, m.household`;

export async function findMember(tx: Tx, id: string): Promise<Member | undefined> {
  const { rows } = await sql<Member>`select ${columns} from campus.member m
    where m.id = ${id} for update`.execute(tx);
  return rows[0];
}

export async function getMember(tx: Tx, of: { response: string; member: string }): Promise<Member> {
  const found = await findMember(tx, of.member);
  if (found?.response !== of.response) throw refuse(notFound, { what: say('人员', 'person') });
  return found;
}

/** Those of an area and of all below it, or of a family. */
export async function listMembers(
  tx: Tx,
  response: string,
  of: { area: string } | { household: string } | 'all',
): Promise<Member[]> {
  const where =
    of === 'all'
      ? sql`true`
      : 'area' in of
        ? sql`m.area in (select register.below(${of.area}))`
        : sql`m.household = ${of.household}`;
  const { rows } = await sql<Member>`select ${columns} from campus.member m
    where m.response = ${response} and ${where} order by m.area, m.id`.execute(tx);
  return rows;
}

/** Those of a class, or of a school in no class. */
export async function listMembersOf(tx: Tx, response: string, area: string): Promise<Member[]> {
  const { rows } = await sql<Member>`select ${columns} from campus.member m
    where m.response = ${response} and m.area = ${area} order by m.id`.execute(tx);
  return rows;
}

export async function putMember(tx: Tx, of: Member): Promise<void> {
  await unlessHidden(
    sql`insert into campus.member (tenant, id, response, area, kind, household)
      values (${of.tenant}, ${of.id}, ${of.response}, ${of.area}, ${of.kind}, ${of.household})
      on conflict (tenant, id) do update set area = excluded.area, kind = excluded.kind,
        household = excluded.household`.execute(tx),
    say('人员', 'person'),
  );
}

/** People who are new, each a household of their own; those that are there already stay as they are. */
export async function insertMembers(
  tx: Tx,
  of: Pick<Member, 'tenant' | 'response' | 'area' | 'kind'>,
  ids: readonly string[],
): Promise<string[]> {
  const { rows } = await unlessHidden(
    sql<{ id: string }>`insert into campus.member (tenant, id, response, area, kind, household)
      select ${of.tenant}, id, ${of.response}, ${of.area}, ${of.kind}, id from unnest(${ids}::uuid[]) m (id)
      on conflict (tenant, id) do nothing returning id`.execute(tx),
    say('人员', 'person'),
  );
  return rows.map(({ id }) => id);
}

export async function deleteMember(tx: Tx, id: string): Promise<void> {
  await sql`delete from campus.member where id = ${id}`.execute(tx);
}

/** A class, or a school as a whole, as rules ask about it. */
export interface Place {
  area: string;
  areaName: string;
  school: string;
  schoolName: string;
  ruleName: string | null;
  /** Null for the school as a whole. */
  class: { name: string; stage: Stage; grade: number } | null;
}

/** Those of these areas that are a class or a school; of a school's classes the school's own row is not needed. */
export async function listPlaces(tx: Tx, areas: readonly string[]): Promise<Map<string, Place>> {
  const { rows } = await sql<Place>`
    select a.id as area, a.name as "areaName", s.id as school, sa.name as "schoolName", s.rule_name as "ruleName",
      case when c.id is not null then
        jsonb_build_object('name', a.name, 'stage', c.stage, 'grade', c.grade) end as class
    from register.area a
    left join campus.class c on c.tenant = a.tenant and c.id = a.id
    join campus.school s on s.tenant = a.tenant and s.id = coalesce(c.school, a.id)
    join register.area sa on sa.tenant = s.tenant and sa.id = s.id
    where a.id = any(${areas}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.area, row]));
}

/** An area and all below it that the request reaches. */
export async function listBelow(tx: Tx, area: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select b.id from register.below(${area}) b (id)
    where b.id in (select office.areas())`.execute(tx);
  return rows.map(({ id }) => id);
}

export async function getPlace(tx: Tx, area: string): Promise<Place> {
  const place = (await listPlaces(tx, [area])).get(area);
  if (!place) throw refuse(notFound, { what: say('班级', 'class') });
  return place;
}
