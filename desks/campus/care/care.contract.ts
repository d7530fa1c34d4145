import { contract } from '@liangbuwu/office/http/contract.ts';
import { id } from '@liangbuwu/office/http/fields.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { changedMeanwhile } from '@liangbuwu/office/http/shared-refusals.ts';
import { z } from 'zod';
import {
  exampleClass,
  exampleMember,
  exampleResponse,
  exampleSchool,
} from '../contract.examples.ts';
import { memberErrors } from '../members/members.contract.ts';
import { Appointment, CareRequest, Counselling, Told, Wish } from './care.ts';
import * as rules from './care-rules.ts';

const params = z.strictObject({ school: id });
const query = z.strictObject({ response: id });
const example = { params: { school: exampleSchool.id } };
const exampleRequest: CareRequest = {
  id: '5f1f7b60-93c8-4b63-8e0f-1a6f2c7d9d01',
  askedAt: '2022-11-17T09:00:00+08:00',
  due: '2022-11-18T09:00:00+08:00',
  urgent: false,
  by: 'family',
  state: 'appointed',
  appointment: { at: '2022-11-17T16:30:00+08:00', place: '心理辅导室' },
};
const exampleWish: Wish = {
  talks: 'pupil',
  reach: '到教室找我',
  suits: '中午',
  words: '',
  urgent: false,
};

export const listCareRequests = contract({
  id: 'campus.list-care-requests',
  method: 'GET',
  path: '/api/campus/schools/:school/care-requests',
  summary: say(
    '本校的约谈请求：到了哪一步、几点前要联系；没有姓名和内容。只给本校的心理辅导员',
    'Requests to talk at a school: how far, by when somebody gets in touch; no names, no words. For this school’s counsellor alone',
  ),
  permission: 'campus.counsel',
  params,
  query,
  output: z.strictObject({ now: z.string(), requests: z.array(CareRequest) }),
  errors: [...memberErrors, rules.counsellorOnly],
  example: {
    ...example,
    query: { response: exampleResponse },
    output: { now: '2022-11-17T10:00:00+08:00', requests: [exampleRequest] },
  },
});

export const openCareRequest = contract({
  id: 'campus.open-care-request',
  method: 'POST',
  path: '/api/campus/schools/:school/care-requests/:request/open',
  summary: say(
    '打开一个约谈请求（记入台账，不写是谁、说了什么）。只给本校的心理辅导员',
    'Open a request; the ledger hears that one was read, not whose or what it says. For this school’s counsellor alone',
  ),
  permission: 'campus.counsel',
  confidential: true,
  params: params.extend({ request: id }),
  body: z.strictObject({}),
  output: z.strictObject({
    name: z.string().describe('empty: not on the list any more'),
    class: z.string(),
    wish: Wish,
  }),
  errors: [...memberErrors, rules.counsellorOnly],
  example: {
    params: { ...example.params, request: exampleRequest.id },
    body: {},
    output: { name: '虚构甲', class: exampleClass.name, wish: exampleWish },
  },
});

export const putCareStep = contract({
  id: 'campus.put-care-step',
  method: 'PUT',
  path: '/api/campus/schools/:school/care-requests/:request/steps/:step',
  summary: say(
    '登记一步：约时间、谈过了、想再谈、结束；重复发送只算一次。只给本校的心理辅导员',
    'Record a step: appointment, talked, wants more, closed; sent twice it counts once. For this school’s counsellor alone',
  ),
  permission: 'campus.counsel',
  confidential: true,
  params: params.extend({ request: id, step: id }),
  body: z.discriminatedUnion('step', [
    z.strictObject({ step: z.literal('appoint'), appointment: Appointment }),
    z.strictObject({ step: z.enum(['talked', 'more', 'close']) }),
  ]),
  output: z.strictObject({}),
  errors: [
    ...memberErrors,
    changedMeanwhile,
    rules.counsellorOnly,
    rules.careStepNotNow,
    rules.appointedInPast,
  ],
  example: {
    params: {
      ...example.params,
      request: exampleRequest.id,
      step: '5f1f7b60-93c8-4b63-8e0f-1a6f2c7d9d02',
    },
    body: { step: 'talked' },
    output: {},
  },
});

export const askCounsellor = contract({
  id: 'campus.ask-counsellor',
  method: 'PUT',
  path: '/api/campus/members/:member/care-requests/:request',
  summary: say(
    '班主任替学生约心理辅导员；送出以后自己看不到。重复发送只算一次',
    'A class teacher asks the counsellor for a pupil, and does not see it afterwards. Sent twice it counts once',
  ),
  permission: 'campus.care-ask',
  confidential: true,
  params: z.strictObject({ member: id, request: id }),
  body: Wish.extend({ response: id }),
  output: z.strictObject({}),
  errors: [...memberErrors, changedMeanwhile, rules.counsellingNotOpen, rules.careConsentFirst],
  example: {
    params: { member: exampleMember, request: exampleRequest.id },
    body: { ...exampleWish, response: exampleResponse },
    output: {},
  },
});

export const viewCounselling = contract({
  id: 'campus.view-counselling',
  method: 'GET',
  path: '/api/campus/schools/:school/counselling',
  summary: say(
    '本校的心理辅导：接不接受约谈、求助电话，约谈的件数（1 到 4 件不显示）',
    'Counselling at a school: whether requests are taken, its help numbers, and how many requests there are; 1 to 4 are not told',
  ),
  permission: 'campus.care',
  params,
  query,
  output: z.strictObject({
    counselling: Counselling,
    version: z.int().describe('0: not set up yet'),
    counsellor: z.boolean().describe('whether who asks is this school’s counsellor'),
    counts: z.strictObject({ asked: Told, waiting: Told, late: Told }),
  }),
  errors: [...memberErrors],
  example: {
    ...example,
    query: { response: exampleResponse },
    output: {
      counselling: { open: true, lines: [] },
      version: 1,
      counsellor: false,
      counts: { asked: 12, waiting: null, late: 0 },
    },
  },
});

export const putCounselling = contract({
  id: 'campus.put-counselling',
  method: 'PUT',
  path: '/api/campus/schools/:school/counselling',
  summary: say(
    '设置本校的心理辅导：接不接受约谈、求助电话。只给本校的心理辅导员',
    'Set up counselling at a school: whether requests are taken, its help numbers. For this school’s counsellor alone',
  ),
  permission: 'campus.counsel',
  params,
  body: Counselling.extend({ response: id, seen: z.int().min(0) }),
  output: z.strictObject({ version: z.int() }),
  errors: [...memberErrors, changedMeanwhile, rules.counsellorOnly],
  example: {
    ...example,
    body: { response: exampleResponse, seen: 0, open: true, lines: [] },
    output: { version: 1 },
  },
});
