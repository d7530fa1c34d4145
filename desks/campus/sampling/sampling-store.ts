import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import { sql } from 'kysely';
import type { SamplingSession, SessionFields } from './session.ts';

type Row = Pick<SamplingSession, 'id' | 'school' | 'response' | 'day' | 'version'> & {
  fields: Omit<SessionFields, 'response' | 'day'>;
  changedBy: string;
  changedAt: string;
};

const select = sql`select s.id, s.area as school, s.response, s.day, s.version, s.fields,
    coalesce(a.name, '') as "changedBy", office.iso(s.changed_at) as "changedAt"
  from campus.sampling_session s
    left join identity.account a on a.tenant = s.tenant and a.id = s.changed_by`;

/** What was planned before groups named their classes has none. */
const sessionOf = ({ fields, ...row }: Row): SamplingSession => ({
  ...row,
  ...fields,
  groups: fields.groups.map((group) => ({ ...group, areas: group.areas ?? [] })),
});

export async function listSessions(
  tx: Tx,
  of: { school: string; response: string },
): Promise<SamplingSession[]> {
  const { rows } = await sql<Row>`${select}
    where s.area = ${of.school} and s.response = ${of.response} order by s.day, (s.fields ->> 'start')::integer, s.id`.execute(
    tx,
  );
  return rows.map(sessionOf);
}

/** Locked, since it is to be changed. */
export async function findSession(tx: Tx, id: string): Promise<SamplingSession | undefined> {
  const { rows } = await sql<Row>`${select} where s.id = ${id} for update of s`.execute(tx);
  return rows[0] && sessionOf(rows[0]);
}

export const getSession = async (tx: Tx, id: string) => orNotFound(await findSession(tx, id));

export async function readSession(tx: Tx, id: string): Promise<SamplingSession> {
  const { rows } = await sql<Row>`${select} where s.id = ${id}`.execute(tx);
  return orNotFound(rows[0] && sessionOf(rows[0]));
}

function orNotFound(session: SamplingSession | undefined): SamplingSession {
  if (!session) throw refuse(notFound, { what: say('采样安排', 'session of sampling') });
  return session;
}

export async function putSession(
  tx: Tx,
  of: { tenant: string; id: string; school: string; version: number; by: string; at: string },
  { response, day, ...fields }: SessionFields,
): Promise<void> {
  await sql`insert into campus.sampling_session (tenant, id, response, area, day, fields, version, changed_by,
      changed_at)
    values (${of.tenant}, ${of.id}, ${response}, ${of.school}, ${day}, ${JSON.stringify(fields)}::jsonb,
      ${of.version}, ${of.by}, ${of.at})
    on conflict (tenant, id) do update set day = excluded.day, fields = excluded.fields,
      version = excluded.version, changed_by = excluded.changed_by, changed_at = excluded.changed_at`.execute(
    tx,
  );
}

export async function deleteSession(tx: Tx, id: string): Promise<void> {
  await sql`delete from campus.sampling_session where id = ${id}`.execute(tx);
}
