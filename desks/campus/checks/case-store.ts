import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { id, instant, text } from '@liangbuwu/office/http/fields.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import { pad, unpad } from '@liangbuwu/office/keys/pad.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import { sql } from 'kysely';
import { z } from 'zod';
import { Finding } from './checks.ts';
import { CaseStep, Outcome } from './health-case.ts';

/** Whom a case is about and what was found last; without a name nothing is kept of them. */
export const About = z.strictObject({
  member: id.nullable(),
  atHome: z.boolean(),
  found: Finding.nullable(),
});
export type About = z.infer<typeof About>;

export interface CaseRow {
  id: string;
  response: string;
  area: string;
  openedAt: string;
  due: string;
  recorded: string;
  sealed: Buffer;
}

const select = sql`select c.id, c.response, c.area, office.iso(c.opened_at) as "openedAt", office.iso(c.due_at) as due,
    office.iso(c.recorded) as recorded, c.sealed from campus.health_case c`;

export async function listCases(
  tx: Tx,
  of: { response: string; areas: readonly string[] },
): Promise<CaseRow[]> {
  const { rows } = await sql<CaseRow>`${select}
    where c.response = ${of.response} and c.area = any(${of.areas}::uuid[])
    order by c.opened_at, c.id`.execute(tx);
  return rows;
}

/** Locked: steps of one case come one after the other. */
export async function getCase(tx: Tx, id: string): Promise<CaseRow> {
  const { rows } = await sql<CaseRow>`${select} where c.id = ${id} for update`.execute(tx);
  if (!rows[0]) throw refuse(notFound, { what: say('症状处置', 'case') });
  return rows[0];
}

interface In {
  tenant: string;
  response: string;
}
const caseName = ({ tenant, response }: In, of: string) => ({
  tenant,
  response,
  record: `health-case:${of}`,
});

export const openAbout = (keys: ResponseKeys, tenant: string, row: CaseRow): About =>
  About.parse(unpad(keys.open(caseName({ tenant, response: row.response }, row.id), row.sealed)));

export async function insertCase(
  tx: Tx,
  keys: ResponseKeys,
  of: In & Omit<CaseRow, 'sealed'> & { about: About },
): Promise<void> {
  const sealed = keys.seal(caseName(of, of.id), pad(of.about));
  await sql`insert into campus.health_case (tenant, id, response, area, opened_at, due_at, recorded, sealed)
    values (${of.tenant}, ${of.id}, ${of.response}, ${of.area}, ${of.openedAt}, ${of.due}, ${of.recorded}, ${sealed})`.execute(
    tx,
  );
}

/** What was found later of the same person. */
export async function setFound(
  tx: Tx,
  keys: ResponseKeys,
  of: In & { id: string; about: About },
): Promise<void> {
  const sealed = keys.seal(caseName(of, of.id), pad(of.about));
  await sql`update campus.health_case set sealed = ${sealed} where id = ${of.id}`.execute(tx);
}

/** A step as it is kept; where somebody is goes here only if nothing else is kept of them. */
export const Step = z.strictObject({
  step: CaseStep,
  at: instant,
  to: text(60).nullable(),
  outcome: Outcome.nullable(),
});
export type Step = z.infer<typeof Step>;
export interface StepRow extends Step {
  id: string;
  case: string;
  by: string;
}

const stepName = (of: In, id: string) => ({
  tenant: of.tenant,
  response: of.response,
  record: `health-case-step:${id}`,
});

const opened = (keys: ResponseKeys, of: In, { sealed, ...row }: SealedStep): StepRow => ({
  ...row,
  ...Step.parse(unpad(keys.open(stepName(of, row.id), sealed))),
});
interface SealedStep {
  id: string;
  case: string;
  by: string;
  sealed: Buffer;
}
const selectStep = sql`select s.id, s.case_id as case, coalesce(a.name, '') as by, s.sealed
  from campus.health_case_step s left join identity.account a on a.tenant = s.tenant and a.id = s.said_by`;

/** In the order in which they were said. */
export async function listSteps(
  tx: Tx,
  keys: ResponseKeys,
  of: In & { cases: readonly string[] },
): Promise<StepRow[]> {
  const { rows } = await sql<SealedStep>`${selectStep}
    where s.case_id = any(${of.cases}::uuid[]) order by s.recorded, s.id`.execute(tx);
  return rows.map((row) => opened(keys, of, row));
}

export async function findStep(
  tx: Tx,
  keys: ResponseKeys,
  of: In & { id: string },
): Promise<StepRow | undefined> {
  const { rows } = await sql<SealedStep>`${selectStep} where s.id = ${of.id}`.execute(tx);
  return rows[0] && opened(keys, of, rows[0]);
}

export async function insertStep(
  tx: Tx,
  keys: ResponseKeys,
  of: In & { id: string; case: string; area: string; recorded: string; by: string; step: Step },
): Promise<void> {
  const sealed = keys.seal(stepName(of, of.id), pad(of.step));
  await sql`insert into campus.health_case_step (tenant, id, case_id, area, recorded, said_by, sealed)
    values (${of.tenant}, ${of.id}, ${of.case}, ${of.area}, ${of.recorded}, ${of.by}, ${sealed})`.execute(
    tx,
  );
}
