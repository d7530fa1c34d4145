import { sql } from 'kysely';
import type { Tx } from '../database/connection.ts';
import { refuse } from '../http/refusal.ts';
import { type Say, say } from '../http/say.ts';
import { notFound } from '../http/shared-refusals.ts';
import type { PlanHead, PlanProgress, Presence } from './contract.ts';
import type { PlanState } from './rules.ts';

export interface PlanDay {
  response: string;
  area: string;
  desk: string;
  day: string;
}

interface HeadRow extends Omit<PlanHead, 'madeBy'> {
  madeBy: string;
  madeByName: string | null;
}

const headColumns = sql`p.id, p.response, p.area, p.desk, p.day, p.version, p.name, p.state,
  p.based_on as "basedOn", p.now, p.score, p.progress, p.failure, p.made_by as "madeBy",
  (select a.name from identity.account a where a.tenant = p.tenant and a.id = p.made_by) as "madeByName",
  p.made_at as "madeAt", p.finished_at as "finishedAt", p.published_at as "publishedAt"`;

const head = ({ madeBy, madeByName, ...row }: HeadRow): PlanHead => ({
  ...row,
  madeBy: { id: madeBy, name: madeByName ?? '' },
});

const ofDay = (day: PlanDay) =>
  sql`p.response = ${day.response} and p.area = ${day.area} and p.desk = ${day.desk} and p.day = ${day.day}`;

export async function listPlans(tx: Tx, day: PlanDay): Promise<PlanHead[]> {
  const { rows } = await sql<HeadRow>`select ${headColumns} from plans.plan p
    where ${ofDay(day)} order by p.version desc`.execute(tx);
  return rows.map(head);
}

export async function findPlanHead(
  tx: Tx,
  id: string,
  lock = false,
): Promise<PlanHead | undefined> {
  const { rows } = await sql<HeadRow>`select ${headColumns} from plans.plan p where p.id = ${id}
    ${lock ? sql`for update of p` : sql``}`.execute(tx);
  return rows[0] && head(rows[0]);
}

export async function getPlanHead(tx: Tx, id: string, lock = false): Promise<PlanHead> {
  const plan = await findPlanHead(tx, id, lock);
  if (!plan) throw refuse(notFound, { what: say('计划', 'plan') });
  return plan;
}

export async function findPublished(tx: Tx, day: PlanDay): Promise<PlanHead | undefined> {
  const { rows } = await sql<HeadRow>`select ${headColumns} from plans.plan p
    where ${ofDay(day)} and p.state = 'published'`.execute(tx);
  return rows[0] && head(rows[0]);
}

/** Whether a plan in force, of this day or a later one, has any of these ids in its result. */
export async function isCountedOn(
  tx: Tx,
  of: { response: string; desk: string; from: string; ids: readonly string[] },
): Promise<boolean> {
  const { rows } = await sql`select from plans.plan p
    where p.response = ${of.response} and p.desk = ${of.desk} and p.day >= ${of.from}
      and p.state = 'published'
      and exists (select from unnest(${of.ids}::text[]) wanted
        where strpos(p.result::text, wanted) > 0) limit 1`.execute(tx);
  return rows.length > 0;
}

export interface PlanContent {
  problem: unknown;
  settings: Record<string, unknown>;
  result: unknown;
}

export async function getPlanContent(tx: Tx, id: string): Promise<PlanContent> {
  const { rows } = await sql<PlanContent>`
    select problem, settings, result from plans.plan where id = ${id}`.execute(tx);
  if (!rows[0]) throw refuse(notFound, { what: say('计划', 'plan') });
  return rows[0];
}

