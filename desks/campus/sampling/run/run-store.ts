import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { sql } from 'kysely';
import { readSession } from '../sampling-store.ts';
import type { SessionFields, SessionGroup } from '../session.ts';
import type { Run, RunCall } from './run.ts';
import { runNotStarted } from './run-rules.ts';

type Row = Omit<Run, keyof SessionFields> &
  Pick<Run, 'response' | 'day' | 'groups'> & { fields: Omit<SessionFields, 'response' | 'day'> };

/** `lock` keeps whoever else calls, opens tubes or takes samples waiting: one after the other. */
export async function findRun(tx: Tx, session: string, lock?: 'lock'): Promise<Run | undefined> {
  const { rows } = await sql<Row>`
    select r.session, r.area as school, r.response, s.day, s.fields, r.groups,
      office.iso(r.started_at) as "startedAt", office.iso(r.ended_at) as "endedAt"
    from campus.sampling_run r
      join campus.sampling_session s on s.tenant = r.tenant and s.id = r.session
    where r.session = ${session} ${lock ? sql`for update of r` : sql``}`.execute(tx);
  const [row] = rows;
  if (!row) return undefined;
  const { fields, ...run } = row;
  return { ...fields, ...run };
}

export async function getRun(tx: Tx, session: string, lock?: 'lock'): Promise<Run> {
  const run = await findRun(tx, session, lock);
  if (run) return run;
  await readSession(tx, session);
  throw refuse(runNotStarted, undefined);
}

export async function insertRun(
  tx: Tx,
  of: {
    tenant: string;
    session: string;
    response: string;
    school: string;
    groups: readonly SessionGroup[];
    at: string;
    by: string;
  },
): Promise<void> {
  await sql`insert into campus.sampling_run (tenant, session, response, area, groups, started_at, started_by)
    values (${of.tenant}, ${of.session}, ${of.response}, ${of.school}, ${JSON.stringify(of.groups)}::jsonb,
      ${of.at}, ${of.by})`.execute(tx);
}

export async function setEnded(tx: Tx, session: string, at: string | null): Promise<void> {
  await sql`update campus.sampling_run set ended_at = ${at} where session = ${session}`.execute(tx);
}

export async function listCalls(tx: Tx, session: string): Promise<RunCall[]> {
  const { rows } = await sql<RunCall>`select id, number, people, office.iso(at) as at
    from campus.sampling_call where session = ${session} order by at, number`.execute(tx);
  return rows;
}

export async function insertCall(
  tx: Tx,
  of: { tenant: string; session: string; school: string } & RunCall,
): Promise<void> {
  await sql`insert into campus.sampling_call (tenant, id, session, area, number, people, at)
    values (${of.tenant}, ${of.id}, ${of.session}, ${of.school}, ${of.number}, ${of.people}, ${of.at})
    on conflict do nothing`.execute(tx);
}
