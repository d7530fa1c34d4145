import { contract } from '@liangbuwu/office/http/contract.ts';
import { id } from '@liangbuwu/office/http/fields.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import { z } from 'zod';
import { Course } from './course.ts';
import { Try } from './one-more.ts';

const plan = '7c3a9e1f-5f2d-4a71-8cbe-9d4f6b8a0c29';

export const getCourse = contract({
  id: 'water.course',
  method: 'GET',
  path: '/api/water/plans/:plan/course',
  summary: say(
    '计算的过程：缺水程度随时间下降，任何计划都不可能低于多少',
    'How the search went: the best hardship over time, and what no plan can go below',
  ),
  permission: 'plans.read',
  params: z.strictObject({ plan: id }),
  output: Course,
  errors: [notFound],
  example: {
    params: { plan },
    output: {
      points: [
        { seconds: 0.3, hardship: [4, 61.5, 240], metres: 231000 },
        { seconds: 9.4, hardship: [0, 42, 198.25], metres: 214300 },
      ],
      bound: [0, 40, 150],
    },
  },
});

export const listTries = contract({
  id: 'water.one-more',
  method: 'GET',
  path: '/api/water/plans/:plan/one-more',
  summary: say(
    '多一辆车、多一个取水口、多一小时会怎样（后台实际计算）',
    'What one more tanker, bay or hour would give, from real solves in the background',
  ),
  permission: 'plans.read',
  params: z.strictObject({ plan: id }),
  output: z.strictObject({
    tries: z.array(Try).describe('empty where nothing was to be tried'),
  }),
  errors: [notFound],
  example: {
    params: { plan },
    output: {
      tries: [
        {
          number: 0,
          kind: 'time',
          say: say('什么都不加，只再算同样久', 'Nothing more, only as much time again'),
          state: 'solved',
          gain: { helps: false, tiers: [], litres: 0, metres: 0 },
        },
        {
          number: 1,
          kind: 'tanker',
          say: say('多一辆 5 吨罐车（镇政府大院）', 'One more 5,000 L tanker (town yard)'),
          state: 'solved',
          gain: {
            helps: true,
            tiers: [{ name: 'basic', people: 1240, shares: 96.4 }],
            litres: 12000,
            metres: 8400,
          },
        },
      ],
    },
  },
});
