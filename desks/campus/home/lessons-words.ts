import type { PageLanguage } from '@liangbuwu/office/public/language.ts';
import type { Today } from '../lessons/where-today.ts';

const zh = {
  title: (name: string) => `${name} · 今天的课`,
  where: {
    room: '今天在教室上课。',
    home: '今天在家听课：到时间点链接进课堂。',
    awaited: '今天返校，还没有到。',
    care: '今天在学校，现在不在教室。',
  } satisfies Record<Today, string>,
  noPlan: '课程表还没有。',
  noLessons: '今天没有课。',
  now: '正在上',
  enter: '进课堂',
  address: (link: string) => `网址：${link}`,
  offline: (what: string) => `没有网络：${what}`,
  mentor: (name: string | null) => `导师：${name ?? '班主任'}`,
  ask: '问导师',
  question: '想问什么',
  hint: '写清哪门课、哪一页、哪道题。不要写身份证号和病情。',
  promised: (when: string) => `现在问，${when} 前答复，答复显示在这里。急事请给班主任打电话。`,
  send: '提问',
  mayNot: {
    consent: '监护人在下面同意后就可以提问。',
    open: '已有问题在等答复，答复后可以再问。急事请给班主任打电话。',
  },
  asked: (when: string) => `${when} 提问`,
  waits: (when: string) => `${when} 前答复`,
  overdue: (when: string) => `说好 ${when} 前答复，已经过了。可以直接给班主任打电话。`,
  answered: (who: string, when: string) => `${who} ${when} 答复：`,
};
type LessonsWords = typeof zh;

const en: LessonsWords = {
  title: (name) => `${name} · Lessons today`,
  where: {
    room: 'In the classroom today.',
    home: 'At home today: open the link when the lesson begins.',
    awaited: 'Returns to school today, not here yet.',
    care: 'At school today, not in the classroom now.',
  },
  noPlan: 'There is no lesson plan yet.',
  noLessons: 'No lessons today.',
  now: 'now',
  enter: 'Join the lesson',
  address: (link) => `Address: ${link}`,
  offline: (what) => `Without a connection: ${what}`,
  mentor: (name) => `Mentor: ${name ?? 'the class teacher'}`,
  ask: 'Ask the mentor',
  question: 'Your question',
  hint: 'Say which subject, page and exercise. No identity numbers, nothing about illness.',
  promised: (when) =>
    `Asked now, it is answered by ${when}, here on this page. Ring the class teacher if it is urgent.`,
  send: 'Ask',
  mayNot: {
    consent: 'It can be asked once a guardian has consented below.',
    open: 'Questions wait for an answer already. Ring the class teacher if it is urgent.',
  },
  asked: (when) => `Asked ${when}`,
  waits: (when) => `answer promised by ${when}`,
  overdue: (when) =>
    `The answer was promised by ${when}, which has passed. Ring the class teacher.`,
  answered: (who, when) => `${who} answered, ${when}:`,
};

export const lessonsWords: Record<PageLanguage, LessonsWords> = { 'zh-CN': zh, en };
