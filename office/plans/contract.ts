import { z } from 'zod';
import { contract } from '../http/contract.ts';
import { day, id, instant, text } from '../http/fields.ts';
import { Say, say } from '../http/say.ts';
import { notFound } from '../http/shared-refusals.ts';
import { notRunning } from './rules.ts';

export const PlanProgress = z.strictObject({
  seconds: z.number().min(0),
  of: z.number().min(0),
  iterations: z.int().min(0),
  hardship: z.array(z.number()),
  metres: z.int().min(0),
});
export type PlanProgress = z.infer<typeof PlanProgress>;

export const PlanScore = z.strictObject({
  tiers: z.array(
    z.strictObject({
      name: z.string(),
      hardship: z.number(),
      worst: z.number(),
      people: z.number(),
    }),
  ),
  metres: z.int().min(0),
  changed: z.int().min(0),
});

export const PlanHead = z.strictObject({
  id,
  response: id,
  area: id,
  desk: z.string(),
  day,
  version: z.int().min(1),
  name: z.string(),
  state: z.enum(['queued', 'solving', 'solved', 'published', 'replaced', 'stopped', 'failed']),
  basedOn: id.nullable(),
  now: z.int().nullable().describe('second of the day as of which it was made'),
  score: PlanScore.nullable(),
  progress: PlanProgress.nullable(),
  failure: Say.nullable(),
  madeBy: z.strictObject({ id, name: z.string() }),
  madeAt: instant,
  finishedAt: instant.nullable(),
  publishedAt: instant.nullable(),
});
export type PlanHead = z.infer<typeof PlanHead>;

export const Presence = z.strictObject({
  account: id,
  name: z.string(),
  doing: z.enum(['reading', 'planning']),
});
export type Presence = z.infer<typeof Presence>;

const planDay = z.strictObject({ response: id, area: id, desk: z.string().max(40), day });

const head: PlanHead = {
  id: '3c1f6d0e-2b7a-4a51-9df2-6a1b7f0c9e05',
  response: '6e0f0a52-9a1c-4b49-9d1e-0c1f5f0a7b11',
  area: '0e9b6c84-35a4-4e0d-8b8b-0d2f3f1c2a10',
  desk: 'water',
  day: '2022-11-10',
  version: 1,
  name: '首版',
  state: 'published',
  basedOn: null,
  now: 21600,
  score: {
    tiers: [{ name: 'survival', hardship: 0, worst: 0, people: 0 }],
    metres: 214300,
    changed: 0,
  },
  progress: null,
  failure: null,
  madeBy: { id: 'f0b3e5a2-5a9d-4a53-9a1c-3a3e8a4e7d04', name: '镇应急值班' },
  madeAt: '2022-11-09T22:00:00.000Z',
  finishedAt: '2022-11-09T22:00:10.000Z',
  publishedAt: '2022-11-09T22:01:00.000Z',
};
const dayExample = { response: head.response, area: head.area, desk: head.desk, day: head.day };

export const listPlans = contract({
  id: 'plans.list',
  method: 'GET',
  path: '/api/plans',
  summary: say(
    '某天的各版计划，及正在看或正在编的人',
    "A day's versions, newest first, and who has it open",
  ),
  permission: 'plans.read',
  query: planDay,
  output: z.strictObject({ plans: z.array(PlanHead), present: z.array(Presence) }),
  example: {
    query: dayExample,
    output: {
      plans: [head],
      present: [{ account: head.madeBy.id, name: head.madeBy.name, doing: 'planning' }],
    },
  },
});

export const getPlan = contract({
  id: 'plans.get',
  method: 'GET',
  path: '/api/plans/:plan',
  summary: say('一份计划：问题、设置、结果', 'One plan: its problem, settings and result'),
  permission: 'plans.read',
  params: z.strictObject({ plan: id }),
  output: z.strictObject({
    head: PlanHead,
    settings: z.record(z.string(), z.unknown()),
    problem: z.unknown().describe("in the desk's own format (water: water-day/1)"),
    result: z
      .unknown()
      .describe("in the desk's own format (water: water-day-plan/1); null until solved"),
  }),
  errors: [notFound],
  example: {
    params: { plan: head.id },
    output: { head, settings: { seconds: 10, seed: 1 }, problem: {}, result: {} },
  },
});

export const stopPlan = contract({
  id: 'plans.stop',
  method: 'POST',
  path: '/api/plans/:plan/stop',
  summary: say('停止计算，保留目前最好的结果', 'Stop solving and keep the best found so far'),
  permission: 'plans.make',
  params: z.strictObject({ plan: id }),
  output: PlanHead,
  errors: [notRunning, notFound],
  example: { params: { plan: head.id }, output: head },
});

export const renamePlan = contract({
  id: 'plans.rename',
  method: 'PATCH',
  path: '/api/plans/:plan',
  summary: say('给计划改名', 'Rename a plan'),
  permission: 'plans.make',
  params: z.strictObject({ plan: id }),
  body: z.strictObject({ name: text(60, 1) }),
  output: PlanHead,
  errors: [notFound],
  example: { params: { plan: head.id }, body: { name: '三门关闭后' }, output: head },
});

export const bePresent = contract({
  id: 'plans.present',
  method: 'PUT',
  path: '/api/plans/presence/:tab',
  summary: say(
    '告诉同事我正在看或正在编这一天',
    'Tell colleagues that I have this day open; repeated every 20 s',
  ),
  permission: 'plans.read',
  params: z.strictObject({ tab: id }),
  body: planDay.extend({ doing: Presence.shape.doing }),
  output: z.strictObject({ present: z.array(Presence) }),
  example: {
    params: { tab: '9d4c7f6e-5b3a-4c2d-8e1f-0a9b8c7d6e06' },
    body: { ...dayExample, doing: 'reading' },
    output: { present: [] },
  },
});
