import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { pad, unpad } from '@liangbuwu/office/keys/pad.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { OfResponse } from './lesson-store.ts';

const Kept = z.strictObject({ text: z.string() });
interface Row {
  id: string;
  area: string;
  member: string;
  mentor: string | null;
  mentorName: string | null;
  asked: string;
  promised: string;
  sealed: Buffer;
  version: number;
  answered: string | null;
  by: string;
  answer: Buffer | null;
}

export interface KeptQuestion {
  id: string;
  area: string;
  member: string;
  mentor: string | null;
  /** Null: the class teacher. */
  mentorName: string | null;
  asked: string;
  promised: string;
  text: string;
  version: number;
  answer: { version: number; text: string; at: string; by: string } | null;
}

const nameOf = ({ tenant, response }: OfResponse, record: string) => ({
  tenant,
  response,
  record: `campus-lesson-question:${record}`,
});
const openText = (keys: ResponseKeys, of: OfResponse, record: string, sealed: Buffer): string =>
  Kept.parse(unpad(keys.open(nameOf(of, record), sealed))).text;

const columns = sql`q.id, q.area, q.member, q.mentor, m.name as "mentorName", office.iso(q.asked) as asked,
  office.iso(q.promised) as promised, q.sealed, q.version, office.iso(q.answered) as answered,
  coalesce(b.name, '') as by, q.answer`;
const from = sql`campus.lesson_question q
  left join identity.account m on m.tenant = q.tenant and m.id = q.mentor
  left join identity.account b on b.tenant = q.tenant and b.id = q.answered_by`;

async function list(
  tx: Tx,
  keys: ResponseKeys,
  of: OfResponse,
  where: RawBuilder<unknown>,
): Promise<KeptQuestion[]> {
  const { rows } = await sql<Row>`select ${columns} from ${from}
    where q.response = ${of.response} and ${where} order by q.asked, q.id`.execute(tx);
  return rows.map(({ sealed, answer, answered, by, ...row }) => ({
    ...row,
    text: openText(keys, of, row.id, sealed),
    answer:
      answer && answered
        ? {
            version: row.version,
            text: openText(keys, of, `${row.id}:${row.version}`, answer),
            at: answered,
            by,
          }
        : null,
  }));
}

export const listOfClass = (tx: Tx, keys: ResponseKeys, of: OfResponse & { area: string }) =>
  list(tx, keys, of, sql`q.area = ${of.area}`);

export const listOfMentor = (tx: Tx, keys: ResponseKeys, of: OfResponse & { mentor: string }) =>
  list(tx, keys, of, sql`q.mentor = ${of.mentor}`);

export const listOfPupils = (
  tx: Tx,
  keys: ResponseKeys,
  of: OfResponse & { members: readonly string[] },
) => list(tx, keys, of, sql`q.member = any(${of.members}::uuid[])`);

export async function findQuestion(
  tx: Tx,
  keys: ResponseKeys,
  of: OfResponse & { id: string },
): Promise<KeptQuestion | undefined> {
  return (await list(tx, keys, of, sql`q.id = ${of.id}`))[0];
}

export async function insertQuestion(
  tx: Tx,
  keys: ResponseKeys,
  of: OfResponse &
    Pick<KeptQuestion, 'id' | 'area' | 'member' | 'mentor' | 'asked' | 'promised' | 'text'>,
): Promise<void> {
  const sealed = keys.seal(nameOf(of, of.id), pad({ text: of.text }));
  await sql`insert into campus.lesson_question (tenant, id, response, area, member, mentor, asked, promised, sealed)
    values (${of.tenant}, ${of.id}, ${of.response}, ${of.area}, ${of.member}, ${of.mentor}, ${of.asked},
      ${of.promised}, ${sealed})`.execute(tx);
}

export async function setAnswer(
  tx: Tx,
  keys: ResponseKeys,
  of: OfResponse & { id: string; version: number; text: string; at: string; by: string },
): Promise<void> {
  const sealed = keys.seal(nameOf(of, `${of.id}:${of.version}`), pad({ text: of.text }));
  await sql`update campus.lesson_question set version = ${of.version}, answered = ${of.at}, answered_by = ${of.by},
    answer = ${sealed} where id = ${of.id}`.execute(tx);
}

/** By class: how many wait for an answer, and how many of these longer than was promised. */
export async function countQuestions(
  tx: Tx,
  { id, now }: { id: string; now: string },
): Promise<Map<string, { open: number; overdue: number }>> {
  const { rows } = await sql<{ area: string; open: number; overdue: number }>`
    select area, count(*)::int as open, (count(*) filter (where promised < ${now}))::int as overdue
    from campus.lesson_question where response = ${id} and version = 0 group by area`.execute(tx);
  return new Map(rows.map(({ area, ...row }) => [area, row]));
}

/** Who is named as mentor of the pupils of an area and below it. */
export async function listMentors(
  tx: Tx,
  of: { response: string; area: string } | { response: string; members: readonly string[] },
): Promise<Map<string, string>> {
  const where =
    'area' in of
      ? sql`area in (select register.below(${of.area}))`
      : sql`member = any(${of.members}::uuid[])`;
  const { rows } = await sql<{ member: string; account: string }>`
    select member, account from campus.mentor where response = ${of.response} and ${where}`.execute(
    tx,
  );
  return new Map(rows.map(({ member, account }) => [member, account]));
}

export async function putMentors(
  tx: Tx,
  of: OfResponse & { area: string; members: readonly string[]; mentor: string | null },
): Promise<void> {
  // What waits goes to the one who can answer it.
  await sql`update campus.lesson_question set mentor = ${of.mentor}
    where member = any(${of.members}::uuid[]) and version = 0`.execute(tx);
  if (of.mentor === null) {
    await sql`delete from campus.mentor where member = any(${of.members}::uuid[])`.execute(tx);
    return;
  }
  await sql`insert into campus.mentor (tenant, member, response, area, account)
    select ${of.tenant}, member, ${of.response}, ${of.area}, ${of.mentor}
    from unnest(${of.members}::uuid[]) m (member)
    on conflict (tenant, member) do update set area = excluded.area, account = excluded.account`.execute(
    tx,
  );
}
