import { contract } from '@liangbuwu/office/http/contract.ts';
import { id, instant, text } from '@liangbuwu/office/http/fields.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import { keyDestroyed, keyMissing, sealBroken } from '@liangbuwu/office/keys/refusals.ts';
import { consentNeeded, tooManyInAnHour } from '@liangbuwu/office/people/rules.ts';
import { responseClosed } from '@liangbuwu/office/responses/rules.ts';
import { factsUnfit, tableBroken } from '@liangbuwu/office/rulebook/rules.ts';
import { z } from 'zod';
import { exampleGate } from '../contract.examples.ts';
import { FactValues } from '../gate.ts';
import { PassView } from '../passes/pass.ts';
import { nothingAsked, tooManyIssued, wrongPurpose, wrongTimes } from '../passes/pass-rules.ts';
import { examplePass } from '../passes/passes.examples.ts';
import { OpenedOwn, OwnApplication } from './own.ts';
import { ownDecided, ruleSaysNo } from './own-rules.ts';

const keys = [keyDestroyed, keyMissing, sealBroken];
const params = z.strictObject({ application: id });

const example: OwnApplication = {
  id: '6c2f7d10-8a4e-4b7d-9f21-3b5c7e9a1d02',
  gate: exampleGate.id,
  purpose: 'enter-site',
  state: 'waiting',
  at: '2022-11-10T01:00:00.000Z',
  askedAt: '2022-11-10T01:00:00.000Z',
  holder: { name: '张*', lastFour: '0123', plate: null },
};
const exampleParams = { application: example.id };
const facts = { temperature: 36.5, registered: true };

export const listOwn = contract({
  id: 'gate.own-applications',
  method: 'GET',
  path: '/api/gate/own-applications',
  summary: say(
    '等着看的自行申请（姓名已遮盖）',
    'Applications that people made for themselves and that wait, with masked names',
  ),
  permission: 'gate.issue',
  query: z.strictObject({ response: id, gate: id.optional() }),
  output: z.strictObject({ applications: z.array(OwnApplication) }),
  errors: [...keys, notFound],
  example: { query: { response: exampleGate.response }, output: { applications: [example] } },
});

export const openOwnApplication = contract({
  id: 'gate.open-own-application',
  method: 'POST',
  path: '/api/gate/own-applications/:application/open',
  summary: say(
    '打开一份自行申请：本人说了什么，按规定怎么判（每次记入台账）',
    'Open one: what they said, and what the rule says to it now; each time stands in the ledger',
  ),
  permission: 'gate.issue',
  confidential: true,
  params,
  output: OpenedOwn,
  errors: [ownDecided, factsUnfit, tableBroken, tooManyInAnHour, responseClosed, ...keys, notFound],
  example: {
    params: exampleParams,
    output: {
      ...example,
      said: {
        holder: {
          kind: 'person',
          name: '张某某',
          lastFour: '0123',
          born: '1988-03',
          phone: '13800000000',
          guardian: null,
        },
        facts,
        note: null,
      },
      decision: examplePass.decision,
      admitted: true,
      asked: [],
    },
  },
});

export const issueOwn = contract({
  id: 'gate.issue-own-application',
  method: 'POST',
  path: '/api/gate/own-applications/:application/issue',
  summary: say(
    '核发：按规定再判断一次，符合就签发',
    'Issue a pass for it: judged once more by the rule, and within the limit of the account',
  ),
  permission: 'gate.issue',
  confidential: true,
  params,
  body: z.strictObject({
    facts: FactValues.describe('what they said, put right where it was looked into'),
    until: instant,
  }),
  output: PassView,
  errors: [
    ownDecided,
    ruleSaysNo,
    nothingAsked,
    tooManyIssued,
    wrongTimes,
    wrongPurpose,
    factsUnfit,
    tableBroken,
    consentNeeded,
    responseClosed,
    ...keys,
    notFound,
  ],
  example: {
    params: exampleParams,
    body: { facts, until: '2022-11-17T10:00:00.000Z' },
    output: { ...examplePass, id: example.id, onBehalf: false },
  },
});

export const sendBackOwn = contract({
  id: 'gate.send-back-own-application',
  method: 'POST',
  path: '/api/gate/own-applications/:application/send-back',
  summary: say(
    '退回并说明原因；本人在自己的页面上看到',
    'Send it back with the reason in words, which stands on their own page',
  ),
  permission: 'gate.issue',
  confidential: true,
  params,
  body: z.strictObject({ words: text(300, 1) }),
  output: OwnApplication,
  errors: [ownDecided, responseClosed, ...keys, notFound],
  example: {
    params: exampleParams,
    body: { words: '请先在村里登记，再申请。' },
    output: { ...example, state: 'refused' },
  },
});
