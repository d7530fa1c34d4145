import { contract } from '@liangbuwu/office/http/contract.ts';
import { id, text, version } from '@liangbuwu/office/http/fields.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { changedMeanwhile, notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import { outsideResponse, responseClosed } from '@liangbuwu/office/responses/rules.ts';
import { z } from 'zod';
import { exampleSchool } from '../contract.examples.ts';
import { emptyParts, Parts } from './parts.ts';
import {
  itemsAreOthers,
  itemsOpen,
  notAnEpidemic,
  planFourEyes,
  planHasGaps,
  planWrongState,
} from './plan-rules.ts';
import {
  examplePlan,
  exampleReopening,
  exampleResponse,
  exampleStep,
} from './reopening.examples.ts';
import { Finding, Item, ListedReopening, Objection, Plan, SchoolReopening } from './reopening.ts';

export const listReopenings = contract({
  id: 'campus.reopenings',
  method: 'GET',
  path: '/api/campus/reopenings',
  summary: say(
    '辖区内各校的复学方案：到哪一步，缺什么，有没有过期',
    'The reopening plans of the schools in one’s areas: how far, what blocks them, whether overdue',
  ),
  permission: 'campus.plans',
  query: z.strictObject({ response: id }),
  output: z.strictObject({ schools: z.array(ListedReopening) }),
  errors: [notFound],
  example: {
    query: { response: exampleResponse },
    output: {
      schools: [
        {
          school: exampleSchool.id,
          name: exampleSchool.name,
          withinName: exampleSchool.withinName,
          plan: {
            id: examplePlan.id,
            number: 1,
            state: 'submitted',
            since: examplePlan.since,
            due: examplePlan.due,
            overdue: false,
          },
          blocking: [],
        },
      ],
    },
  },
});

export const readReopening = contract({
  id: 'campus.reopening',
  method: 'GET',
  path: '/api/campus/schools/:school/reopening',
  summary: say(
    '一所学校的复学方案，连同系统自己知道的：年级班级、执行中的规则、还缺什么',
    'A school’s reopening plan with what the system knows itself: grades, the rule in force, what is missing',
  ),
  permission: 'campus.plans',
  params: z.strictObject({ school: id }),
  query: z.strictObject({ response: id, plan: id.optional().describe('an earlier version') }),
  output: SchoolReopening,
  errors: [notFound],
  example: {
    params: { school: exampleSchool.id },
    query: { response: exampleResponse },
    output: exampleReopening,
  },
});

export const putReopening = contract({
  id: 'campus.put-reopening',
  method: 'PUT',
  path: '/api/campus/reopenings/:plan',
  summary: say(
    '起草或修改复学方案；已批准的，另起一版，原来的留着',
    'Draft or change a reopening plan; of an approved one this begins a new version, and the earlier stays',
  ),
  permission: 'campus.plan',
  params: z.strictObject({ plan: id }),
  body: z.strictObject({
    response: id,
    school: id,
    seen: version.nullable().describe('the version that was seen; null begins one'),
    parts: Parts,
    answers: z.array(text(300)).max(30).describe('to the objections, in their order'),
  }),
  output: Plan,
  errors: [
    planWrongState,
    changedMeanwhile,
    notAnEpidemic,
    outsideResponse,
    responseClosed,
    notFound,
  ],
  example: {
    params: { plan: examplePlan.id },
    body: {
      response: exampleResponse,
      school: exampleSchool.id,
      seen: null,
      parts: emptyParts,
      answers: [],
    },
    output: { ...examplePlan, state: 'drafting', due: null, steps: [], version: 1 },
  },
});

const stepParams = z.strictObject({
  plan: id,
  step: id.describe('made when the form opens: sent twice it counts once'),
});
const seen = z.strictObject({ seen: version });
const params = { plan: examplePlan.id, step: exampleStep };
const common = [planWrongState, changedMeanwhile, responseClosed, notFound];

