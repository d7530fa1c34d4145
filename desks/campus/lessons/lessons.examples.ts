import type { LessonTimes, Week } from './week.ts';

export const exampleTeacher = '5f1f7b60-93c8-4b63-8e0f-1a6f2c7d9c21';
const period = '5f1f7b60-93c8-4b63-8e0f-1a6f2c7d9c22';

export const saved = { version: 1, by: '市二中高三1班班主任', at: '2022-11-17T00:00:00.000Z' };

export const exampleTimes: LessonTimes = {
  periods: [{ id: period, name: '第1节', from: 480, to: 520 }],
  links: [
    {
      subject: '语文',
      teacher: '',
      link: 'https://lessons.example.org/yuwen',
      offline: '必修上册第 12 页',
    },
  ],
  invented: true,
};

export const exampleWeek: Week = {
  lessons: [
    {
      day: 4,
      period,
      subject: '语文',
      teacher: { account: exampleTeacher, name: '王老师' },
      room: '301',
      link: null,
      offline: '',
    },
  ],
  links: [],
};
