import { say } from '@liangbuwu/office/http/say.ts';
import { personalRows } from '@liangbuwu/office/responses/closing/personal-data.ts';

/** Goes when its response is closed. */
export const lessonPersonalData = [
  personalRows({
    kind: 'questions',
    name: say('家长的提问和答复（已加密）', 'Families’ questions and the answers, sealed'),
    table: 'campus.lesson_question',
  }),
  personalRows({
    kind: 'mentors',
    name: say('谁是谁的导师', 'Who is whose mentor'),
    table: 'campus.mentor',
  }),
  personalRows({
    kind: 'lesson-days',
    name: say('哪天在家听课（已加密）', 'Who had lessons at home on a day, sealed'),
    table: 'campus.lesson_today',
  }),
  personalRows({
    kind: 'lesson-plans',
    name: say('课程表：教师和链接（已加密）', 'Lesson plans with teachers and links, sealed'),
    table: 'campus.lesson_week',
  }),
  personalRows({
    kind: 'lesson-times',
    name: say('作息和听课链接（已加密）', 'Periods and links of lessons, sealed'),
    table: 'campus.lesson_times',
  }),
];
