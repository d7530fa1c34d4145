import type { InputOf, OutputOf } from '@liangbuwu/office/http/contract.ts';
import { type Deed, type Endpoint, endpoint } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { changedMeanwhile, notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import type { Actor } from '@liangbuwu/office/identity/actor.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import { readForRule } from '@liangbuwu/office/people/read-for-rule.ts';
import { requireAreas } from '@liangbuwu/office/register/scope.ts';
import { clockOf, getOpenResponse, holdId } from '@liangbuwu/office/responses/store.ts';
import { getPlace, listPlaces } from '../members/member-store.ts';
import { personalSigns } from './personal-signs.ts';
import { identityNumber } from './question-rules.ts';
import { openWords, sealWords } from './question-seal.ts';
import * as store from './question-store.ts';
import * as routes from './questions.contract.ts';

type Acting = Deed & { actor: Actor };

export const questionEndpoints = ({ keys }: { keys: ResponseKeys }): Endpoint[] => [
  endpoint(routes.listQuestions, (input, deed) => list(input, deed, keys)),
  endpoint(routes.answerQuestion, (input, deed) => answer(input, deed, keys)),
  endpoint(routes.publishAnswer, (input, deed) => publish(input, deed)),

  endpoint(routes.withdrawAnswer, async ({ params, body }, deed) => {
    const { tx, clock, record, announce } = deed;
    const response = await getOpenResponse(tx, body.response, clock);
    const found = await store.findPublished(tx, params.entry);
    if (found?.response !== response.id) throw refuse(notFound, published);
    if (found.withdrawn) return {};
    await store.withdrawPublished(tx, params.entry, response.now);
    record({
      action: 'campus.answer-withdrawn',
      subject: `answer:${params.entry}`,
      area: found.area,
      response: response.id,
      at: clockOf(response).now(),
    });
    announce({ topic: 'campus.questions', area: found.area, id: params.entry });
    return {};
  }),
];

const published = { what: say('公开的回答', 'published answer') };

async function list(
  { params: { area }, body }: InputOf<typeof routes.listQuestions>,
  deed: Acting,
  keys: ResponseKeys,
): Promise<OutputOf<typeof routes.listQuestions>> {
  const { tx, clock, actor, record } = deed;
  const response = await getOpenResponse(tx, body.response, clock);
  await requireAreas(tx, [area]);
  const { school } = await getPlace(tx, area);
  const rows = await store.listQuestions(tx, response.id, { area });
  const of = { tenant: actor.tenant, response: response.id };
  const places = await listPlaces(tx, [...new Set(rows.map((row) => row.area))]);
  const persons = [...new Set(rows.flatMap(({ member }) => member ?? []))];
  const read = { tenant: actor.tenant, response, area, persons, names: true };
  const children = new Map(
    (await readForRule(deed, keys, read)).map(({ id, who }) => [id, who?.name ?? '']),
  );
  if (rows.length > 0)
    record({
      action: 'campus.questions-read',
      subject: `area:${area}`,
      area,
      response: response.id,
      at: clockOf(response).now(),
      detail: { questions: rows.length },
    });
  const all = await store.listPublished(tx);
  return {
    questions: rows.map(
      ({ id, topic, at, answerBy, answered, version, member, sealed, ...row }) => {
        const words = openWords(keys, { ...of, id }, sealed);
        return {
          id,
          topic,
          class: member === null ? null : (places.get(row.area)?.areaName ?? ''),
          child: member === null ? null : (children.get(member) ?? ''),
          text: words.question,
          at,
          answerBy,
          answer: answered && words.answer !== null ? { ...answered, text: words.answer } : null,
          version,
        };
      },
    ),
    published: all
      .filter((one) => one.response === response.id && one.school === school)
      .map(({ response: _, school: __, ...one }) => one),
  };
}

async function answer(
  { params, body }: InputOf<typeof routes.answerQuestion>,
  { tx, clock, actor, record, announce }: Acting,
  keys: ResponseKeys,
): Promise<Record<string, never>> {
  const response = await getOpenResponse(tx, body.response, clock);
  const found = await store.findQuestion(tx, params.question);
  if (found?.response !== response.id) throw refuse(notFound, { what: say('问题', 'question') });
  const of = { tenant: actor.tenant, response: response.id, id: found.id };
  const words = openWords(keys, of, found.sealed);
  // Sent twice, or answered in the same words by somebody else.
  if (words.answer === body.answer) return {};
  if (found.version !== body.seen) throw refuse(changedMeanwhile, undefined);
  await store.putAnswer(tx, {
    id: found.id,
    at: response.now,
    by: actor.account,
    sealed: sealWords(keys, of, { ...words, answer: body.answer }),
  });
  record({
    action: 'campus.question-answered',
    subject: `question:${found.id}`,
    area: found.area,
    response: response.id,
    at: clockOf(response).now(),
  });
  announce({ topic: 'campus.questions', area: found.area, id: found.id });
  return {};
}

async function publish(
  { params, body }: InputOf<typeof routes.publishAnswer>,
  { tx, clock, actor, record, announce }: Acting,
): Promise<Record<string, never>> {
  const { area, entry: id } = params;
  const { topic, question, answer: told } = body;
  const response = await getOpenResponse(tx, body.response, clock);
  await requireAreas(tx, [area]);
  const { school } = await getPlace(tx, area);
  if (personalSigns(`${question}\n${told}`).some(({ kind }) => kind === 'id-number'))
    throw refuse(identityNumber, undefined);
  await holdId(tx, id);
  const there = await store.findPublished(tx, id);
  if (there) {
    const same = there.area === area && there.question === question && there.answer === told;
    if (!same || there.topic !== topic) throw refuse(changedMeanwhile, undefined);
    return {};
  }
  const at = response.now;
  const of = { tenant: actor.tenant, response: response.id, area, school };
  await store.insertPublished(tx, {
    ...of,
    id,
    topic,
    question,
    answer: told,
    at,
    by: actor.account,
  });
  record({
    action: 'campus.answer-published',
    subject: `answer:${id}`,
    area,
    response: response.id,
    at: clockOf(response).now(),
  });
  announce({ topic: 'campus.questions', area, id });
  return {};
}
