import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { unlessHidden } from '@liangbuwu/office/register/scope.ts';
import { sql } from 'kysely';
import type { Published, Topic } from './question.ts';

export interface QuestionRow {
  id: string;
  response: string;
  area: string;
  school: string;
  /** The child whom it is about; null: asked on the public page. */
  member: string | null;
  topic: Topic;
  at: string;
  answerBy: string;
  answered: { at: string; by: string } | null;
  version: number;
  sealed: Buffer;
}

const columns = sql`q.id, q.response, q.area, q.school, q.member, q.topic, office.iso(q.asked_at) as at,
  office.iso(q.answer_by) as "answerBy", q.version, q.sealed, case when q.answered_at is not null then
    jsonb_build_object('at', office.iso(q.answered_at), 'by', coalesce(a.name, '')) end as answered`;
const from = sql`campus.question q left join identity.account a on a.tenant = q.tenant and a.id = q.answered_by`;

/** Of an area and below it, or about these children; the latest first. */
export async function listQuestions(
  tx: Tx,
  response: string,
  of: { area: string } | { members: readonly string[] },
): Promise<QuestionRow[]> {
  const where =
    'area' in of
      ? sql`q.area in (select register.below(${of.area}))`
      : sql`q.member = any(${of.members}::uuid[])`;
  const { rows } = await sql<QuestionRow>`select ${columns} from ${from}
    where q.response = ${response} and ${where} order by q.asked_at desc, q.id`.execute(tx);
  return rows;
}

/** Held until the transaction ends: two who answer come one after the other. */
export async function findQuestion(tx: Tx, id: string): Promise<QuestionRow | undefined> {
  const { rows } = await sql<QuestionRow>`select ${columns} from ${from}
    where q.id = ${id} for update of q`.execute(tx);
  return rows[0];
}

/** How many wait for an answer: of these children, or from the school’s public page. */
export async function countOpen(
  tx: Tx,
  response: string,
  of: { school: string } | { members: readonly string[] },
): Promise<number> {
  const where =
    'school' in of
      ? sql`q.school = ${of.school} and q.member is null`
      : sql`q.member = any(${of.members}::uuid[])`;
  const { rows } = await sql<{
    open: number;
  }>`select count(*)::integer as open from campus.question q
    where q.response = ${response} and q.answered_at is null and ${where}`.execute(tx);
  return rows[0]?.open ?? 0;
}

export async function insertQuestion(
  tx: Tx,
  of: Omit<QuestionRow, 'answered' | 'version'> & { tenant: string },
): Promise<void> {
  await unlessHidden(
    sql`insert into campus.question (tenant, id, response, area, school, member, topic, asked_at, answer_by, version, sealed)
      values (${of.tenant}, ${of.id}, ${of.response}, ${of.area}, ${of.school}, ${of.member}, ${of.topic}, ${of.at},
        ${of.answerBy}, 1, ${of.sealed})`.execute(tx),
    say('问题', 'question'),
  );
}

export async function putAnswer(
  tx: Tx,
  of: { id: string; at: string; by: string; sealed: Buffer },
): Promise<void> {
  await sql`update campus.question set answered_at = ${of.at}, answered_by = ${of.by}, sealed = ${of.sealed},
    version = version + 1 where id = ${of.id}`.execute(tx);
}

export type PublishedRow = Published & { response: string; school: string };

/** What was published for everybody of the schools that the request reaches, or reaches a class of; the latest first. */
export async function listPublished(tx: Tx): Promise<PublishedRow[]> {
  const { rows } = await sql<PublishedRow>`
    select p.id, p.response, p.school, p.topic, p.question, p.answer, office.iso(p.at) as at,
      p.area in (select office.areas()) as own
    from campus.published_answers() p order by p.at desc, p.id`.execute(tx);
  return rows;
}

export async function findPublished(
  tx: Tx,
  id: string,
): Promise<
  | {
      response: string;
      area: string;
      topic: Topic;
      question: string;
      answer: string;
      withdrawn: boolean;
    }
  | undefined
> {
  const { rows } = await sql<{
    response: string;
    area: string;
    topic: Topic;
    question: string;
    answer: string;
    withdrawn: boolean;
  }>`select response, area, topic, question, answer, withdrawn_at is not null as withdrawn
    from campus.published_answer where id = ${id} for update`.execute(tx);
  return rows[0];
}

export async function insertPublished(
  tx: Tx,
  of: {
    tenant: string;
    id: string;
    response: string;
    area: string;
    school: string;
    topic: Topic;
    question: string;
    answer: string;
    at: string;
    by: string;
  },
): Promise<void> {
  await unlessHidden(
    sql`insert into campus.published_answer (tenant, id, response, area, school, topic, question, answer, at, published_by)
      values (${of.tenant}, ${of.id}, ${of.response}, ${of.area}, ${of.school}, ${of.topic}, ${of.question},
        ${of.answer}, ${of.at}, ${of.by})`.execute(tx),
    say('公开的回答', 'published answer'),
  );
}

export async function withdrawPublished(tx: Tx, id: string, at: string): Promise<void> {
  await sql`update campus.published_answer set withdrawn_at = ${at} where id = ${id}`.execute(tx);
}
