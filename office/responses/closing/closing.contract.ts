import { z } from 'zod';
import { contract } from '../../http/contract.ts';
import { id, instant, text } from '../../http/fields.ts';
import { Say, say } from '../../http/say.ts';
import { changedMeanwhile, notFound } from '../../http/shared-refusals.ts';
import { keyDestroyed, keyMissing, sealBroken } from '../../keys/refusals.ts';
import { nameNotConfirmed, outsideResponse, responseClosed } from '../rules.ts';
import {
  alreadyProposed,
  type ClosingReason,
  closingReasons,
  countdownRuns,
  nothingProposed,
  type ObjectionAnswer,
  type ObjectionGround,
  objectionAnswers,
  objectionGrounds,
  objectionIsYours,
  objectionNotYours,
  objectionSettled,
  objectionStands,
  proposerMayNotOverrule,
  secondPerson,
  tooSoon,
} from './closing-rules.ts';

const keysOf = <T extends string>(words: Record<T, unknown>) => Object.keys(words) as [T, ...T[]];
const Reason = z.enum(keysOf<ClosingReason>(closingReasons));
const Ground = z.enum(keysOf<ObjectionGround>(objectionGrounds));
const Answer = z.enum(keysOf<ObjectionAnswer>(objectionAnswers));
/** It may name somebody: sealed, and gone with the response. */
const words = text(500, 2);

const Person = z.strictObject({ account: id, name: z.string() });
const Deed = z.strictObject({ by: Person, at: instant });

export const Closing = z.strictObject({
  id,
  response: id,
  reason: Reason,
  proposed: Deed,
  effective: instant.describe('not before this it can be confirmed'),
  state: z.enum(['closing', 'objected', 'due', 'closed']),
  objections: z.int(),
  openObjections: z.int(),
  confirmed: Deed.nullable(),
  certificate: z.string().nullable().describe('the digest of its certificate'),
});
export type Closing = z.infer<typeof Closing>;

export const Objection = z.strictObject({
  id,
  ground: Ground,
  words: z.string().nullable().describe('null: destroyed, or beyond your areas'),
  raised: Deed,
  state: z.enum(['open', 'withdrawn', 'overruled']),
  settled: Deed.nullable(),
  answer: Answer.nullable(),
  answerWords: z.string().nullable(),
});
export type Objection = z.infer<typeof Objection>;

const Counted = z.strictObject({ kind: z.string(), name: Say, records: z.int().min(0) });

const response = '6e0f0a52-9a1c-4b49-9d1e-0c1f5f0a7b11';
const closing = '7c1d0e55-93b1-4a26-bb07-5e0a7f3d9c12';
const duty = { account: '4f8d2c11-7a40-4a6e-8f53-2b9f6a1d0c77', name: '区应急值班员' };
const town = { account: 'c0a8a3c4-3f7e-4a1b-8a55-6f1f5b0e9d21', name: '镇值班员' };
const proposed: Closing = {
  id: closing,
  response,
  reason: 'emergency-over',
  proposed: { by: duty, at: '2022-12-19T01:00:00.000Z' },
  effective: '2022-12-20T01:00:00.000Z',
  state: 'objected',
  objections: 1,
  openObjections: 1,
  confirmed: null,
  certificate: null,
};
const objection: Objection = {
  id: '3b0b1a52-5a1e-4a39-8d3e-0b7c2f4d5e61',
  ground: 'still-needed',
  words: '三组还有两户没有接上水管',
  raised: { by: town, at: '2022-12-19T03:00:00.000Z' },
  state: 'open',
  settled: null,
  answer: null,
  answerWords: null,
};
const ofResponse = z.strictObject({ response: id });
const ofObjection = z.strictObject({ response: id, objection: id });
const nothing = z.strictObject({});

export const listClosings = contract({
  id: 'responses.closings',
  method: 'GET',
  path: '/api/responses/closings',
  summary: say(
    '正在结束和已经结束的响应，及您能做什么',
    'Responses that are being closed or are closed, and what you may do',
  ),
  permission: 'signed-in',
  output: z.strictObject({
    hours: z.int().describe('the shortest countdown'),
    closings: z.array(Closing),
    mayClose: z.array(id).describe('responses that lie wholly where you may close'),
    mayObject: z.array(id),
  }),
  example: { output: { hours: 24, closings: [proposed], mayClose: [response], mayObject: [] } },
});

export const readClosing = contract({
  id: 'responses.closing',
  method: 'GET',
  path: '/api/responses/:response/closing',
  summary: say('一个响应的结束和异议', "A response's closing with its objections"),
  permission: 'responses.object',
  params: ofResponse,
  output: z.strictObject({ closing: Closing.nullable(), objections: z.array(Objection) }),
  errors: [outsideResponse, keyMissing, sealBroken, notFound],
  example: { params: { response }, output: { closing: proposed, objections: [objection] } },
});

