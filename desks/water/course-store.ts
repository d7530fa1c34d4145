import type { Tx } from '@liangbuwu/office/database/connection.ts';
import type { Say } from '@liangbuwu/office/http/say.ts';
import { sql } from 'kysely';
import type { Course } from './course.ts';
import type { Gain, Try, TryState } from './one-more.ts';

export interface OfPlan {
  tenant: string;
  plan: { id: string; area: string };
}

export async function findCourse(tx: Tx, plan: string): Promise<Course | undefined> {
  const { rows } = await sql<Course>`
    select points, bound from water.course where plan = ${plan}`.execute(tx);
  return rows[0];
}

export async function putCourse(tx: Tx, { tenant, plan }: OfPlan, course: Course): Promise<void> {
  await sql`insert into water.course (tenant, plan, area, points, bound)
    values (${tenant}, ${plan.id}, ${plan.area}, ${JSON.stringify(course.points)}::jsonb,
      ${course.bound && JSON.stringify(course.bound)}::jsonb)
    on conflict (tenant, plan) do update set points = excluded.points, bound = excluded.bound`.execute(
    tx,
  );
}

/** What is to be tried, by number: which change of the day each is. */
export async function listTrials(
  tx: Tx,
  plan: string,
): Promise<{ number: number; trial: string }[]> {
  const { rows } = await sql<{ number: number; trial: string }>`
    select number, trial from water.one_more where plan = ${plan} order by number`.execute(tx);
  return rows;
}

export async function listTries(tx: Tx, plan: string): Promise<Try[]> {
  const { rows } = await sql<Try>`
    select number, kind, say, state, gain from water.one_more where plan = ${plan} order by number`.execute(
    tx,
  );
  return rows;
}

/** Writes down what is to be tried; where that stands already it stays. */
export async function insertTries(
  tx: Tx,
  { tenant, plan }: OfPlan,
  tries: readonly { trial: string; kind: string; say: Say }[],
): Promise<void> {
  await sql`insert into water.one_more (tenant, plan, number, area, trial, kind, say, state)
    select ${tenant}, ${plan.id}, x.number, ${plan.area}, x.trial, x.kind, x.say, 'waiting'
    from jsonb_to_recordset(${JSON.stringify(tries.map((one, number) => ({ ...one, number })))}::jsonb)
      as x (number integer, trial text, kind text, say jsonb)
    on conflict do nothing`.execute(tx);
}

export async function setTry(
  tx: Tx,
  { plan, number }: { plan: string; number: number },
  to: { state: TryState; gain?: Gain },
): Promise<void> {
  await sql`update water.one_more set state = ${to.state},
      gain = ${to.gain === undefined ? null : JSON.stringify(to.gain)}::jsonb
    where plan = ${plan} and number = ${number}`.execute(tx);
}

/** Whether a later version of the plan's day has a result: what would help is asked of that one. */
export async function isOutdated(tx: Tx, plan: string): Promise<boolean> {
  const { rows } = await sql<{ outdated: boolean }>`
    select exists (select from plans.plan later
      where later.response = p.response and later.area = p.area and later.desk = p.desk and later.day = p.day
        and later.version > p.version and later.state in ('solved', 'published')) as outdated
    from plans.plan p where p.id = ${plan}`.execute(tx);
  return rows[0]?.outdated ?? true;
}
