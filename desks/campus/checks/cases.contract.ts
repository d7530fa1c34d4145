import { contract } from '@liangbuwu/office/http/contract.ts';
import { id, instant, text } from '@liangbuwu/office/http/fields.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { changedMeanwhile } from '@liangbuwu/office/http/shared-refusals.ts';
import { z } from 'zod';
import { exampleMember } from '../contract.examples.ts';
import { memberErrors } from '../members/members.contract.ts';
import * as rules from './check-rules.ts';
import { exampleCase } from './checks.contract.ts';
import { Finding } from './checks.ts';
import { Outcome } from './health-case.ts';

const params = z.strictObject({ case: id });

export const openCase = contract({
  id: 'campus.open-case',
  method: 'POST',
  path: '/api/campus/cases/:case/person',
  summary: say(
    '打开一件症状是谁、量到多少、什么症状（记入台账，不写是谁）',
    'Open whom a case is about and what was found; the ledger hears that it was read, not of whom',
  ),
  permission: 'campus.checks',
  confidential: true,
  params,
  body: z.strictObject({}),
  output: z.strictObject({
    person: z
      .strictObject({
        id,
        name: z.string(),
        found: Finding.nullable().describe('null: a guardian has said no since'),
      })
      .nullable()
      .describe('null: who it is stands on paper, or they are not on the list any more'),
  }),
  errors: [...memberErrors],
  example: {
    params: { case: exampleCase.id },
    body: {},
    output: {
      person: {
        id: exampleMember,
        name: '虚构甲',
        found: { temperature: 37.8, symptoms: ['cough'], absent: null },
      },
    },
  },
});

export const putCaseStep = contract({
  id: 'campus.put-case-step',
  method: 'PUT',
  path: '/api/campus/cases/:case/steps/:step',
  summary: say(
    '登记处置的一步：隔离观察、告诉监护人、报告、接走、送诊、回班、结果；重复发送只算一次',
    'Record a step of a case: apart, guardian told, reported, fetched, sent, back in class, outcome; sent twice it counts once',
  ),
  permission: 'campus.checks',
  confidential: true,
  params: params.extend({ step: id }),
  body: z.discriminatedUnion('step', [
    z.strictObject({ step: z.enum(['isolation', 'told', 'fetched', 'sent', 'class']) }),
    z.strictObject({ step: z.literal('reported'), to: text(60, 1), at: instant }),
    z.strictObject({ step: z.literal('outcome'), outcome: Outcome }),
  ]),
  output: z.strictObject({}),
  errors: [
    ...memberErrors,
    changedMeanwhile,
    rules.stepNotNow,
    rules.guardianFirst,
    rules.reportFirst,
    rules.reportedAhead,
  ],
  example: {
    params: { case: exampleCase.id, step: '5f1f7b60-93c8-4b63-8e0f-1a6f2c7d9c73' },
    body: { step: 'reported', to: '县疾控中心', at: '2022-11-17T08:05:00+08:00' },
    output: {},
  },
});
