import { contract } from '@liangbuwu/office/http/contract.ts';
import { id, instant } from '@liangbuwu/office/http/fields.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import { responseClosed } from '@liangbuwu/office/responses/rules.ts';
import { RuleFact } from '@liangbuwu/office/rulebook/rulebook.ts';
import { z } from 'zod';
import { exampleClass, exampleMember, exampleResponse } from '../contract.examples.ts';
import { memberErrors } from '../members/members.contract.ts';
import { ByRule, FullAnswer, LedgerLine, Tally } from './answer.ts';

const exampleSay = say(
  '低风险区，持48小时核酸阴性证明',
  'From a low-risk area, with a 48-hour proof',
);
const may = say('可以返校', 'may return');
const exampleAnswer = { state: 'may-return', outcome: may, why: exampleSay, ask: [] } as const;
const exampleTally = { state: 'may-return', outcome: may, why: exampleSay, people: 1 } as const;
const arrival = '2022-11-17T07:20:00+08:00';
const exampleRule: ByRule = {
  version: '5f1f7b60-93c8-4b63-8e0f-1a6f2c7d9c05',
  name: say('市二中返校', 'Return to Zhuzhou No. 2'),
  number: 1,
  from: '2022-11-14T00:00:00+08:00',
  until: null,
  issuer: null,
  document: null,
  appeal: null,
  invented: true,
};
const body = z.strictObject({ response: id });
const exampleBody = { response: exampleResponse };

export const ClassLedger = z.strictObject({
  arrival: instant,
  arrivalKnown: z.boolean(),
  rule: ByRule.nullable().describe('null: no rule is in force there then, so nothing is asked'),
  asked: z.array(RuleFact).describe('what the rule asks that the family tells'),
  lines: z.array(LedgerLine),
  tally: z.array(Tally),
});
export type ClassLedger = z.infer<typeof ClassLedger>;

export const viewClass = contract({
  id: 'campus.view-class',
  method: 'POST',
  path: '/api/campus/classes/:class/ledger',
  summary: say(
    '本班（或学校不在班里的教职工）台账：谁填报了、按到校那天执行的规则谁可以返校（记入台账一次）',
    'A class, or a school’s staff in no class: who reported, and what the rule of the day of return says of each; the ledger hears of it once',
  ),
  permission: 'campus.pupils',
  params: z.strictObject({ class: id }),
  body,
  output: ClassLedger,
  errors: [...memberErrors],
  example: {
    params: { class: exampleClass.id },
    body: exampleBody,
    output: {
      arrival,
      arrivalKnown: true,
      rule: exampleRule,
      asked: [],
      lines: [
        {
          id: exampleMember,
          kind: 'pupil',
          name: '虚构甲',
          household: exampleMember,
          linked: true,
          reported: '2022-11-16T18:00:00Z',
          how: 'self',
          ...exampleAnswer,
          ask: [],
        },
      ],
      tally: [exampleTally],
    },
  },
});

export const viewMember = contract({
  id: 'campus.view-member',
  method: 'POST',
  path: '/api/campus/members/:member/answer',
  summary: say(
    '一个人的答复：依据、怎么办、什么时候再看、向谁申诉；不显示所填内容',
    'The answer for one person with its reason, what to do, when it is looked at again and where to appeal; not what was reported',
  ),
  permission: 'campus.pupils',
  params: z.strictObject({ member: id }),
  body,
  output: FullAnswer,
  errors: [...memberErrors],
  example: {
    params: { member: exampleMember },
    body: exampleBody,
    output: {
      ...exampleAnswer,
      ask: [],
      arrival,
      arrivalKnown: true,
      row: 5,
      todo: null,
      again: null,
      changes: [],
      rule: exampleRule,
    },
  },
});

const ClassTally = z.strictObject({
  area: id,
  name: z.string(),
  grade: z.int().nullable().describe('null: of the school as a whole'),
  arrival: instant,
  people: z.int(),
  tally: z.array(Tally),
});

export const viewSchool = contract({
  id: 'campus.view-school',
  method: 'POST',
  path: '/api/campus/schools/:school/ledger',
  summary: say(
    '一所学校各班的人数：可以返校、缺情况、暂不返校、未填报；没有姓名',
    'The classes of a school with how many may return, miss something, may not now, or have not reported; no names',
  ),
  permission: 'campus.pupils',
  params: z.strictObject({ school: id }),
  body,
  output: z.strictObject({ classes: z.array(ClassTally), tally: z.array(Tally) }),
  errors: [...memberErrors],
  example: {
    params: { school: exampleClass.school },
    body: exampleBody,
    output: {
      classes: [
        {
          area: exampleClass.id,
          name: '高三1班',
          grade: 12,
          arrival,
          people: 1,
          tally: [exampleTally],
        },
      ],
      tally: [exampleTally],
    },
  },
});

export const putArrival = contract({
  id: 'campus.put-arrival',
  method: 'PUT',
  path: '/api/campus/arrivals/:area',
  summary: say(
    '学校或班级打算哪天到校：按那一刻的规则看谁可以返校',
    'When a school or a class means to begin again: eligibility is told for that moment',
  ),
  permission: 'campus.pupils',
  params: z.strictObject({ area: id }),
  body: z.strictObject({ response: id, at: instant }),
  output: z.strictObject({}),
  errors: [notFound, responseClosed],
  example: {
    params: { area: exampleClass.id },
    body: { ...exampleBody, at: arrival },
    output: {},
  },
});