export const submitReopening = contract({
  id: 'campus.submit-reopening',
  method: 'PUT',
  path: '/api/campus/reopenings/:plan/submissions/:step',
  summary: say('提交复学方案；有缺项不能提交', 'Submit a plan; refused while it has a gap'),
  permission: 'campus.plan',
  params: stepParams,
  body: seen,
  output: Plan,
  errors: [planHasGaps, ...common],
  example: { params, body: { seen: 1 }, output: examplePlan },
});

export const withdrawReopening = contract({
  id: 'campus.withdraw-reopening',
  method: 'PUT',
  path: '/api/campus/reopenings/:plan/withdrawals/:step',
  summary: say('撤回还没有批准的方案', 'Withdraw a plan that is not approved yet'),
  permission: 'campus.plan',
  params: stepParams,
  body: seen,
  output: Plan,
  errors: common,
  example: { params, body: { seen: 2 }, output: { ...examplePlan, state: 'withdrawn', due: null } },
});

export const inspectReopening = contract({
  id: 'campus.inspect-reopening',
  method: 'PUT',
  path: '/api/campus/reopenings/:plan/inspections/:step',
  summary: say(
    '登记现场检查：七项逐项；再来只复查不合格的',
    'Record an inspection on the spot: seven items, or again those that were not in order',
  ),
  permission: 'campus.inspect',
  params: stepParams,
  body: seen.extend({
    findings: z
      .array(
        Finding.refine(({ inOrder, toDo, by }) => inOrder || (toDo.length > 1 && by !== null), {
          error: '写明整改什么、何时前 · what is to be put right, and by when',
        }),
      )
      .min(1)
      .max(Item.options.length)
      .refine((all) => new Set(all.map(({ item }) => item)).size === all.length, {
        error: '每项一次 · each item once',
      }),
  }),
  output: Plan,
  errors: [itemsAreOthers, planFourEyes, ...common],
  example: {
    params,
    body: { seen: 2, findings: [{ item: 'supplies', inOrder: true, toDo: '', by: null }] },
    output: { ...examplePlan, state: 'inspected' },
  },
});

export const assessReopening = contract({
  id: 'campus.assess-reopening',
  method: 'PUT',
  path: '/api/campus/reopenings/:plan/assessments/:step',
  summary: say('区县指挥部评估同意', 'The district’s headquarters assesses it and agrees'),
  permission: 'campus.assess',
  params: stepParams,
  body: seen,
  output: Plan,
  errors: [planFourEyes, ...common],
  example: { params, body: { seen: 3 }, output: { ...examplePlan, state: 'assessed' } },
});

export const approveReopening = contract({
  id: 'campus.approve-reopening',
  method: 'PUT',
  path: '/api/campus/reopenings/:plan/approvals/:step',
  summary: say(
    '教育局批准；有缺项、有不合格项不能批准',
    'The bureau approves it; refused while there is a gap, or an item that is not in order',
  ),
  permission: 'campus.approve',
  proof: 'fresh',
  params: stepParams,
  body: seen,
  output: Plan,
  errors: [planHasGaps, itemsOpen, planFourEyes, ...common],
  example: { params, body: { seen: 4 }, output: { ...examplePlan, state: 'approved', due: null } },
});

export const returnReopening = contract({
  id: 'campus.return-reopening',
  method: 'PUT',
  path: '/api/campus/reopenings/:plan/returns/:step',
  summary: say('退回方案，逐条写明意见', 'Send a plan back with objections, each to be answered'),
  permission: 'campus.send-back',
  params: stepParams,
  body: seen.extend({ objections: z.array(Objection).min(1).max(30) }),
  output: Plan,
  errors: [planFourEyes, ...common],
  example: {
    params,
    body: {
      seen: 2,
      objections: [{ part: 'supplies', reason: 'not-enough', words: '口罩只算了学生' }],
    },
    output: { ...examplePlan, state: 'sent-back' },
  },
});