export const previewClosing = contract({
  id: 'responses.closing-preview',
  method: 'GET',
  path: '/api/responses/:response/closing/preview',
  summary: say(
    '结束后会销毁什么、留下什么，各有多少',
    'What closing would destroy and what stays, with how many of each',
  ),
  permission: 'responses.lead',
  params: ofResponse,
  output: z.strictObject({ destroys: z.array(Counted), survives: z.array(Counted) }),
  errors: [responseClosed, notFound],
  example: {
    params: { response },
    output: {
      destroys: [{ kind: 'households', name: say('住户', 'Households'), records: 1240 }],
      survives: [{ kind: 'promises', name: say('承诺', 'Promises'), records: 9120 }],
    },
  },
});

export const proposeClosing = contract({
  id: 'responses.propose-closing',
  method: 'PUT',
  path: '/api/responses/:response/closings/:closing',
  summary: say(
    '提议结束响应：写明理由和生效时间，倒计时开始',
    'Propose to close a response, with a reason and when: the countdown begins',
  ),
  permission: 'responses.lead',
  proof: 'fresh',
  params: z.strictObject({ response: id, closing: id }),
  body: z.strictObject({ reason: Reason, effective: instant.describe("the response's time") }),
  output: Closing,
  errors: [tooSoon, alreadyProposed, responseClosed, changedMeanwhile, notFound],
  example: {
    params: { response, closing },
    body: { reason: 'emergency-over', effective: proposed.effective },
    output: { ...proposed, state: 'closing', objections: 0, openObjections: 0 },
  },
});

export const withdrawClosing = contract({
  id: 'responses.withdraw-closing',
  method: 'POST',
  path: '/api/responses/:response/closings/:closing/withdraw',
  summary: say(
    '撤回结束的提议，响应照常进行',
    'Withdraw the proposal: the response goes on as before',
  ),
  permission: 'responses.lead',
  params: z.strictObject({ response: id, closing: id }),
  output: nothing,
  errors: [nothingProposed, responseClosed, notFound],
  example: { params: { response, closing }, output: {} },
});

export const objectToClosing = contract({
  id: 'responses.object-to-closing',
  method: 'PUT',
  path: '/api/responses/:response/closings/:closing/objections/:objection',
  summary: say(
    '对结束提出异议：了结之前不能结束',
    'Object to the closing: until it is settled nobody can confirm',
  ),
  permission: 'responses.object',
  params: z.strictObject({ response: id, closing: id, objection: id }),
  body: z.strictObject({ ground: Ground, words }),
  output: nothing,
  errors: [
    nothingProposed,
    outsideResponse,
    responseClosed,
    changedMeanwhile,
    keyDestroyed,
    keyMissing,
    notFound,
  ],
  example: {
    params: { response, closing, objection: objection.id },
    body: { ground: 'still-needed', words: '三组还有两户没有接上水管' },
    output: {},
  },
});

export const withdrawObjection = contract({
  id: 'responses.withdraw-objection',
  method: 'POST',
  path: '/api/responses/:response/objections/:objection/withdraw',
  summary: say('撤回自己的异议', 'Withdraw an objection of your own'),
  permission: 'responses.object',
  params: ofObjection,
  output: nothing,
  errors: [objectionNotYours, objectionSettled, nothingProposed, responseClosed, notFound],
  example: { params: { response, objection: objection.id }, output: {} },
});

export const overruleObjection = contract({
  id: 'responses.overrule-objection',
  method: 'POST',
  path: '/api/responses/:response/objections/:objection/overrule',
  summary: say(
    '署名驳回异议并说明理由；提议人不能驳回',
    'Overrule an objection by name and with a reason; the proposer may not',
  ),
  permission: 'responses.lead',
  params: ofObjection,
  body: z.strictObject({ answer: Answer, words }),
  output: nothing,
  errors: [
    proposerMayNotOverrule,
    objectionIsYours,
    objectionSettled,
    nothingProposed,
    responseClosed,
    keyDestroyed,
    keyMissing,
    notFound,
  ],
  example: {
    params: { response, objection: objection.id },
    body: { answer: 'dealt-with', words: '两户已于今天上午接通' },
    output: {},
  },
});

export const closeResponse = contract({
  id: 'responses.close',
  method: 'POST',
  path: '/api/responses/:response/closings/:closing/confirm',
  summary: say(
    '由第二个人确认结束：销毁个人信息和密钥，出具销毁证明',
    'Confirm the closing as the second person: personal data and key are destroyed, a certificate is issued',
  ),
  permission: 'responses.lead',
  proof: 'fresh',
  params: z.strictObject({ response: id, closing: id }),
  body: z.strictObject({
    confirm: z.string().describe("the response's Chinese name, typed again"),
  }),
  output: z.strictObject({ ended: instant, destroyed: z.array(Counted) }),
  errors: [
    nothingProposed,
    countdownRuns,
    objectionStands,
    secondPerson,
    responseClosed,
    nameNotConfirmed,
    notFound,
  ],
  example: {
    params: { response, closing },
    body: { confirm: '2022 年抗旱应急响应' },
    output: {
      ended: '2022-12-20T02:00:00.000Z',
      destroyed: [{ kind: 'households', name: say('住户', 'Households'), records: 1240 }],
    },
  },
});
