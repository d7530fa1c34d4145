import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import { type RawBuilder, sql } from 'kysely';
import type { Parts } from './parts.ts';
import type { Known } from './plan-parts.ts';
import type { PlanState } from './plan-rules.ts';
import type { Finding, Objection, Step } from './reopening.ts';

interface StoredStep extends Step {
  plan: string;
  round: number;
}

/** A version as it is kept, with its steps in order. */
export interface StoredPlan {
  id: string;
  response: string;
  school: string;
  number: number;
  state: PlanState;
  since: string;
  parts: Parts;
  objections: Objection[];
  answers: string[];
  workedOn: string[];
  round: number;
  version: number;
  steps: StoredStep[];
}

const columns = sql`p.id, p.response, p.area as school, p.number, p.state, office.iso(p.since) as since, p.parts,
  p.objections, p.answers, p.worked_on as "workedOn", p.round, p.version,
  coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'plan', s.plan, 'round', s.round, 'event', s.event,
      'by', jsonb_build_object('id', s.by, 'name', coalesce(
        (select a.name from identity.account a where a.tenant = s.tenant and a.id = s.by), '')),
      'at', office.iso(s.at)) || s.detail order by s.recorded, s.id)
    from campus.reopening_step s where s.tenant = p.tenant and s.plan = p.id), '[]') as steps`;

const select = (tx: Tx, where: RawBuilder<unknown>, lock = sql``) =>
  sql<StoredPlan>`select ${columns} from campus.reopening p where ${where} order by p.number desc ${lock}`.execute(
    tx,
  );

export async function listPlans(
  tx: Tx,
  of: { response: string; school?: string },
): Promise<StoredPlan[]> {
  const school = of.school === undefined ? sql`true` : sql`p.area = ${of.school}`;
  return (await select(tx, sql`p.response = ${of.response} and ${school}`)).rows;
}

export async function findPlan(tx: Tx, id: string, lock = false): Promise<StoredPlan | undefined> {
  return (await select(tx, sql`p.id = ${id}`, lock ? sql`for update of p` : sql``)).rows[0];
}

export async function getPlan(tx: Tx, id: string, lock = false): Promise<StoredPlan> {
  const plan = await findPlan(tx, id, lock);
  if (!plan) throw refuse(notFound, { what: say('复学方案', 'reopening plan') });
  return plan;
}

export async function findStep(
  tx: Tx,
  id: string,
): Promise<{ plan: string; event: string; by: string } | undefined> {
  const { rows } = await sql<{ plan: string; event: string; by: string }>`
    select plan, event, by from campus.reopening_step where id = ${id}`.execute(tx);
  return rows[0];
}

/** Two who begin a school's plan at once come one after the other. */
export async function lockSchoolPlans(tx: Tx, response: string, school: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`campus:${response}:${school}`}, 0))`.execute(
    tx,
  );
}

const json = (value: unknown) => JSON.stringify(value);

export async function insertPlan(
  tx: Tx,
  tenant: string,
  plan: {
    id: string;
    response: string;
    school: string;
    since: string;
    parts: Parts;
    workedOn: readonly string[];
  },
): Promise<void> {
  await sql`insert into campus.reopening (tenant, id, response, area, number, state, since, parts, worked_on)
    select ${tenant}, ${plan.id}, ${plan.response}, ${plan.school}, coalesce(max(p.number), 0) + 1, 'drafting',
      ${plan.since}, ${json(plan.parts)}::jsonb, ${plan.workedOn}::uuid[]
    from campus.reopening p where p.response = ${plan.response} and p.area = ${plan.school}`.execute(
    tx,
  );
}

export async function updateDraft(
  tx: Tx,
  plan: {
    id: string;
    state: PlanState;
    since: string;
    parts: Parts;
    answers: string[];
    by: string;
  },
): Promise<void> {
  await sql`update campus.reopening set state = ${plan.state}, since = ${plan.since},
      parts = ${json(plan.parts)}::jsonb, answers = ${json(plan.answers)}::jsonb,
      worked_on = case when ${plan.by} = any(worked_on) then worked_on else worked_on || ${plan.by}::uuid end,
      version = version + 1
    where id = ${plan.id}`.execute(tx);
}

/** Into another state. A submission begins a round of judging, and a sending back leaves its objections. */
export async function movePlan(
  tx: Tx,
  plan: {
    id: string;
    state: PlanState;
    since: string;
    round: number;
    objections: readonly Objection[];
    answers: readonly string[];
    workedOn: readonly string[];
  },
): Promise<void> {
  await sql`update campus.reopening set state = ${plan.state}, since = ${plan.since}, round = ${plan.round},
      objections = ${json(plan.objections)}::jsonb, answers = ${json(plan.answers)}::jsonb,
      worked_on = ${plan.workedOn}::uuid[], version = version + 1
    where id = ${plan.id}`.execute(tx);
}

export async function insertStep(
  tx: Tx,
  tenant: string,
  step: {
    id: string;
    plan: string;
    school: string;
    round: number;
    event: string;
    by: string;
    at: string;
    recorded: string;
    findings: readonly Finding[];
    objections: readonly Objection[];
    answers: readonly string[];
  },
): Promise<void> {
  const { findings, objections, answers } = step;
  await sql`insert into campus.reopening_step (tenant, id, plan, area, round, event, by, at, recorded, detail)
    values (${tenant}, ${step.id}, ${step.plan}, ${step.school}, ${step.round}, ${step.event}, ${step.by}, ${step.at},
      ${step.recorded}, ${json({ findings, objections, answers })}::jsonb)`.execute(tx);
}

/** The grades of these schools with how many classes each has. */
export async function gradesOfSchools(
  tx: Tx,
  schools: readonly string[],
): Promise<Map<string, Known['grades']>> {
  const { rows } = await sql<{ school: string; grades: Known['grades'] }>`
    select school, jsonb_agg(jsonb_build_object('stage', stage, 'grade', grade, 'classes', classes)
      order by stage = 'kindergarten' desc, grade, stage) as grades
    from (select school, stage, grade, count(*)::integer as classes from campus.class
      where school = any(${schools}::uuid[]) group by school, stage, grade) x group by school`.execute(
    tx,
  );
  return new Map(rows.map(({ school, grades }) => [school, grades]));
}
