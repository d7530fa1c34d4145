import { contract } from '@liangbuwu/office/http/contract.ts';
import { day, id } from '@liangbuwu/office/http/fields.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { changedMeanwhile } from '@liangbuwu/office/http/shared-refusals.ts';
import { z } from 'zod';
import { exampleClass, exampleMember, exampleResponse } from '../contract.examples.ts';
import { mostAtOnce } from '../members/member.ts';
import { notAClass } from '../members/member-rules.ts';
import { memberErrors } from '../members/members.contract.ts';
import * as rules from './check-rules.ts';
import { CheckDay, CheckKind, Exception, Finding } from './checks.ts';
import type { HealthCase } from './health-case.ts';

export const exampleCase: HealthCase = {
  id: '5f1f7b60-93c8-4b63-8e0f-1a6f2c7d9c71',
  area: exampleClass.id,
  class: exampleClass.name,
  openedAt: '2022-11-17T07:40:00+08:00',
  due: '2022-11-17T09:40:00+08:00',
  unnamed: false,
  atHome: false,
  phase: 'isolated',
  where: { where: 'isolation', at: '2022-11-17T07:42:00+08:00', by: '高三1班班主任' },
  told: null,
  reported: null,
  outcome: null,
};

export const viewChecks = contract({
  id: 'campus.view-checks',
  method: 'GET',
  path: '/api/campus/areas/:area/checks',
  summary: say(
    '今天的晨午晚检：各班做了没有、到几点，发现的症状处置到哪一步；只有人数，没有姓名',
    'Today’s checks: class by class done or missing, by when, and how far cases are; counts, no names',
  ),
  permission: 'campus.checks',
  params: z.strictObject({ area: id.describe('a class, or a school') }),
  query: z.strictObject({ response: id }),
  output: CheckDay,
  errors: [...memberErrors],
  example: {
    params: { area: exampleClass.id },
    query: { response: exampleResponse },
    output: {
      now: '2022-11-17T07:50:00+08:00',
      day: '2022-11-17',
      classes: [
        {
          area: exampleClass.id,
          name: exampleClass.name,
          people: 40,
          checks: [
            {
              kind: 'morning',
              state: 'done',
              from: '2022-11-17T06:00:00+08:00',
              to: '2022-11-17T08:30:00+08:00',
              done: {
                number: 1,
                at: '2022-11-17T07:40:00+08:00',
                by: '高三1班班主任',
                people: 40,
                exceptions: 1,
                unwell: 1,
                absent: 0,
                unnamed: 0,
              },
            },
          ],
        },
      ],
      cases: [exampleCase],
    },
  },
});

export const openCheckList = contract({
  id: 'campus.open-check-list',
  method: 'POST',
  path: '/api/campus/classes/:class/check-list',
  summary: say(
    '打开本班名单和今天各次检查说过的例外（记入台账一次）',
    'Open the names of a class, and who was said not to be in order today; it stands in the ledger once',
  ),
  permission: 'campus.checks',
  confidential: true,
  params: z.strictObject({ class: id }),
  body: z.strictObject({ response: id }),
  output: z.strictObject({
    people: z.array(
      z.strictObject({
        id,
        name: z.string(),
        onPaper: z.boolean().describe('no consent: nothing is kept of them'),
      }),
    ),
    said: z.array(
      z.strictObject({
        kind: CheckKind,
        number: z.int(),
        exceptions: z.array(Finding.extend({ member: id })),
        unnamed: z.int(),
      }),
    ),
  }),
  errors: [...memberErrors],
  example: {
    params: { class: exampleClass.id },
    body: { response: exampleResponse },
    output: {
      people: [{ id: exampleMember, name: '虚构甲', onPaper: false }],
      said: [
        {
          kind: 'morning',
          number: 1,
          exceptions: [
            { member: exampleMember, temperature: 37.8, symptoms: ['cough'], absent: null },
          ],
          unnamed: 0,
        },
      ],
    },
  },
});

export const putCheck = contract({
  id: 'campus.put-check',
  method: 'PUT',
  path: '/api/campus/classes/:class/checks/:check',
  summary: say(
    '登记一次检查：全班正常，或除了谁；有发热、症状的开始处置。同一编号或同样内容只算一次，更正另记一条',
    'Record a check: all in order, or all but some; a fever or symptom opens a case. The same id, or the same said again, counts once; a correction is a further entry',
  ),
  permission: 'campus.checks',
  confidential: true,
  params: z.strictObject({ class: id, check: id }),
  body: z.strictObject({
    response: id,
    day,
    kind: CheckKind,
    seen: z.int().min(0).describe('the number of what was said before; 0: nothing'),
    exceptions: z
      .array(Exception)
      .max(mostAtOnce)
      .refine((all) => new Set(all.map(({ member }) => member)).size === all.length, {
        error: 'each person once',
      }),
  }),
  output: z.strictObject({
    onPaper: z.array(id).describe('of whom nothing was kept but that they are one more'),
    opened: z.int().describe('cases'),
  }),
  errors: [
    ...memberErrors,
    changedMeanwhile,
    notAClass,
    rules.checkNotToday,
    rules.checkAhead,
    rules.classNotBack,
    rules.nobodyListed,
    rules.notInClass,
  ],
  example: {
    params: { class: exampleClass.id, check: '5f1f7b60-93c8-4b63-8e0f-1a6f2c7d9c72' },
    body: {
      response: exampleResponse,
      day: '2022-11-17',
      kind: 'morning',
      seen: 0,
      exceptions: [{ member: exampleMember, temperature: 37.8, symptoms: ['cough'], absent: null }],
    },
    output: { onPaper: [], opened: 1 },
  },
});
