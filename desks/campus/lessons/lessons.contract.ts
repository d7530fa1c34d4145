import { contract } from '@liangbuwu/office/http/contract.ts';
import { id, version } from '@liangbuwu/office/http/fields.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { changedMeanwhile, notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import { responseClosed } from '@liangbuwu/office/responses/rules.ts';
import { z } from 'zod';
import { exampleClass, exampleResponse, exampleSchool } from '../contract.examples.ts';
import { periodInUse, weekContradicts } from './lesson-rules.ts';
import { exampleTeacher, exampleTimes, exampleWeek, saved } from './lessons.examples.ts';
import { LessonTimes, SavedTimes, SavedWeek, Week, WeekVersion } from './week.ts';

const seen = z.int().min(0).describe('the version that it was read in; 0: none yet');
const ofClass = z.strictObject({ class: id });
const ofSchool = z.strictObject({ school: id });

export const readLessonTimes = contract({
  id: 'campus.lesson-times',
  method: 'GET',
  path: '/api/campus/schools/:school/lesson-times',
  summary: say(
    '学校的作息（每节课的时间）和各科在家听课的链接',
    'The periods of a school, and how those at home join each subject',
  ),
  permission: 'campus.lesson-times',
  params: ofSchool,
  query: z.strictObject({ response: id }),
  output: z.strictObject({ saved: SavedTimes.nullable().describe('null: nothing set yet') }),
  errors: [notFound, responseClosed],
  example: {
    params: { school: exampleSchool.id },
    query: { response: exampleResponse },
    output: { saved: { ...saved, times: exampleTimes } },
  },
});

export const putLessonTimes = contract({
  id: 'campus.put-lesson-times',
  method: 'PUT',
  path: '/api/campus/schools/:school/lesson-times',
  summary: say(
    '保存学校的作息和各科链接；以前的版本保留',
    'Set a school’s periods and links; earlier versions are kept',
  ),
  permission: 'campus.lesson-times',
  confidential: true,
  params: ofSchool,
  body: z.strictObject({ response: id, seen, times: LessonTimes }),
  output: z.strictObject({ saved: SavedTimes }),
  errors: [notFound, responseClosed, changedMeanwhile, weekContradicts, periodInUse],
  example: {
    params: { school: exampleSchool.id },
    body: { response: exampleResponse, seen: 0, times: exampleTimes },
    output: { saved: { ...saved, times: exampleTimes } },
  },
});

export const readLessonPlan = contract({
  id: 'campus.lesson-plan',
  method: 'GET',
  path: '/api/campus/classes/:class/lessons',
  summary: say(
    '一个班的课程表：现在的，或以前的一版；作息、可选的老师、各版',
    'A class’s lesson plan, as it is or as it was; the periods, the teachers to choose from, and its versions',
  ),
  permission: 'campus.lessons',
  params: ofClass,
  query: z.strictObject({
    response: id,
    version: z.coerce.number().pipe(version).optional(),
  }),
  output: z.strictObject({
    times: SavedTimes.nullable(),
    plan: SavedWeek.nullable(),
    versions: z.array(WeekVersion),
    teachers: z.array(z.strictObject({ id, name: z.string(), leads: z.boolean() })),
  }),
  errors: [notFound, responseClosed],
  example: {
    params: { class: exampleClass.id },
    query: { response: exampleResponse },
    output: {
      times: { ...saved, times: exampleTimes },
      plan: { ...saved, week: exampleWeek },
      versions: [{ ...saved, changed: 1 }],
      teachers: [{ id: exampleTeacher, name: '王老师', leads: true }],
    },
  },
});

export const putLessonPlan = contract({
  id: 'campus.put-lesson-plan',
  method: 'PUT',
  path: '/api/campus/classes/:class/lessons',
  summary: say(
    '保存一个班的课程表；以前的版本保留',
    'Save a class’s lesson plan; earlier versions are kept',
  ),
  permission: 'campus.lesson-plan',
  confidential: true,
  params: ofClass,
  body: z.strictObject({ response: id, seen, week: Week }),
  output: z.strictObject({ saved: SavedWeek }),
  errors: [notFound, responseClosed, changedMeanwhile, weekContradicts],
  example: {
    params: { class: exampleClass.id },
    body: { response: exampleResponse, seen: 0, week: exampleWeek },
    output: { saved: { ...saved, week: exampleWeek } },
  },
});
