import { contract } from '@liangbuwu/office/http/contract.ts';
import { day, id, instant, litres, text } from '@liangbuwu/office/http/fields.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { changedMeanwhile, notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import { keyDestroyed, keyMissing, sealBroken } from '@liangbuwu/office/keys/refusals.ts';
import { responseClosed } from '@liangbuwu/office/responses/rules.ts';
import { z } from 'zod';
import { noDesk } from '../rules.ts';
import {
  cannotHappen,
  formUsed,
  litresMissing,
  nothingPromised,
  phoneUnclear,
  timesReversed,
} from './refusals.ts';
import { RequestKind, RequestStep, WaterRequest } from './request.ts';

const example: WaterRequest = {
  id: '5e1b7c3a-2f7d-4c58-8a36-1d2e3f4a5b61',
  response: '6e0f0a52-9a1c-4b49-9d1e-0c1f5f0a7b11',
  area: '9a1c4b49-9d1e-4f5f-8a0b-7b110c1f5f0a',
  village: '白壁村',
  point: '4b5f1c6e-0a3d-4c0e-9b53-2f6a1f2b7c11',
  pointName: '白壁村3组',
  number: '10-3',
  day: '2022-11-10',
  kind: 'door',
  litres: 20,
  about: null,
  household: '8f1c6f60-5a6f-4d07-9b35-3f2a1f2b7d21',
  label: '白壁村3组16户',
  byOfficer: true,
  state: 'open',
  asked: '2022-11-10T00:10:00.000Z',
  answerBy: '2022-11-10T02:10:00.000Z',
  promisedFrom: null,
  promisedTo: null,
  steps: [],
};
const { response, point, household } = example;
const desk = '0e9b6c84-35a4-4e0d-8b8b-0d2f3f1c2a10';
const sealed = [keyDestroyed, keyMissing, sealBroken] as const;

export const listRequests = contract({
  id: 'water.list-requests',
  method: 'GET',
  path: '/api/water/requests',
  summary: say(
    '居民提出的事项：当天的，和以前还没办完的',
    'What residents asked for: of a day, and what still waits from before',
  ),
  permission: 'water.requests',
  query: z.strictObject({ response: id, area: id, day }),
  output: z.strictObject({ requests: z.array(WaterRequest) }),
  example: { query: { response, area: desk, day: example.day }, output: { requests: [example] } },
});

/** Who asks, as the officer took it down. */
const Contact = z.strictObject({
  name: text(40).nullable().default(null),
  phone: text(40).nullable().default(null),
  address: text(200).nullable().default(null),
  note: text(300).nullable().default(null),
});

export const findAlike = contract({
  id: 'water.find-alike-requests',
  method: 'POST',
  path: '/api/water/requests/alike',
  summary: say(
    '同一户、同一电话、同一供水点当天提过的',
    'What was asked for today by the same household or telephone, or at the same point',
  ),
  permission: 'water.requests',
  body: z.strictObject({
    response: id,
    area: id,
    day,
    household: id.nullable(),
    phone: text(40).nullable(),
    point: id.nullable(),
  }),
  output: z.strictObject({
    alike: z.array(
      z.strictObject({
        request: id,
        number: z.string(),
        why: z.array(z.enum(['household', 'phone', 'point'])).min(1),
      }),
    ),
  }),
  errors: [phoneUnclear, ...sealed],
  example: {
    body: {
      response,
      area: desk,
      day: example.day,
      household: null,
      phone: '138 0000 0000',
      point: null,
    },
    output: { alike: [{ request: example.id, number: '10-3', why: ['phone'] }] },
  },
});

export const takeRequest = contract({
  id: 'water.take-request',
  method: 'PUT',
  path: '/api/water/requests/:request',
  summary: say(
    '登记居民打电话提出的事项；重复提交只算一次',
    'Take down what a resident asks for by telephone; sent twice it counts once',
  ),
  permission: 'water.requests',
  params: z.strictObject({ request: id }),
  body: z.strictObject({
    response: id,
    point: id,
    kind: RequestKind,
    litres: litres.max(2000).nullable(),
    about: id.nullable().default(null).describe('the promise that a complaint is about'),
    household: id.nullable().default(null),
    contact: Contact,
  }),
  output: z.strictObject({
    request: WaterRequest,
    code: z.string().nullable().describe('four figures to tell who has no telephone'),
  }),
  errors: [
    notFound,
    noDesk,
    responseClosed,
    formUsed,
    litresMissing,
    phoneUnclear,
    nothingPromised,
    ...sealed,
  ],
  example: {
    params: { request: example.id },
    body: {
      response,
      point,
      kind: 'door',
      litres: 20,
      household,
      contact: { name: '王某', phone: '138 0000 0000', address: '3组村口第二家' },
    },
    output: { request: example, code: null },
  },
});

export const openRequest = contract({
  id: 'water.open-request',
  method: 'POST',
  path: '/api/water/requests/:request/open',
  summary: say(
    '查看是谁提出的（查看会记入台账）',
    'Open who asked; the ledger keeps who did and what for',
  ),
  permission: 'water.requests',
  params: z.strictObject({ request: id }),
  body: z.strictObject({ why: z.enum(['deliver', 'call-back', 'check', 'other']) }),
  output: z.strictObject({
    contact: Contact,
    code: z.string().nullable(),
    words: z.array(z.strictObject({ step: id, text: z.string() })),
  }),
  errors: [notFound, ...sealed],
  example: {
    params: { request: example.id },
    body: { why: 'deliver' },
    output: {
      contact: { name: '王某', phone: '13800000000', address: '3组村口第二家', note: null },
      code: null,
      words: [],
    },
  },
});

export const takeRequestStep = contract({
  id: 'water.take-request-step',
  method: 'PUT',
  path: '/api/water/requests/:request/steps/:step',
  summary: say(
    '答应时间、办好、没人在家、答复、办不了、撤回；重复提交只算一次',
    'Promise a time, done, nobody at home, answered, cannot be done, taken back; sent twice it counts once',
  ),
  permission: 'water.requests',
  params: z.strictObject({ request: id, step: id }),
  body: z.strictObject({
    event: RequestStep.shape.event,
    from: instant.optional(),
    to: instant.optional(),
    litres: litres.max(2000).optional(),
    words: text(200, 1).optional().describe('who brought it, why not, what is answered'),
  }),
  output: WaterRequest,
  errors: [
    notFound,
    responseClosed,
    cannotHappen,
    timesReversed,
    litresMissing,
    changedMeanwhile,
    ...sealed,
  ],
  example: {
    params: { request: example.id, step: 'c5bb6f2c-6d1c-4b4b-9a9a-8f7f3e1d2b03' },
    body: {
      event: 'promised',
      from: '2022-11-10T07:00:00.000Z',
      to: '2022-11-10T08:00:00.000Z',
    },
    output: {
      ...example,
      state: 'promised',
      promisedFrom: '2022-11-10T07:00:00.000Z',
      promisedTo: '2022-11-10T08:00:00.000Z',
      steps: [
        {
          id: 'c5bb6f2c-6d1c-4b4b-9a9a-8f7f3e1d2b03',
          event: 'promised',
          at: '2022-11-10T00:20:00.000Z',
          from: '2022-11-10T07:00:00.000Z',
          to: '2022-11-10T08:00:00.000Z',
          litres: null,
          byResident: false,
        },
      ],
    },
  },
});
