import { contract } from '@liangbuwu/office/http/contract.ts';
import { id, instant } from '@liangbuwu/office/http/fields.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { areaElsewhere, notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import { keyDestroyed, keyMissing, sealBroken } from '@liangbuwu/office/keys/refusals.ts';
import { outsideResponse, responseClosed } from '@liangbuwu/office/responses/rules.ts';
import { z } from 'zod';
import { exampleGate } from '../contract.examples.ts';
import { Gate } from '../gate.ts';
import { gateIsFixed, gateOutOfUse, noMoreGates, placeHidden, responseNotTyped } from '../rules.ts';

const { areaName: _, number: __, ...given } = exampleGate;
const { id: ___, ...body } = given;

export const listGates = contract({
  id: 'gate.gates',
  method: 'GET',
  path: '/api/gate/gates',
  summary: say('我能看到的卡口', 'The gates within reach, of responses that are open'),
  permission: 'gate.read',
  query: z.strictObject({
    response: id.optional().describe('default: every open one'),
    all: z.literal('yes').optional().describe('those out of use too'),
  }),
  output: z.strictObject({
    gates: z.array(
      Gate.extend({
        now: instant.describe("the response's clock, to hold the phone's against"),
        outOfUse: instant.nullable().describe('since when'),
      }),
    ),
  }),
  example: {
    query: {},
    output: { gates: [{ ...exampleGate, now: '2022-11-10T01:00:00.000Z', outOfUse: null }] },
  },
});

export const putGate = contract({
  id: 'gate.put-gate',
  method: 'PUT',
  path: '/api/gate/gates/:gate',
  summary: say(
    '设置卡口；同样内容再提交不变',
    'Set a gate up, or rename it; again with the same content it changes nothing',
  ),
  permission: 'gate.set-up',
  params: z.strictObject({ gate: id }),
  body: Gate.omit({ id: true, areaName: true, number: true, place: true }).extend({
    place: Gate.shape.place.optional().describe('where it lies; left out: as it stands'),
  }),
  output: Gate,
  errors: [
    gateIsFixed,
    noMoreGates,
    placeHidden,
    areaElsewhere,
    outsideResponse,
    responseClosed,
    keyDestroyed,
    keyMissing,
    notFound,
  ],
  example: { params: { gate: exampleGate.id }, body, output: exampleGate },
});

export const getBundle = contract({
  id: 'gate.bundle',
  method: 'GET',
  path: '/api/gate/gates/:gate/bundle',
  summary: say(
    '卡口离线核验所需的一切：公钥、吊销名单、现行规定、短码密钥，由卡口组签名',
    'All that a gate needs to decide without a signal, signed: keys, what is revoked, rules in force, secrets of typed codes',
  ),
  permission: 'gate.check',
  params: z.strictObject({ gate: id }),
  output: z.strictObject({
    gate: Gate,
    bundle: z
      .base64()
      .describe('for `openBundle` of @liangbuwu/passes; its `gate` is the gate’s id'),
    roots: z
      .array(z.base64())
      .min(1)
      .max(2)
      .describe('public keys of the authority: kept at the first fetch, on line and signed in'),
    sequence: z.int().describe('grows with every bundle'),
    issuedAt: instant,
    staleAt: instant.describe('from then on nothing is better than amber'),
    expiresAt: instant.describe('from then on nothing can be verified'),
    now: instant.describe("the response's clock"),
    inside: z
      .array(z.strictObject({ number: z.string(), since: instant }))
      .describe('passes whose last check at this gate was inwards, by their places; no names'),
  }),
  errors: [gateOutOfUse, responseClosed, keyDestroyed, keyMissing, sealBroken, notFound],
  example: {
    params: { gate: exampleGate.id },
    output: {
      gate: exampleGate,
      bundle: 'oWE=',
      roots: ['PUAXw+hDiVqStwqnTRt+vJyYLM8uxJaMwM1V8Sr0Zgw='],
      sequence: 120,
      issuedAt: '2022-11-10T01:00:00.000Z',
      staleAt: '2022-11-11T01:00:00.000Z',
      expiresAt: '2022-11-13T01:00:00.000Z',
      now: '2022-11-10T01:00:00.000Z',
      inside: [{ number: '0-40712', since: '2022-11-10T00:40:00.000Z' }],
    },
  },
});

export const Key = z.strictObject({
  id,
  use: z.enum(['authority', 'issuer']),
  kid: z.string().describe('its name, in hex'),
  from: instant,
  until: instant.nullable(),
  compromisedAt: instant.nullable(),
});
export type Key = z.infer<typeof Key>;

export const exampleKey: Key = {
  id: '5d1f7b60-93c8-4b63-8e0f-1a6f2c7d9b01',
  use: 'issuer',
  kid: '3f0f6a0e',
  from: '2022-11-10T01:00:00.000Z',
  until: null,
  compromisedAt: null,
};

export const rotateKey = contract({
  id: 'gate.rotate-key',
  method: 'POST',
  path: '/api/gate/keys/rotate',
  summary: say(
    '更换签发密钥；“被盗”时它签的全部作废，换下后才知道被盗的也可以；重复提交只算一次',
    'Change a key that signs passes; where it was stolen, also if that is learnt later, all that it signed is refused; sent twice it counts once',
  ),
  permission: 'gate.set-up',
  proof: 'fresh',
  body: z.strictObject({
    response: id,
    key: id.describe('the one that is changed'),
    why: z.enum(['routine', 'stolen']),
    confirm: z.string().max(200).describe("the response's Chinese name, typed"),
  }),
  output: z.strictObject({ keys: z.array(Key) }),
  errors: [responseNotTyped, responseClosed, areaElsewhere, keyDestroyed, keyMissing, notFound],
  example: {
    body: {
      response: exampleGate.response,
      key: exampleKey.id,
      why: 'routine',
      confirm: '2022 年疫情应急响应',
    },
    output: { keys: [exampleKey] },
  },
});
