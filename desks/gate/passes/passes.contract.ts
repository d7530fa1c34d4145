import { contract } from '@liangbuwu/office/http/contract.ts';
import { id, instant } from '@liangbuwu/office/http/fields.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { changedMeanwhile, notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import { keyDestroyed, keyMissing, sealBroken } from '@liangbuwu/office/keys/refusals.ts';
import {
  birthMonthNeeded,
  consentNeeded,
  consentWithdrawn,
  personOutsideResponse,
  personTwice,
} from '@liangbuwu/office/people/rules.ts';
import { responseClosed } from '@liangbuwu/office/responses/rules.ts';
import { factsUnfit, tableBroken } from '@liangbuwu/office/rulebook/rules.ts';
import { z } from 'zod';
import { exampleGate } from '../contract.examples.ts';
import { GivenReason } from '../gate.ts';
import { gateOutOfUse } from '../rules.ts';
import { Application, PassState, PassView } from './pass.ts';
import * as rules from './pass-rules.ts';
import { exampleApplication, examplePass } from './passes.examples.ts';

const keys = [keyDestroyed, keyMissing, sealBroken];
const params = z.strictObject({ pass: id });
const example = { pass: examplePass.id };

export const applyForPass = contract({
  id: 'gate.apply',
  method: 'PUT',
  path: '/api/gate/passes/:pass',
  summary: say(
    '申请通行证：按当时规定判断，缺什么问什么，符合就签发；补充后再提交同一编号',
    'Apply for a pass: judged by the rule of the moment, asks for what is missing, issues where it may be; with more facts again under the same id',
  ),
  permission: 'gate.issue',
  confidential: true,
  params,
  body: Application,
  output: PassView,
  errors: [
    rules.nothingAsked,
    rules.tooManyIssued,
    rules.wrongTimes,
    rules.wrongPurpose,
    gateOutOfUse,
    rules.noLastFour,
    factsUnfit,
    tableBroken,
    personTwice,
    birthMonthNeeded,
    consentNeeded,
    consentWithdrawn,
    personOutsideResponse,
    changedMeanwhile,
    responseClosed,
    ...keys,
    notFound,
  ],
  example: { params: example, body: exampleApplication, output: examplePass },
});

export const listPasses = contract({
  id: 'gate.passes',
  method: 'GET',
  path: '/api/gate/passes',
  summary: say('通行证一览（姓名已遮盖）', 'Passes, the latest 500, with masked names'),
  permission: 'gate.issue',
  query: z.strictObject({ response: id, gate: id.optional(), state: PassState.optional() }),
  output: z.strictObject({ passes: z.array(PassView) }),
  errors: [...keys, notFound],
  example: { query: { response: exampleGate.response }, output: { passes: [examplePass] } },
});

export const getPass = contract({
  id: 'gate.pass',
  method: 'GET',
  path: '/api/gate/passes/:pass',
  summary: say('一张通行证和它的判断', 'One pass with what was decided and why'),
  permission: 'gate.issue',
  params,
  output: PassView,
  errors: [...keys, notFound],
  example: { params: example, output: examplePass },
});

export const printPass = contract({
  id: 'gate.print',
  method: 'POST',
  path: '/api/gate/passes/:pass/print',
  summary: say(
    '取二维码和短码，打印或发到手机（每次记入台账）',
    'The QR text and the typed codes, to print or to show on a phone; each time stands in the ledger',
  ),
  permission: 'gate.issue',
  params,
  output: z.strictObject({
    text: z.string().describe('for `passQr`'),
    codes: z.array(z.strictObject({ gate: id, name: z.string(), code: z.string() })),
    pass: PassView,
  }),
  errors: [rules.notInForce, rules.keyWasStolen, responseClosed, ...keys, notFound],
  example: {
    params: example,
    output: {
      text: 'LBW1:…',
      codes: [{ gate: exampleGate.id, name: exampleGate.name, code: 'A2B3C4D5E6F7' }],
      pass: examplePass,
    },
  },
});

