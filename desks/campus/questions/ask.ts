import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { changedMeanwhile } from '@liangbuwu/office/http/shared-refusals.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import type { PageDeed } from '@liangbuwu/office/public/page.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { areasCovered, clockOf, holdId, listResponses } from '@liangbuwu/office/responses/store.ts';
import type { Topic } from './question.ts';
import { noQuestions, questionsFull } from './question-rules.ts';
import { openWords, sealWords } from './question-seal.ts';
import * as store from './question-store.ts';
import { questionSettings } from './settings.ts';

interface Asking {
  tenant: string;
  response: Response;
  school: string;
  /** The class of the child whom it is about; of the public page the school. */
  area: string;
  member: string | null;
  /** Children of the family that asks: none of a public page. */
  family: readonly string[];
  /** Made with the form: sent twice it is asked once. */
  id: string;
  topic: Topic;
  text: string;
}

/** Takes a parent’s question in, sealed, with the time by which an answer is promised. */
export async function ask(
  { tx, record, announce }: Pick<PageDeed, 'tx' | 'record' | 'announce'>,
  keys: ResponseKeys,
  of: Asking,
): Promise<void> {
  const { tenant, response, id, area, school, member, family, topic, text } = of;
  const named = { tenant, response: response.id, id };
  const asker = member === null ? { school } : { members: family };
  // Who asks much at once asks one after the other, so that nobody slips past the limit.
  await holdId(tx, `campus.ask:${member === null ? school : [...family].sort()[0]}`);
  const there = await store.findQuestion(tx, id);
  if (there) {
    const same = there.member === member && there.area === area;
    if (!same || openWords(keys, named, there.sealed).question !== text)
      throw refuse(changedMeanwhile, undefined);
    return;
  }
  const most = member === null ? questionSettings.mostOfPage : questionSettings.mostOfFamily;
  if ((await store.countOpen(tx, response.id, asker)) >= most)
    throw refuse(questionsFull, { most });
  const now = clockOf(response).now();
  await store.insertQuestion(tx, {
    ...named,
    area,
    school,
    member,
    topic,
    at: response.now,
    answerBy: now.add({ hours: questionSettings.answerWithin }).toString(),
    sealed: sealWords(keys, named, { question: text, answer: null }),
  });
  record({
    action: 'campus.question-asked',
    subject: `question:${id}`,
    area,
    response: response.id,
    at: now,
  });
  announce({ topic: 'campus.questions', area, id });
}

/** The epidemic that a school is in; refused where there is none. */
export async function responseOfSchool(
  { tx, clock }: Pick<PageDeed, 'tx' | 'clock'>,
  school: string,
): Promise<Response> {
  const found = await findResponseOfSchool({ tx, clock }, school);
  if (!found) throw refuse(noQuestions, undefined);
  return found;
}

export async function findResponseOfSchool(
  { tx, clock }: Pick<PageDeed, 'tx' | 'clock'>,
  school: string,
): Promise<Response | undefined> {
  for (const response of await listResponses(tx, clock)) {
    if (response.kind !== 'epidemic' || response.ended !== null) continue;
    if ((await areasCovered(tx, response, [school])).size > 0) return response;
  }
  return undefined;
}
