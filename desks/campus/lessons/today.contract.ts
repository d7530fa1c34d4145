import { contract } from '@liangbuwu/office/http/contract.ts';
import { day, id } from '@liangbuwu/office/http/fields.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { changedMeanwhile } from '@liangbuwu/office/http/shared-refusals.ts';
import { z } from 'zod';
import { exampleClass, exampleMember, exampleResponse } from '../contract.examples.ts';
import { memberErrors } from '../members/members.contract.ts';
import { notAMentor } from './lesson-rules.ts';
import { exampleTeacher, exampleTimes } from './lessons.examples.ts';
import { Teacher } from './week.ts';
import { Said, SaidLine, TodayCounts, TodayLine } from './where-today.ts';

const minute = z.int().min(0).max(1440);

export const ShownLesson = z.strictObject({
  period: id,
  name: z.string(),
  from: minute,
  to: minute,
  subject: z.string(),
  teacher: Teacher.nullable(),
  room: z.string(),
  link: z.string().nullable(),
  offline: z.string(),
});

const ofToday = {
  day: day.describe('today, by the clock of the response'),
  lessons: z.array(ShownLesson),
  counts: TodayCounts,
};
const [first] = exampleTimes.periods;
const example = {
  day: '2022-11-17',
  lessons: [
    {
      period: first?.id ?? '',
      name: '第1节',
      from: 480,
      to: 520,
      subject: '语文',
      teacher: { account: exampleTeacher, name: '王老师' },
      room: '301',
      link: 'https://lessons.example.org/yuwen',
      offline: '必修上册第 12 页',
    },
  ],
  counts: { room: 0, home: 1, awaited: 0, care: 0 },
};

export const viewLessonDay = contract({
  id: 'campus.lesson-day',
  method: 'POST',
  path: '/api/campus/classes/:class/lesson-day',
  summary: say(
    '任课教师：今天的课，谁在教室、谁在家（记入台账一次）',
    'For the teacher of a lesson: today’s lessons, who is in the room and who at home; the ledger hears of it once',
  ),
  permission: 'campus.lessons',
  params: z.strictObject({ class: id }),
  body: z.strictObject({ response: id }),
  output: z.strictObject({ ...ofToday, lines: z.array(TodayLine) }),
  errors: [...memberErrors],
  example: {
    params: { class: exampleClass.id },
    body: { response: exampleResponse },
    output: { ...example, lines: [{ id: exampleMember, name: '虚构甲', today: 'home' }] },
  },
});

export const ClassToday = z.strictObject({
  area: id,
  name: z.string(),
  lessons: z.int().min(0).describe('today; 0: none, or no lesson plan yet'),
  counts: TodayCounts,
  open: z.int().describe('questions that wait for an answer'),
  overdue: z.int().describe('of these, past the time promised'),
});
export type ClassToday = z.infer<typeof ClassToday>;

export const viewWhoIsWhere = contract({
  id: 'campus.who-is-where',
  method: 'POST',
  path: '/api/campus/areas/:area/lesson-day',
  summary: say(
    '今天谁在教室、谁在家：一个班的名单（含班主任登记的原因和导师），或全校各班的人数（记入台账一次）',
    'Who is in the room and who at home today: of a class by name, with what the class teacher said and the mentor; of a school as counts. The ledger hears of it once',
  ),
  permission: 'campus.pupils',
  params: z.strictObject({ area: id.describe('a class, or a school') }),
  body: z.strictObject({ response: id }),
  output: z.strictObject({
    ...ofToday,
    lines: z.array(SaidLine).describe('of a class; empty for a school'),
    classes: z.array(ClassToday),
  }),
  errors: [...memberErrors],
  example: {
    params: { area: exampleClass.id },
    body: { response: exampleResponse },
    output: {
      ...example,
      lines: [
        {
          id: exampleMember,
          name: '虚构甲',
          today: 'home',
          said: { today: 'home', why: 'leave', at: '2022-11-16T23:00:00.000Z' },
          mentor: exampleTeacher,
        },
      ],
      classes: [
        {
          area: exampleClass.id,
          name: exampleClass.name,
          lessons: 1,
          counts: example.counts,
          open: 1,
          overdue: 0,
        },
      ],
    },
  },
});

export const sayToday = contract({
  id: 'campus.say-today',
  method: 'PUT',
  path: '/api/campus/members/:member/lesson-today/:entry',
  summary: say(
    '班主任登记今天在家还是在教室，不写健康情况；同一编号只记一次',
    'The class teacher says whether a pupil is at home or in the room today, nothing of health; the same id counts once',
  ),
  permission: 'campus.lesson-plan',
  confidential: true,
  params: z.strictObject({ member: id, entry: id }),
  body: z.strictObject({ response: id, said: Said }),
  output: z.strictObject({}),
  errors: [...memberErrors, changedMeanwhile],
  example: {
    params: { member: exampleMember, entry: '5f1f7b60-93c8-4b63-8e0f-1a6f2c7d9c23' },
    body: { response: exampleResponse, said: { today: 'home', why: 'leave' } },
    output: {},
  },
});

export const putMentor = contract({
  id: 'campus.put-mentor',
  method: 'PUT',
  path: '/api/campus/classes/:class/mentor',
  summary: say(
    '定这些学生的导师；不定的，由班主任答复',
    'Names the mentor of these pupils; of whom none is named, the class teacher is',
  ),
  permission: 'campus.lesson-plan',
  params: z.strictObject({ class: id }),
  body: z.strictObject({
    response: id,
    members: z.array(id).min(1).max(100),
    mentor: id.nullable().describe('null: the class teacher'),
  }),
  output: z.strictObject({}),
  errors: [...memberErrors, notAMentor],
  example: {
    params: { class: exampleClass.id },
    body: { response: exampleResponse, members: [exampleMember], mentor: exampleTeacher },
    output: {},
  },
});