export const revokePass = contract({
  id: 'gate.revoke',
  method: 'POST',
  path: '/api/gate/passes/:pass/revoke',
  summary: say('吊销；各卡口下次连网后生效', 'Revoke a pass; gates know it with their next bundle'),
  permission: 'gate.revoke',
  params,
  body: z.strictObject({ reason: GivenReason }),
  output: z.strictObject({ id, state: PassState, revokedAt: instant.nullable() }),
  errors: [rules.notInForce, responseClosed, notFound],
  example: {
    params: example,
    body: { reason: 'lost' },
    output: { id: examplePass.id, state: 'revoked', revokedAt: '2022-11-10T03:00:00.000Z' },
  },
});

export const renewPasses = contract({
  id: 'gate.renew',
  method: 'POST',
  path: '/api/gate/passes/renew',
  summary: say(
    '成批续签：逐张按现行规定重新判断；健康信息不沿用，要重新问',
    'Renew many: each judged anew by the rule in force; what is about health is asked for again',
  ),
  permission: 'gate.issue',
  body: z.strictObject({
    response: id,
    until: instant,
    passes: z
      .array(z.strictObject({ pass: id, renewed: id.describe('the id of the new pass') }))
      .min(1)
      .max(100),
  }),
  output: z.strictObject({
    results: z.array(
      z.strictObject({
        pass: id,
        renewed: id.nullable(),
        state: z.enum(['issued', 'asking', 'refused', 'limit', 'not-in-force']),
      }),
    ),
  }),
  errors: [rules.wrongTimes, responseClosed, ...keys, notFound],
  example: {
    body: {
      response: exampleGate.response,
      until: '2022-12-01T10:00:00.000Z',
      passes: [{ pass: examplePass.id, renewed: '84c6a1e4-7f0c-4a5e-8d53-6f0b1c2d3e4f' }],
    },
    output: {
      results: [
        {
          pass: examplePass.id,
          renewed: '84c6a1e4-7f0c-4a5e-8d53-6f0b1c2d3e4f',
          state: 'asking',
        },
      ],
    },
  },
});

const Issuer = z.strictObject({
  account: id,
  name: z.string(),
  hour: z.int(),
  day: z.int(),
  more: z.int().describe('allowed beyond the limits, today'),
});

export const listIssuers = contract({
  id: 'gate.issuers',
  method: 'GET',
  path: '/api/gate/issuers',
  summary: say(
    '各账号一小时和一天内签发了多少，限额多少',
    'What each account issued within an hour and a day, and the limits',
  ),
  permission: 'gate.lead',
  query: z.strictObject({ response: id }),
  output: z.strictObject({
    limits: z.strictObject({ hour: z.int(), day: z.int() }),
    issuers: z.array(Issuer),
  }),
  errors: [notFound],
  example: {
    query: { response: exampleGate.response },
    output: {
      limits: rules.mostIssued,
      issuers: [
        {
          account: 'f0b3e5a2-5a9d-4a53-9a1c-3a3e8a4e7d04',
          name: '南洲镇签发员',
          hour: 40,
          day: 52,
          more: 0,
        },
      ],
    },
  },
});

export const allowMore = contract({
  id: 'gate.allow-more',
  method: 'PUT',
  path: '/api/gate/allowances/:allowance',
  summary: say(
    '准许某账号今天多签发若干张（不能给自己）',
    'Let an account issue so many more within a day; nobody does so for themselves',
  ),
  permission: 'gate.lead',
  params: z.strictObject({ allowance: id }),
  body: z.strictObject({ response: id, account: id, more: z.int().min(1).max(500) }),
  output: z.strictObject({ until: instant }),
  errors: [rules.notForYourself, changedMeanwhile, responseClosed, notFound],
  example: {
    params: { allowance: '84c6a1e4-7f0c-4a5e-8d53-6f0b1c2d3e4f' },
    body: {
      response: exampleGate.response,
      account: 'f0b3e5a2-5a9d-4a53-9a1c-3a3e8a4e7d04',
      more: 60,
    },
    output: { until: '2022-11-11T01:00:00.000Z' },
  },
});