/** Two who ask for a plan of this id at once come one after the other. */
export async function holdId(tx: Tx, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`plan:${id}`}, 0))`.execute(tx);
}

export interface NewPlan extends PlanDay {
  id: string;
  name: string;
  basedOn: string | null;
  now: number | null;
  problem: unknown;
  settings: Record<string, unknown>;
  madeBy: string;
  madeAt: string;
}

/** Adds the next version of a day, queued. Two at once get two numbers: the day is locked meanwhile. */
export async function insertPlan(tx: Tx, tenant: string, plan: NewPlan): Promise<void> {
  const key = `plans:${tenant}:${plan.response}:${plan.area}:${plan.desk}:${plan.day}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
  await sql`insert into plans.plan (tenant, id, response, area, desk, day, version, name, state, based_on, now,
      problem, settings, made_by, made_at)
    select ${tenant}, ${plan.id}, ${plan.response}, ${plan.area}, ${plan.desk}, ${plan.day},
      coalesce(max(p.version), 0) + 1, ${plan.name}, 'queued', ${plan.basedOn}, ${plan.now},
      ${JSON.stringify(plan.problem)}::jsonb, ${JSON.stringify(plan.settings)}::jsonb, ${plan.madeBy}, ${plan.madeAt}
    from plans.plan p where ${ofDay(plan)}`.execute(tx);
}

export async function setPlanState(tx: Tx, id: string, state: PlanState): Promise<void> {
  await sql`update plans.plan set state = ${state} where id = ${id}`.execute(tx);
}

export async function publishState(tx: Tx, id: string, at: string): Promise<void> {
  await sql`update plans.plan set state = 'published', published_at = ${at} where id = ${id}`.execute(
    tx,
  );
}

export async function rename(tx: Tx, id: string, name: string): Promise<void> {
  await sql`update plans.plan set name = ${name} where id = ${id}`.execute(tx);
}

/** Whether it had not been asked already. */
export async function askToStop(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql`
    update plans.plan set stop_asked = true where id = ${id} and not stop_asked returning id`.execute(
    tx,
  );
  return rows.length > 0;
}

export async function stopIsAsked(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql<{ stop_asked: boolean }>`
    select stop_asked from plans.plan where id = ${id}`.execute(tx);
  return rows[0]?.stop_asked ?? true;
}

export async function saveProgress(tx: Tx, id: string, progress: PlanProgress): Promise<void> {
  await sql`update plans.plan set progress = ${JSON.stringify(progress)}::jsonb where id = ${id}`.execute(
    tx,
  );
}

export async function finish(
  tx: Tx,
  id: string,
  end: { state: PlanState; at: string; result?: unknown; score?: unknown; failure?: Say },
): Promise<void> {
  const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value));
  await sql`update plans.plan set state = ${end.state}, finished_at = ${end.at}, progress = null,
      result = ${json(end.result)}::jsonb, score = ${json(end.score)}::jsonb,
      failure = ${json(end.failure)}::jsonb
    where id = ${id}`.execute(tx);
}

export async function putPresence(
  tx: Tx,
  tenant: string,
  tab: string,
  presence: PlanDay & { account: string; doing: Presence['doing']; seen: Temporal.Instant },
): Promise<boolean> {
  const { rows } = await sql<{ news: boolean }>`
    with before as (select doing, day, seen from plans.presence where tab = ${tab})
    insert into plans.presence (tenant, tab, account, response, area, desk, day, doing, seen)
    values (${tenant}, ${tab}, ${presence.account}, ${presence.response}, ${presence.area}, ${presence.desk},
      ${presence.day}, ${presence.doing}, ${presence.seen.toString()})
    on conflict (tenant, tab) do update set account = excluded.account, response = excluded.response,
      area = excluded.area, desk = excluded.desk, day = excluded.day, doing = excluded.doing, seen = excluded.seen
    returning not exists (select from before b where b.doing = ${presence.doing} and b.day = ${presence.day}
      and b.seen > ${staleBefore(presence.seen)}) as news`.execute(tx);
  await sql`delete from plans.presence where seen < ${staleBefore(presence.seen)}`.execute(tx);
  return rows[0]?.news ?? false;
}

const staleBefore = (now: Temporal.Instant) => now.subtract({ seconds: 60 }).toString();

/** Who has the day open, without the one who asks. */
export async function listPresent(
  tx: Tx,
  day: PlanDay,
  except: { account: string; now: Temporal.Instant },
): Promise<Presence[]> {
  const { rows } = await sql<Presence>`
    select p.account, a.name,
      case when bool_or(p.doing = 'planning') then 'planning' else 'reading' end as doing
    from plans.presence p join identity.account a on a.tenant = p.tenant and a.id = p.account
    where ${ofDay(day)} and p.account <> ${except.account} and p.seen >= ${staleBefore(except.now)}
    group by p.account, a.name order by a.name`.execute(tx);
  return rows;
}
