import { contract } from '@liangbuwu/office/http/contract.ts';
import { id, instant, version } from '@liangbuwu/office/http/fields.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { changedMeanwhile, notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import { z } from 'zod';
import { SchoolDay } from './day.ts';
import { exampleDay, exampleTimetable } from './times.examples.ts';
import * as rules from './times-rules.ts';
import { InForce, TimesSettings, Timetable, TimetableHead } from './timetable.ts';

const { basis: _, result: _result, ...head } = exampleTimetable;
const saved = { version: 1, by: head.by, at: head.made, day: exampleDay };
const inForce = { timetable: head.id, at: head.made, by: head.by };

const ofSchool = z.strictObject({ school: id });
const ofTimetable = z.strictObject({ timetable: id });
const Saved = z.strictObject({ version, by: z.string(), at: instant, day: SchoolDay });

export const getSchoolDay = contract({
  id: 'campus.school-day',
  method: 'GET',
  path: '/api/campus/schools/:school/day',
  summary: say(
    '学校的条件：校门、楼梯、食堂、可选时间、校车，各班人数和怎么来',
    'What a school has: gates, stairs, canteen, possible times, buses; how many come to each class, and how',
  ),
  permission: 'campus.times',
  params: ofSchool,
  output: z.strictObject({ saved: Saved.nullable().describe('null: nothing written down yet') }),
  errors: [notFound],
  example: { params: { school: head.school }, output: { saved } },
});

export const putSchoolDay = contract({
  id: 'campus.put-school-day',
  method: 'PUT',
  path: '/api/campus/schools/:school/day',
  summary: say(
    '保存学校的条件；只有人数，没有姓名',
    'Write down what a school has; counts only, no names',
  ),
  permission: 'campus.times-plan',
  params: ofSchool,
  body: z.strictObject({
    version: z.int().min(0).describe('that it was read in; 0: none yet'),
    day: SchoolDay,
  }),
  output: z.strictObject({ saved: Saved.nullable() }),
  errors: [notFound, changedMeanwhile, rules.dayContradicts],
  example: {
    params: { school: head.school },
    body: { version: 0, day: exampleDay },
    output: { saved },
  },
});

export const makeTimetable = contract({
  id: 'campus.make-timetable',
  method: 'PUT',
  path: '/api/campus/timetables/:timetable',
  summary: say(
    '排时间：各班到校、用餐、放学错开；后台求解。可以某一版为依据，少改动',
    'Stagger the times of arrival, meals and dismissal; solved in the background, from another version with few changes if one is given. Sent twice it is one',
  ),
  permission: 'campus.times-plan',
  params: ofTimetable,
  body: TimesSettings.extend({
    school: id,
    basedOn: id.nullable().default(null).describe('the version to change as little as possible'),
  }),
  output: TimetableHead,
  errors: [notFound, rules.nobodyComes, rules.basedOnNothing, rules.dayContradicts],
  example: {
    params: { timetable: head.id },
    body: { school: head.school, seconds: 60 },
    output: head,
  },
});

export const listTimetables = contract({
  id: 'campus.timetables',
  method: 'GET',
  path: '/api/campus/schools/:school/timetables',
  summary: say(
    '一所学校的各版时间表，最近的在前；现在用哪一版',
    'The timetables of a school, the latest first, and which one is in force',
  ),
  permission: 'campus.times',
  params: ofSchool,
  output: z.strictObject({ timetables: z.array(TimetableHead), inForce: InForce }),
  errors: [notFound],
  example: { params: { school: head.school }, output: { timetables: [head], inForce } },
});

export const getTimetable = contract({
  id: 'campus.timetable',
  method: 'GET',
  path: '/api/campus/timetables/:timetable',
  summary: say(
    '一版时间表：依据、各班时间、各处人流、是否已证明最优',
    'One timetable: what it was made from, when each class comes, eats and goes, loads, and whether it is proven best',
  ),
  permission: 'campus.times',
  params: ofTimetable,
  output: Timetable,
  errors: [notFound],
  example: { params: { timetable: head.id }, output: exampleTimetable },
});

export const stopTimetable = contract({
  id: 'campus.stop-timetable',
  method: 'POST',
  path: '/api/campus/timetables/:timetable/stop',
  summary: say('停止求解，留下目前最好的', 'Stop solving; the best so far stays'),
  permission: 'campus.times-plan',
  params: ofTimetable,
  output: TimetableHead,
  errors: [notFound],
  example: { params: { timetable: head.id }, output: head },
});

export const publishTimetable = contract({
  id: 'campus.publish-timetable',
  method: 'POST',
  path: '/api/campus/timetables/:timetable/publish',
  summary: say('发布一版；以前的仍可查看', 'Publish a version; earlier ones stay readable'),
  permission: 'campus.times-plan',
  params: ofTimetable,
  body: z.strictObject({ replaces: id.nullable().describe('the one in force until now') }),
  output: InForce,
  errors: [notFound, changedMeanwhile, rules.notSolved, rules.doesNotFit],
  example: { params: { timetable: head.id }, body: { replaces: null }, output: inForce },
});

export const takeBackTimetable = contract({
  id: 'campus.take-back-timetable',
  method: 'POST',
  path: '/api/campus/timetables/:timetable/take-back',
  summary: say('收回现在用的这一版', 'Take back the version in force'),
  permission: 'campus.times-plan',
  params: ofTimetable,
  output: InForce,
  errors: [notFound, rules.notInForce],
  example: {
    params: { timetable: head.id },
    output: { ...inForce, timetable: null },
  },
});
