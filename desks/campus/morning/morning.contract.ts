import { contract } from '@liangbuwu/office/http/contract.ts';
import { day, id } from '@liangbuwu/office/http/fields.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { changedMeanwhile } from '@liangbuwu/office/http/shared-refusals.ts';
import { z } from 'zod';
import { exampleClass, exampleMember, exampleResponse } from '../contract.examples.ts';
import { memberErrors } from '../members/members.contract.ts';
import { Morning, Where } from './morning.ts';

const may = say('可以返校', 'may return');

export const viewMorning = contract({
  id: 'campus.view-morning',
  method: 'POST',
  path: '/api/campus/areas/:area/morning',
  summary: say(
    '返校日看板：该到、已到、没放行、在哪里、谁还在等家长（记入台账一次）',
    'A morning of return: expected, arrived, refused, where each is, who still waits; the ledger hears of it once',
  ),
  permission: 'campus.pupils',
  params: z.strictObject({ area: id.describe('a class, or a school') }),
  body: z.strictObject({ response: id, day: day.nullable().describe('null: today') }),
  output: Morning,
  errors: [...memberErrors],
  example: {
    params: { area: exampleClass.id },
    body: { response: exampleResponse, day: null },
    output: {
      day: '2022-11-17',
      days: ['2022-11-17'],
      classes: [
        {
          area: exampleClass.id,
          name: exampleClass.name,
          expected: 1,
          arrival: '2022-11-17T07:20:00+08:00',
          coming: { from: '07:00', to: '07:15', gate: '东门' },
          counts: { refused: 0, waits: 0, awaited: 0, arrived: 1, gone: 0, stays: 0 },
        },
      ],
      lines: [
        {
          id: exampleMember,
          kind: 'pupil',
          name: '虚构甲',
          class: exampleClass.name,
          state: 'may-return',
          outcome: may,
          why: null,
          ask: [],
          now: 'arrived',
          pass: 'issued',
          seen: {
            at: '2022-11-16T23:12:00.000Z',
            gate: '东校门',
            letThrough: true,
            refused: null,
            next: null,
          },
          where: null,
        },
      ],
      astray: 0,
    },
  },
});

export const putWhereabouts = contract({
  id: 'campus.put-whereabouts',
  method: 'PUT',
  path: '/api/campus/members/:member/whereabouts/:entry',
  summary: say(
    '登记没放行的孩子现在在哪里；同一编号只记一次',
    'Where somebody is who was not let in; the same id counts once, what was said before stays',
  ),
  permission: 'campus.pupils',
  confidential: true,
  params: z.strictObject({ member: id, entry: id }),
  body: z.strictObject({ response: id, where: Where }),
  output: z.strictObject({}),
  errors: [...memberErrors, changedMeanwhile],
  example: {
    params: { member: exampleMember, entry: '5f1f7b60-93c8-4b63-8e0f-1a6f2c7d9c07' },
    body: { response: exampleResponse, where: 'isolation' },
    output: {},
  },
});

export const settleAllPasses = contract({
  id: 'campus.settle-passes',
  method: 'POST',
  path: '/api/campus/areas/:area/passes',
  summary: say(
    '按现行规定核对通行证：该有的发，不该有的收回',
    'Makes passes go with the rule in force: gives those that are due, withdraws the others',
  ),
  permission: 'campus.pupils',
  params: z.strictObject({ area: id.describe('a class, or a school') }),
  body: z.strictObject({ response: id }),
  output: z.strictObject({ issued: z.int(), withdrawn: z.int() }),
  errors: [...memberErrors],
  example: {
    params: { area: exampleClass.id },
    body: { response: exampleResponse },
    output: { issued: 1, withdrawn: 0 },
  },
});
