import { contract } from '@liangbuwu/office/http/contract.ts';
import { day, id, litres, text } from '@liangbuwu/office/http/fields.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import {
  areaElsewhere,
  changedMeanwhile,
  notFound,
} from '@liangbuwu/office/http/shared-refusals.ts';
import { PlanHead } from '@liangbuwu/office/plans/contract.ts';
import { anotherInForce, notSolvedYet, timeHasPassed } from '@liangbuwu/office/plans/rules.ts';
import { outsideResponse, responseClosed } from '@liangbuwu/office/responses/rules.ts';
import { z } from 'zod';
import { Comparison } from './comparison.ts';
import { examples } from './contract.examples.ts';
import { GapSheet } from './gap.ts';
import { HandedPlan } from './hand.ts';
import { PointRow, TankerRow } from './registers.ts';
import { dayIsOver, moveNotMade, noDesk, nothingToCompare, reasonNeeded } from './rules.ts';
import { TankerDay } from './schedule.ts';
import { Desk, Floors, Point, Position, Source, Tanker } from './water.ts';

const deskDay = z.strictObject({ response: id, area: id, day });

export const listDesks = contract({
  id: 'water.desks',
  method: 'GET',
  path: '/api/water/desks',
  summary: say('我能看到的送水台', 'The water desks within reach, with the areas that they serve'),
  permission: 'water.read',
  query: z.strictObject({ response: id }),
  output: z.strictObject({
    desks: z.array(
      z.strictObject({
        area: id,
        name: z.string(),
        whole: z.boolean().describe('all of it within reach'),
      }),
    ),
  }),
  example: examples.listDesks,
});

export const getDay = contract({
  id: 'water.day',
  method: 'GET',
  path: '/api/water/day',
  summary: say(
    '一天送水所依据的一切',
    'All that a day of trucking rests on: hours, floors, sources, tankers, points, positions',
  ),
  permission: 'water.read',
  query: deskDay,
  output: z.strictObject({
    desk: Desk,
    floors: Floors,
    sources: z.array(Source),
    tankers: z.array(Tanker),
    points: z.array(Point),
    positions: z.array(Position),
    villages: z.array(z.strictObject({ area: id, name: z.string() })),
    estimatedWays: z
      .int()
      .describe('how many of the drive times between these places are estimates'),
    ways: z.int(),
  }),
  errors: [noDesk, notFound],
  example: examples.getDay,
});

export const getGap = contract({
  id: 'water.gap',
  method: 'GET',
  path: '/api/water/gap',
  summary: say(
    '缺口表：每村人均几升，差在哪里，为什么',
    'The gap sheet: litres per person by village against the floors, who is short and why',
  ),
  permission: 'water.read',
  query: deskDay.extend({
    plan: id.optional().describe('a plan to look at; else what is published'),
  }),
  output: z.strictObject({
    basis: z
      .enum(['published', 'plan', 'nothing'])
      .describe('nothing: no plan is in force, every need is open'),
    plan: PlanHead.nullable(),
    sheet: GapSheet,
  }),
  errors: [noDesk, notFound, notSolvedYet],
  example: examples.getGap,
});

export const getSchedule = contract({
  id: 'water.schedule',
  method: 'GET',
  path: '/api/water/plans/:plan/schedule',
  summary: say(
    '各车时间表：取水、行驶、送水、等候、休息',
    "Every tanker's day: fills, drives, deliveries, waits, rests",
  ),
  permission: 'plans.read',
  params: z.strictObject({ plan: id }),
  output: z.strictObject({ tankers: z.array(TankerDay) }),
  errors: [notFound, notSolvedYet],
  example: examples.getSchedule,
});

export const comparePlans = contract({
  id: 'water.compare',
  method: 'GET',
  path: '/api/water/compare',
  summary: say('两份计划并排比较', 'Two plans of one day side by side'),
  permission: 'plans.read',
  query: z.strictObject({ before: id, after: id }),
  output: Comparison,
  errors: [nothingToCompare, notFound],
  example: examples.comparePlans,
});

