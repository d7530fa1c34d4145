import type { InputOf } from '@liangbuwu/office/http/contract.ts';
import { type Deed, type Endpoint, endpoint } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { changedMeanwhile, notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import type { Actor } from '@liangbuwu/office/identity/actor.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import { readNames } from '@liangbuwu/office/people/read-names.ts';
import { requireAreas } from '@liangbuwu/office/register/scope.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { clockOf, getOpenResponse, holdId } from '@liangbuwu/office/responses/store.ts';
import { listPlaces } from '../members/member-store.ts';
import { getClass } from '../schools/school-store.ts';
import { byPromise, type Question } from './question.ts';
import * as store from './question-store.ts';
import * as routes from './questions.contract.ts';

type Acting = Deed & { actor: Actor };

export const lessonQuestionEndpoints = ({ keys }: { keys: ResponseKeys }): Endpoint[] => [
  endpoint(routes.listClassQuestions, async ({ params, body }, deed) => {
    const { tx, clock, actor } = deed;
    const response = await getOpenResponse(tx, body.response, clock);
    await requireAreas(tx, [params.class]);
    await getClass(tx, params.class);
    const of = { tenant: actor.tenant, response: response.id };
    const kept = await store.listOfClass(tx, keys, { ...of, area: params.class });
    return { questions: (await shown(deed, keys, response, kept)).sort(byPromise) };
  }),

  endpoint(routes.listOwnQuestions, async ({ body }, deed) => {
    const { tx, clock, actor } = deed;
    const response = await getOpenResponse(tx, body.response, clock);
    const of = { tenant: actor.tenant, response: response.id };
    const kept = await store.listOfMentor(tx, keys, { ...of, mentor: actor.account });
    return { questions: (await shown(deed, keys, response, kept)).sort(byPromise) };
  }),

  endpoint(routes.answerOfClass, ({ params, body }, deed) =>
    answer(deed, keys, { id: params.question, body, may: ({ area }) => area === params.class }),
  ),

  endpoint(routes.answerOwn, ({ params, body }, deed) =>
    answer(deed, keys, {
      id: params.question,
      body,
      may: ({ mentor }) => mentor === deed.actor.account,
    }),
  ),
];

async function answer(
  deed: Acting,
  keys: ResponseKeys,
  of: {
    id: string;
    body: InputOf<typeof routes.answerOwn>['body'];
    may(question: store.KeptQuestion): boolean;
  },
): Promise<Question> {
  const { tx, clock, actor, record, announce } = deed;
  const { id, body } = of;
  const response = await getOpenResponse(tx, body.response, clock);
  const kept = { tenant: actor.tenant, response: response.id, id };
  await holdId(tx, id);
  const before = await store.findQuestion(tx, keys, kept);
  if (!before || !of.may(before)) throw refuse(notFound, { what: say('提问', 'question') });
  // Sent again after a lost answer it changes nothing.
  const isSame = before.answer?.version === body.seen + 1 && before.answer.text === body.text;
  if (!isSame) {
    if (before.version !== body.seen) throw refuse(changedMeanwhile, undefined);
    const at = clockOf(response).now();
    await store.setAnswer(tx, keys, {
      ...kept,
      version: body.seen + 1,
      text: body.text,
      at: at.toString(),
      by: actor.account,
    });
    const { area } = before;
    record({
      action: 'campus.lesson-question-answered',
      subject: `question:${id}`,
      area,
      response: response.id,
      at,
    });
    announce({ topic: 'campus.lesson-questions', area, id });
  }
  const after = await store.findQuestion(tx, keys, kept);
  const [told] = after ? await shown(deed, keys, response, [after]) : [];
  if (!told) throw refuse(notFound, { what: say('提问', 'question') });
  return told;
}

/** With the names of who asked. */
async function shown(
  deed: Acting,
  keys: ResponseKeys,
  response: Response,
  kept: readonly store.KeptQuestion[],
): Promise<Question[]> {
  const { tx, actor } = deed;
  const places = await listPlaces(tx, [...new Set(kept.map(({ area }) => area))]);
  const names = new Map<string, string>();
  for (const [area, here] of Map.groupBy(kept, (one) => one.area)) {
    const persons = [...new Set(here.map(({ member }) => member))];
    const of = { tenant: actor.tenant, response, area, persons };
    for (const { id, name } of await readNames(deed, keys, of)) names.set(id, name);
  }
  return kept.map(({ id, area, member, mentorName, text, asked, promised, answer: said }) => ({
    id,
    class: area,
    className: places.get(area)?.areaName ?? '',
    pupil: names.get(member) ?? '',
    mentor: mentorName,
    text,
    asked,
    promised,
    answer: said,
  }));
}
