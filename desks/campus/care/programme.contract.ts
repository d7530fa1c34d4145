import { contract } from '@liangbuwu/office/http/contract.ts';
import { day, id } from '@liangbuwu/office/http/fields.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { changedMeanwhile, notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import { responseClosed } from '@liangbuwu/office/responses/rules.ts';
import { z } from 'zod';
import { exampleResponse, exampleSchool } from '../contract.examples.ts';
import { type BroadcastItem, BroadcastItems, Programme, twoAtOnce } from './programme.ts';

const params = z.strictObject({ school: id, day });
const example = { params: { school: exampleSchool.id, day: '2022-11-17' } };
const items: BroadcastItem[] = [
  { at: 7 * 60 + 20, what: '国旗下的一句话', reader: '团委' },
  { at: 21 * 60 + 30, what: '睡前十分钟：放松呼吸', reader: '心理辅导室' },
];

export const viewProgramme = contract({
  id: 'campus.view-programme',
  method: 'GET',
  path: '/api/campus/schools/:school/programme/:day',
  summary: say('一天的广播安排', 'A day’s broadcast programme'),
  permission: 'campus.care',
  params,
  query: z.strictObject({ response: id }),
  output: Programme,
  errors: [notFound],
  example: {
    ...example,
    query: { response: exampleResponse },
    output: { school: exampleSchool.id, day: '2022-11-17', items, version: 1, before: null },
  },
});

export const putProgramme = contract({
  id: 'campus.put-programme',
  method: 'PUT',
  path: '/api/campus/schools/:school/programme/:day',
  summary: say(
    '保存一天的广播安排；当天的显示在学校的公开页和家庭页',
    'Save a day’s broadcast programme; today’s stands on the school’s public page and on families’ pages',
  ),
  permission: 'campus.care',
  params,
  body: z.strictObject({ response: id, items: BroadcastItems, seen: z.int().min(0) }),
  output: z.strictObject({ version: z.int() }),
  errors: [notFound, responseClosed, changedMeanwhile, twoAtOnce],
  example: {
    ...example,
    body: { response: exampleResponse, items, seen: 0 },
    output: { version: 1 },
  },
});
