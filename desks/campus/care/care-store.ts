import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { id } from '@liangbuwu/office/http/fields.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import { pad, unpad } from '@liangbuwu/office/keys/pad.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import { sql } from 'kysely';
import { z } from 'zod';
import { Appointment, type CareState, CareStep, Wish } from './care.ts';

interface In {
  tenant: string;
  response: string;
}

export interface RequestRow {
  id: string;
  response: string;
  school: string;
  askedAt: string;
  due: string;
  state: CareState;
  sealed: Buffer;
}

/** Whom a request is about, who sent it, and what it says. */
export const About = z.strictObject({ member: id, by: z.enum(['family', 'teacher']), wish: Wish });
export type About = z.infer<typeof About>;

/** From here on the transaction sees this school’s requests, if the account is its counsellor’s; else it never does. */
export async function mayEnterCounsel(
  tx: Tx,
  of: { account: string; school: string },
): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select campus.enter_counsel(${of.account}, ${of.school}) as may`.execute(tx);
  return rows[0]?.may === true;
}

/** Narrows the transaction to the school of somebody within reach, to put a request in. */
export async function enterAsking(tx: Tx, member: string): Promise<string> {
  const { rows } = await sql<{ school: string | null }>`
    select campus.enter_asking(${member}) as school`.execute(tx);
  const school = rows[0]?.school;
  if (!school) throw refuse(notFound, { what: say('人员', 'person') });
  return school;
}

export async function enterCare(
  tx: Tx,
  secret: Buffer,
): Promise<{ tenant: string; id: string; school: string; response: string } | undefined> {
  const { rows } = await sql<{
    entered: { tenant: string; id: string; school: string; response: string } | null;
  }>`select campus.enter_care(${secret}) as entered`.execute(tx);
  return rows[0]?.entered ?? undefined;
}

const select = sql`select r.id, r.response, r.area as school, office.iso(r.asked_at) as "askedAt",
    office.iso(r.due_at) as due, r.state, r.sealed from campus.care_request r`;

export async function listRequests(tx: Tx, of: { response: string; school: string }) {
  const { rows } = await sql<RequestRow>`${select}
    where r.response = ${of.response} and r.area = ${of.school} order by r.due_at, r.id`.execute(
    tx,
  );
  return rows;
}

export async function findRequest(tx: Tx, id: string): Promise<RequestRow | undefined> {
  const { rows } = await sql<RequestRow>`${select} where r.id = ${id}`.execute(tx);
  return rows[0];
}

/** Locked, steps of one request come one after the other. */
export async function getRequest(
  tx: Tx,
  of: { id: string; school: string },
  lock?: 'lock',
): Promise<RequestRow> {
  const { rows } = await sql<RequestRow>`${select}
    where r.id = ${of.id} and r.area = ${of.school} ${lock ? sql`for update` : sql``}`.execute(tx);
  if (!rows[0]) throw refuse(notFound, { what: say('约谈请求', 'request') });
  return rows[0];
}

const requestName = ({ tenant, response }: In, of: string) => ({
  tenant,
  response,
  record: `care-request:${of}`,
});

export const openAbout = (keys: ResponseKeys, tenant: string, row: RequestRow): About =>
  About.parse(
    unpad(keys.open(requestName({ tenant, response: row.response }, row.id), row.sealed)),
  );

export async function insertRequest(
  tx: Tx,
  keys: ResponseKeys,
  of: In & Omit<RequestRow, 'sealed' | 'state'> & { link: Buffer; about: About },
): Promise<void> {
  const sealed = keys.seal(requestName(of, of.id), pad(of.about));
  await sql`insert into campus.care_request (tenant, id, response, area, link, state, asked_at, due_at, sealed)
    values (${of.tenant}, ${of.id}, ${of.response}, ${of.school}, ${of.link}, 'asked', ${of.askedAt}, ${of.due}, ${sealed})`.execute(
    tx,
  );
}

export const SaidStep = z.strictObject({ step: CareStep, appointment: Appointment.nullable() });
export type SaidStep = z.infer<typeof SaidStep>;

const stepName = ({ tenant, response }: In, of: string) => ({
  tenant,
  response,
  record: `care-step:${of}`,
});

interface SealedStep {
  id: string;
  request: string;
  sealed: Buffer;
}
const opened = (keys: ResponseKeys, of: In, row: SealedStep) => ({
  request: row.request,
  ...SaidStep.parse(unpad(keys.open(stepName(of, row.id), row.sealed))),
});

/** In the order in which they were said. */
export async function listSteps(
  tx: Tx,
  keys: ResponseKeys,
  of: In & { requests: readonly string[] },
) {
  const { rows } = await sql<SealedStep>`select s.id, s.request, s.sealed from campus.care_step s
    where s.request = any(${of.requests}::uuid[]) order by s.recorded, s.id`.execute(tx);
  return rows.map((row) => opened(keys, of, row));
}

export async function findStep(tx: Tx, keys: ResponseKeys, of: In & { id: string }) {
  const { rows } = await sql<SealedStep>`
    select s.id, s.request, s.sealed from campus.care_step s where s.id = ${of.id}`.execute(tx);
  return rows[0] && opened(keys, of, rows[0]);
}

export async function insertStep(
  tx: Tx,
  keys: ResponseKeys,
  of: In & { id: string; row: RequestRow; recorded: string; state: CareState; said: SaidStep },
): Promise<void> {
  const sealed = keys.seal(stepName(of, of.id), pad(of.said));
  await sql`insert into campus.care_step (tenant, id, request, area, recorded, sealed)
    values (${of.tenant}, ${of.id}, ${of.row.id}, ${of.row.school}, ${of.recorded}, ${sealed})`.execute(
    tx,
  );
  await sql`update campus.care_request set state = ${of.state} where id = ${of.row.id}`.execute(tx);
}

export interface Counts {
  asked: number;
  waiting: number;
  late: number;
}

/** Of a school, or of all within reach. Without a now nothing is called late. */
export async function countRequests(
  tx: Tx,
  of: { response: string; school: string | null; now: string | null },
): Promise<Counts> {
  const { rows } = await sql<Counts>`select asked, waiting, late
    from campus.count_care(${of.response}, ${of.school}, ${of.now})`.execute(tx);
  return rows[0] ?? { asked: 0, waiting: 0, late: 0 };
}

export async function destroyRequests(tx: Tx, response: string): Promise<number> {
  const { rows } = await sql<{ gone: number }>`
    select campus.destroy_care(${response}) as gone`.execute(tx);
  return rows[0]?.gone ?? 0;
}
