import { contract } from '@liangbuwu/office/http/contract.ts';
import { id, instant } from '@liangbuwu/office/http/fields.ts';
import { Say, say } from '@liangbuwu/office/http/say.ts';
import { notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import { responseClosed } from '@liangbuwu/office/responses/rules.ts';
import { z } from 'zod';
import { Tally } from '../answers/answer.ts';
import { exampleResponse, exampleSchool } from '../contract.examples.ts';
import { notAReturnRule } from './overview-rules.ts';

export const ReturnRule = z.strictObject({
  version: id,
  name: Say,
  number: z.int(),
  area: z.string().describe('where it holds'),
  from: instant,
  until: instant.nullable(),
  invented: z.boolean(),
});
export type ReturnRule = z.infer<typeof ReturnRule>;

const exampleVersion = '5f1f7b60-93c8-4b63-8e0f-1a6f2c7d9c05';
export const exampleRule: ReturnRule = {
  version: exampleVersion,
  name: say('醴陵返校', 'Return in Liling'),
  number: 1,
  area: '醴陵市',
  from: '2022-11-14T00:00:00+08:00',
  until: null,
  invented: false,
};

export const listReturnRules = contract({
  id: 'campus.return-rules',
  method: 'GET',
  path: '/api/campus/return-rules',
  summary: say(
    '已发布的返校规则，可以拿来试算',
    'The published rules for returning to school, to try them elsewhere',
  ),
  permission: 'campus.overview',
  output: z.strictObject({ rules: z.array(ReturnRule) }),
  errors: [],
  example: { output: { rules: [exampleRule] } },
});

export const SchoolCount = z.strictObject({
  at: instant,
  pupils: z.int(),
  staff: z.int(),
  tally: z.array(Tally).describe('of pupils'),
  staffTally: z.array(Tally),
  asks: z
    .array(z.strictObject({ fact: Say, people: z.int() }))
    .describe('what is missing of those who reported, and of how many'),
});
export type SchoolCount = z.infer<typeof SchoolCount>;

const rule = id.nullable().describe('as if this version were the rule; null: the one in force');

export const countSchool = contract({
  id: 'campus.count-school',
  method: 'POST',
  path: '/api/campus/schools/:school/count',
  summary: say(
    '一所学校按答复和原因的人数，没有姓名；可以按另一版规则试算（记入台账一次）',
    'How many of a school have each answer for each reason, no names; also as another rule would have it; the ledger hears of it once',
  ),
  permission: 'campus.overview',
  params: z.strictObject({ school: id }),
  body: z.strictObject({ response: id, rule }),
  output: SchoolCount,
  errors: [notFound, responseClosed, notAReturnRule],
  example: {
    params: { school: exampleSchool.id },
    body: { response: exampleResponse, rule: null },
    output: {
      at: '2022-11-16T18:00:00+08:00',
      pupils: 1,
      staff: 0,
      tally: [
        {
          state: 'may-return',
          outcome: say('可以返校', 'may return'),
          why: say('低风险区，持48小时核酸阴性证明', 'From a low-risk area, with a 48-hour proof'),
          people: 1,
        },
      ],
      staffTally: [],
      asks: [],
    },
  },
});

export const overviewSheet = contract({
  id: 'campus.overview-sheet',
  method: 'POST',
  path: '/api/campus/overview/sheet',
  summary: say(
    '复学情况上报表（Excel）：各校方案到哪一步，各答复的人数和原因，没有姓名',
    'The report upward as an Excel file: each school’s plan, how many have each answer for which reason; no names',
  ),
  permission: 'campus.overview',
  body: z.strictObject({ response: id, rule, language: z.enum(['zh-CN', 'en']) }),
  output: z.strictObject({ name: z.string(), type: z.string(), content: z.base64() }),
  errors: [notFound, responseClosed, notAReturnRule],
  example: {
    body: { response: exampleResponse, rule: null, language: 'zh-CN' },
    output: {
      name: '复学情况 2022-11-16.xlsx',
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      content: 'UEsDBA==',
    },
  },
});
