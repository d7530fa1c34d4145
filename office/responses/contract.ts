import { z } from 'zod';
import { contract } from '../http/contract.ts';
import { id, instant, text } from '../http/fields.ts';
import { Say, say } from '../http/say.ts';
import { changedMeanwhile, notFound } from '../http/shared-refusals.ts';
import {
  clockRunsByItself,
  notBackwards,
  notYoursToLead,
  outsideResponse,
  responseClosed,
  startsLater,
} from './rules.ts';

export const Response = z.strictObject({
  id,
  kind: z.enum(['drought', 'epidemic', 'flood', 'other']),
  name: Say,
  zone: z.string().describe('IANA time zone of its days'),
  starts: instant,
  ended: instant.nullable(),
  now: instant.describe("the response's own time: every page shows it and every rule asks it"),
  today: z.iso.date().describe('the day of `now` in `zone`'),
  clock: z
    .enum(['system', 'set'])
    .describe('set: a demonstration, it stands until somebody advances it'),
  areas: z.array(z.strictObject({ id, name: z.string() })),
});
export type Response = z.infer<typeof Response>;

export const Fact = z.strictObject({
  source: Say.describe('where it is told: a page, a circular, a survey'),
  words: z.array(z.string().max(200)).max(20).describe('its own words, as far as they are known'),
  told: Say.describe('what it says'),
  assumed: Say.nullable().describe('what this system had to assume beside it, and says so'),
});
export type Fact = z.infer<typeof Fact>;

const drought = {
  id: '6e0f0a52-9a1c-4b49-9d1e-0c1f5f0a7b11',
  kind: 'drought',
  name: say('2022 年抗旱应急响应', 'Drought response 2022'),
  zone: 'Asia/Shanghai',
  starts: '2022-08-17T00:00:00.000Z',
  ended: null,
  now: '2022-11-09T22:00:00.000Z',
  today: '2022-11-10',
  clock: 'set',
  areas: [{ id: '0e9b6c84-35a4-4e0d-8b8b-0d2f3f1c2a10', name: '渌口区' }],
} satisfies Response;

export const listResponses = contract({
  id: 'responses.list',
  method: 'GET',
  path: '/api/responses',
  summary: say('应急响应一览', 'The responses, the open ones first'),
  permission: 'signed-in',
  output: z.strictObject({ responses: z.array(Response) }),
  example: { output: { responses: [drought] } },
});

export const openResponse = contract({
  id: 'responses.open',
  method: 'PUT',
  path: '/api/responses/:response',
  summary: say('启动应急响应', 'Open a response; again with the same content it changes nothing'),
  permission: 'responses.lead',
  params: z.strictObject({ response: id }),
  body: z.strictObject({
    kind: Response.shape.kind,
    name: z.strictObject({ 'zh-CN': text(100, 1), en: text(100, 1) }),
    zone: z.enum(['Asia/Shanghai', 'Asia/Urumqi', 'UTC']).default('Asia/Shanghai'),
    starts: instant.describe('not in the future, by the clock that it is given'),
    areas: z.array(id).min(1).max(100),
    clock: instant.optional().describe('only in demonstration mode: where its clock stands'),
  }),
  output: Response,
  errors: [responseClosed, clockRunsByItself, startsLater, notYoursToLead, changedMeanwhile],
  example: {
    params: { response: drought.id },
    body: {
      kind: 'drought',
      name: drought.name,
      starts: drought.starts,
      areas: ['0e9b6c84-35a4-4e0d-8b8b-0d2f3f1c2a10'],
    },
    output: drought,
  },
});

export const advanceClock = contract({
  id: 'responses.advance-clock',
  method: 'POST',
  path: '/api/responses/:response/clock',
  summary: say('拨快演示时钟', "Advance a demonstration's clock"),
  permission: 'responses.clock',
  params: z.strictObject({ response: id }),
  body: z.strictObject({ to: instant }),
  output: Response,
  errors: [clockRunsByItself, notBackwards, outsideResponse, responseClosed, notFound],
  example: {
    params: { response: drought.id },
    body: { to: '2022-11-10T12:00:00+08:00' },
    output: { ...drought, now: '2022-11-10T04:00:00.000Z' },
  },
});

const example: Fact = {
  source: say('2022 年 11 月中旬的报纸版面', 'A newspaper page of mid-November 2022'),
  words: ['三门水厂', '之一'],
  told: say(
    '交通管制切断了三门水厂，它是常用取水点之一。',
    'Traffic control cut off the Sanmen waterworks, one of the usual filling places.',
  ),
  assumed: say('管制起始时刻为虚构。', 'The starting hour is invented.'),
};

export const listFacts = contract({
  id: 'responses.facts',
  method: 'GET',
  path: '/api/responses/:response/facts',
  summary: say(
    '所据事实、原词和假设',
    'What the response rests on: facts, their own words, and what is assumed beside them',
  ),
  permission: 'signed-in',
  params: z.strictObject({ response: id }),
  output: z.strictObject({ facts: z.array(Fact) }),
  errors: [notFound],
  example: { params: { response: drought.id }, output: { facts: [example] } },
});

export const putFacts = contract({
  id: 'responses.put-facts',
  method: 'PUT',
  path: '/api/responses/:response/facts',
  summary: say(
    '登记所据事实',
    'Register the facts that a response rests on, in place of those before',
  ),
  permission: 'responses.lead',
  params: z.strictObject({ response: id }),
  body: z.strictObject({ facts: z.array(Fact).max(200) }),
  output: z.strictObject({ facts: z.int() }),
  errors: [responseClosed, notFound],
  example: { params: { response: drought.id }, body: { facts: [example] }, output: { facts: 1 } },
});