export const makePlan = contract({
  id: 'water.make-plan',
  method: 'PUT',
  path: '/api/water/plans/:plan',
  summary: say(
    '编制一天的计划；已有发布的计划时，从现在起接着排',
    'Plan a day; where a plan is published, it goes on from there as of now. Sent twice it is one plan',
  ),
  permission: 'water.plan',
  params: z.strictObject({ plan: id }),
  body: deskDay.extend({
    name: text(60).default(''),
    seconds: z.int().min(1).max(300).default(10),
    seed: z.int().min(1).max(2_147_483_647).default(1),
    fair: z
      .boolean()
      .optional()
      .describe(
        'what points went short on the days before weighs in this plan; if not said, as in the plan that `hand` starts from, else it does',
      ),
    hand: HandedPlan.optional().describe('what people decided beforehand'),
  }),
  output: PlanHead,
  errors: [noDesk, dayIsOver, moveNotMade, notSolvedYet, responseClosed, notFound],
  example: examples.makePlan,
});

export const publishPlan = contract({
  id: 'water.publish-plan',
  method: 'POST',
  path: '/api/water/plans/:plan/publish',
  summary: say(
    '发布计划：向各村作出承诺',
    'Publish a plan: it makes the promises, and takes back those that it replaces',
  ),
  permission: 'water.publish',
  params: z.strictObject({ plan: id }),
  body: z.strictObject({
    replaces: id.nullable().describe('the plan in force that the officer has looked at'),
  }),
  output: z.strictObject({
    plan: PlanHead,
    promises: z.strictObject({ made: z.int(), withdrawn: z.int(), kept: z.int() }),
  }),
  errors: [notSolvedYet, anotherInForce, timeHasPassed, responseClosed, notFound],
  example: examples.publishPlan,
});

export const setSourceState = contract({
  id: 'water.set-source-state',
  method: 'POST',
  path: '/api/water/sources/:source/state',
  summary: say('停用或恢复水源', 'Close or reopen a source, as of now'),
  permission: 'water.plan',
  params: z.strictObject({ source: id }),
  body: z.strictObject({ response: id, state: Source.shape.state, reason: text(200).default('') }),
  output: Source,
  errors: [reasonNeeded, noDesk, responseClosed, notFound],
  example: examples.setSourceState,
});

export const setTankerState = contract({
  id: 'water.set-tanker-state',
  method: 'POST',
  path: '/api/water/tankers/:tanker/state',
  summary: say('停用或恢复送水车', 'Take a tanker out of use or back, as of now'),
  permission: 'water.plan',
  params: z.strictObject({ tanker: id }),
  body: z.strictObject({
    response: id,
    state: TankerRow.shape.state,
    reason: text(200).default(''),
  }),
  output: TankerRow,
  errors: [reasonNeeded, noDesk, responseClosed, notFound],
  example: examples.setTankerState,
});

export const setWay = contract({
  id: 'water.set-way',
  method: 'POST',
  path: '/api/water/points/:point/way',
  summary: say('登记去供水点的路不通或恢复', 'Close or reopen the way to a point'),
  permission: 'water.plan',
  params: z.strictObject({ point: id }),
  body: z.strictObject({ response: id, closed: z.boolean(), reason: text(200).default('') }),
  output: PointRow,
  errors: [reasonNeeded, noDesk, responseClosed, notFound],
  example: examples.setWay,
});

export const setOwnWater = contract({
  id: 'water.set-own-water',
  method: 'POST',
  path: '/api/water/points/:point/own-water',
  summary: say('登记供水点自有水每天还能供多少', "What a point's own wells still give in a day"),
  permission: 'water.plan',
  params: z.strictObject({ point: id }),
  body: z.strictObject({ response: id, have: litres }),
  output: PointRow,
  errors: [noDesk, responseClosed, notFound],
  example: examples.setOwnWater,
});

export const putFloors = contract({
  id: 'water.put-floors',
  method: 'PUT',
  path: '/api/water/floors/:version',
  summary: say(
    '登记新一版供水标准',
    'Add a version of the floors; one that is there is not altered',
  ),
  permission: 'water.write',
  params: z.strictObject({ version: text(40, 1) }),
  body: Floors.omit({ version: true }),
  output: Floors,
  errors: [changedMeanwhile, areaElsewhere],
  example: examples.putFloors,
});

export const putDesk = contract({
  id: 'water.put-desk',
  method: 'PUT',
  path: '/api/water/desks/:area',
  summary: say(
    '开设送水台：服务时间、休息规定',
    "Open a town's water desk: service hours, rest rule",
  ),
  permission: 'water.write',
  params: z.strictObject({ area: id }),
  body: Desk.omit({ area: true }).refine(({ from, to }) => from < to, { error: 'from < to' }),
  output: Desk,
  errors: [areaElsewhere, outsideResponse, responseClosed, notFound],
  example: examples.putDesk,
});
