import { contract } from '@liangbuwu/office/http/contract.ts';
import { day, id } from '@liangbuwu/office/http/fields.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import { PlanHead } from '@liangbuwu/office/plans/contract.ts';
import { notSolvedYet } from '@liangbuwu/office/plans/rules.ts';
import { responseClosed } from '@liangbuwu/office/responses/rules.ts';
import { z } from 'zod';
import { Comparison } from './comparison.ts';
import { examples } from './contract.examples.ts';
import { dayIsOver, noDesk } from './rules.ts';
import { WhatIf } from './what-if.ts';

export const makeWhatIf = contract({
  id: 'water.make-what-if',
  method: 'PUT',
  path: '/api/water/what-ifs/:plan',
  summary: say(
    '试一个假设：在一份计划旁边真算一遍，不能发布',
    'Try an assumption: solved beside a plan, never published',
  ),
  permission: 'water.plan',
  params: z.strictObject({ plan: id }),
  body: z.strictObject({
    beside: id.describe('the solved plan that it is compared with, and starts from'),
    seconds: z.int().min(1).max(300).default(10),
    whatIf: WhatIf,
  }),
  output: PlanHead,
  errors: [notSolvedYet, noDesk, dayIsOver, responseClosed, notFound],
  example: examples.makeWhatIf,
});

export const listWhatIfs = contract({
  id: 'water.what-ifs',
  method: 'GET',
  path: '/api/water/what-ifs',
  summary: say('这一天试过的假设，各与哪一版比', 'What was assumed on a day, each beside a plan'),
  permission: 'plans.read',
  query: z.strictObject({ response: id, area: id, day }),
  output: z.strictObject({
    whatIfs: z.array(
      z.strictObject({
        plan: PlanHead,
        whatIf: WhatIf,
        beside: z.strictObject({ plan: id, version: z.int() }),
        comparison: Comparison.nullable().describe('with that plan; null until it is solved'),
      }),
    ),
  }),
  example: examples.listWhatIfs,
});
