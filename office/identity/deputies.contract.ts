import { z } from 'zod';
import { contract } from '../http/contract.ts';
import { day, id, instant, text } from '../http/fields.ts';
import { say } from '../http/say.ts';
import { notFound } from '../http/shared-refusals.ts';
import {
  deputyOfOneself,
  type LeaveReason,
  leaveInThePast,
  leaveOverlaps,
  leaveReasons,
  nothingToLend,
  notYoursToEnd,
} from './deputy-rules.ts';
import { accountBeyondReach, notOneself } from './refusals.ts';

const Somebody = z.strictObject({ id, name: z.string() });

const LeaveReasonId = z.enum(Object.keys(leaveReasons) as [LeaveReason, ...LeaveReason[]]);

const longestDays = 366;
const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** A leave and who stands in: from the first day 00:00 to the last day 24:00, in `zone`. */
export const Leave = z
  .strictObject({
    deputy: id,
    reason: LeaveReasonId,
    from: day,
    to: day.describe('the last day, included'),
    zone: z.enum(['Asia/Shanghai', 'Asia/Urumqi', 'UTC']).default('Asia/Shanghai'),
  })
  .refine(({ from, to }) => from <= to, { error: 'from ≤ to', path: ['to'] })
  .refine(({ from, to }) => daysBetween(from, to) < longestDays, {
    error: `≤ ${longestDays} days`,
    path: ['to'],
  });
export type Leave = z.infer<typeof Leave>;

export const Deputyship = z.strictObject({
  id,
  account: Somebody.describe('who is away'),
  deputy: Somebody,
  reason: LeaveReasonId,
  from: day,
  to: day,
  zone: z.string(),
  starts: instant,
  ends: instant.describe('at this instant it counts no longer'),
  state: z.enum(['to-come', 'now']),
  namedBy: Somebody,
  mayEnd: z.boolean().describe('you may end it'),
});
export type Deputyship = z.infer<typeof Deputyship>;

export const Colleague = z.strictObject({ id, name: z.string(), areaName: z.string() });
export type Colleague = z.infer<typeof Colleague>;

const cadre = { id: '9a3f1c7e-2b64-4d0f-8e15-6c7d8e9f0a41', name: '白壁村包村干部' };
const officer = { id: '4f8d2c11-7a40-4a6e-8f53-2b9f6a1d0c77', name: '镇值班员' };
const leave = {
  deputy: cadre.id,
  reason: 'leave',
  from: '2022-11-14',
  to: '2022-11-20',
  zone: 'Asia/Shanghai',
} satisfies Leave;
const deputyship = {
  ...leave,
  id: '7c1d0e55-93b1-4a26-bb07-5e0a7f3d9c12',
  account: officer,
  deputy: cadre,
  starts: '2022-11-13T16:00:00.000Z',
  ends: '2022-11-20T16:00:00.000Z',
  state: 'to-come',
  namedBy: officer,
  mayEnd: true,
} satisfies Deputyship;
const now = '2022-11-10T01:20:00.000Z';

const search = z.strictObject({
  search: text(40).optional().describe('part of the name or the login'),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
const Colleagues = z.strictObject({ colleagues: z.array(Colleague) });
const Deputyships = z.strictObject({
  now: instant.describe("the server's time"),
  deputyships: z.array(Deputyship),
});
const colleagues = { colleagues: [{ ...cadre, areaName: '白壁村' }] };
const account = z.strictObject({ account: id });
const whichDeputyship = z.strictObject({ deputyship: id });

export const listOwnColleagues = contract({
  id: 'identity.own-colleagues',
  method: 'GET',
  path: '/api/identity/me/colleagues',
  summary: say(
    '可以代理我的人：上级、同级和下级辖区的账号',
    'Who could stand in for me: accounts at home in the area above mine, anywhere below that, or further above',
  ),
  permission: 'signed-in',
  query: search,
  output: Colleagues,
  example: { query: { search: '白壁' }, output: colleagues },
});

export const listOwnDeputyships = contract({
  id: 'identity.own-deputyships',
  method: 'GET',
  path: '/api/identity/me/deputyships',
  summary: say(
    '与我有关的代理，现在的和将来的',
    'Who stands in for me and for whom I stand in, now and to come',
  ),
  permission: 'signed-in',
  output: Deputyships,
  example: { output: { now, deputyships: [deputyship] } },
});

const named = [deputyOfOneself, nothingToLend, leaveInThePast, leaveOverlaps, notFound];

export const nameOwnDeputy = contract({
  id: 'identity.name-own-deputy',
  method: 'POST',
  path: '/api/identity/me/deputyships',
  summary: say(
    '我不在时由谁代理：首日 0 时到末日 24 时，代理人另有我的角色和辖区',
    'Name who stands in for me: from the first day 00:00 to the last day 24:00 the deputy has my roles in my areas besides its own',
  ),
  permission: 'signed-in',
  body: Leave,
  output: Deputyship,
  errors: named,
  example: { body: leave, output: deputyship },
});

export const endOwnDeputyship = contract({
  id: 'identity.end-own-deputyship',
  method: 'POST',
  path: '/api/identity/me/deputyships/:deputyship/end',
  summary: say(
    '提前结束代理（本人或代理人）',
    'End it early, as who is stood in for or as the deputy; again it changes nothing',
  ),
  permission: 'signed-in',
  params: whichDeputyship,
  output: z.strictObject({}),
  errors: [notYoursToEnd, notFound],
  example: { params: { deputyship: deputyship.id }, output: {} },
});

export const listColleagues = contract({
  id: 'identity.colleagues',
  method: 'GET',
  path: '/api/identity/accounts/:account/colleagues',
  summary: say('可以代理该账号的人', 'Who could stand in for an account'),
  permission: 'identity.administer',
  params: account,
  query: search,
  output: Colleagues,
  errors: [notFound],
  example: { params: { account: officer.id }, query: {}, output: colleagues },
});

export const listDeputyships = contract({
  id: 'identity.deputyships',
  method: 'GET',
  path: '/api/identity/deputyships',
  summary: say(
    '管理范围内的代理，现在的和将来的',
    'Who stands in for whom, now and to come, where either is at home or has a role in the areas that you administer',
  ),
  permission: 'identity.administer',
  output: Deputyships,
  example: { output: { now, deputyships: [deputyship] } },
});

export const nameDeputy = contract({
  id: 'identity.name-deputy',
  method: 'POST',
  path: '/api/identity/accounts/:account/deputyships',
  summary: say(
    '为他人指定代理人（须可授予其全部角色）',
    'Name who stands in for an account all of whose roles you could grant yourself',
  ),
  permission: 'identity.administer',
  params: account,
  body: Leave,
  output: Deputyship,
  errors: [...named, accountBeyondReach, notOneself],
  example: { params: { account: officer.id }, body: leave, output: deputyship },
});

export const endDeputyship = contract({
  id: 'identity.end-deputyship',
  method: 'POST',
  path: '/api/identity/deputyships/:deputyship/end',
  summary: say(
    '管理员提前结束代理',
    'End a deputyship early, for an account all of whose roles you could grant yourself',
  ),
  permission: 'identity.administer',
  params: whichDeputyship,
  output: z.strictObject({}),
  errors: [accountBeyondReach, notOneself, notFound],
  example: { params: { deputyship: deputyship.id }, output: {} },
});
