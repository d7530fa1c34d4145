import { contract } from '@liangbuwu/office/http/contract.ts';
import { id, instant, text } from '@liangbuwu/office/http/fields.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { changedMeanwhile } from '@liangbuwu/office/http/shared-refusals.ts';
import * as people from '@liangbuwu/office/people/rules.ts';
import { SchoolReport } from '@liangbuwu/office/people/school-report.ts';
import { z } from 'zod';
import { exampleMember, exampleResponse } from '../contract.examples.ts';
import { memberErrors } from '../members/members.contract.ts';
import { notAsked, reportedOften, testAhead } from './report-rules.ts';

const params = z.strictObject({ member: id, fact: id });
const example = {
  params: { member: exampleMember, fact: '5f1f7b60-93c8-4b63-8e0f-1a6f2c7d9c04' },
};
const when = { response: id, at: instant.describe('as of when') };

export const reportFor = contract({
  id: 'campus.report-for',
  method: 'PUT',
  path: '/api/campus/members/:member/reports/:fact',
  summary: say(
    '替不能自己填报的人填报（注明代报）；只收规则要问的',
    'Report for somebody who cannot; only what the rule asks is kept. Sent twice it counts once',
  ),
  permission: 'campus.pupils',
  confidential: true,
  params,
  body: z.strictObject({ ...when, report: SchoolReport }),
  output: z.strictObject({}),
  errors: [
    ...memberErrors,
    notAsked,
    testAhead,
    reportedOften,
    changedMeanwhile,
    people.consentNeeded,
    people.consentWithdrawn,
    people.factAhead,
  ],
  example: {
    ...example,
    body: {
      response: exampleResponse,
      at: '2022-11-10T06:00:00+08:00',
      report: { risk: 'low', reported: '2022-11-09T18:00:00+08:00' },
    },
    output: {},
  },
});

export const consentFor = contract({
  id: 'campus.consent-for',
  method: 'PUT',
  path: '/api/campus/members/:member/consents/:fact',
  summary: say(
    '登记监护人同意，或不同意、撤回',
    'Record a guardian’s consent, or that it was refused or withdrawn',
  ),
  permission: 'campus.pupils',
  confidential: true,
  params,
  body: z.strictObject({
    ...when,
    guardian: text(60, 1),
    relation: z
      .enum(['father', 'mother', 'grandparent', 'other'])
      .nullable()
      .describe('null: refused or withdrawn'),
    by: z.enum(['paper', 'in-person', 'telephone', 'message']),
  }),
  output: z.strictObject({}),
  errors: [...memberErrors, changedMeanwhile, people.factAhead],
  example: {
    ...example,
    body: {
      response: exampleResponse,
      at: '2022-11-10T06:00:00+08:00',
      guardian: '虚构乙',
      relation: 'mother',
      by: 'telephone',
    },
    output: {},
  },
});
