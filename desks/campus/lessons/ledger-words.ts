import { say } from '@liangbuwu/office/http/say.ts';

export const lessonWords = {
  'campus.lesson-times-saved': say('保存作息和听课链接', 'Periods and links of lessons saved'),
  'campus.lesson-plan-saved': say('保存课程表', 'Lesson plan saved'),
  'campus.lesson-today-said': say('登记今天在家还是在教室', 'At home or in the room today, said'),
  'campus.mentor-named': say('定导师', 'Mentor named'),
  'campus.lesson-question-asked': say('家长提问', 'A family asked'),
  'campus.lesson-question-answered': say('答复家长的提问', 'A family’s question answered'),
};
