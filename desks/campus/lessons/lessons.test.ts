import { describe, expect, test } from 'vitest';
import { isHttpsLink } from './https-link.ts';
import { atHome, lessonsOf, stateAt } from './lessons-of-day.ts';
import { promisedBy, schoolDaysOf } from './promise.ts';
import { byPromise, isOverdue } from './question.ts';
import { changedCells, type Lesson, type LessonTimes, type Week } from './week.ts';
import { type Known, todayOf } from './where-today.ts';

test.each([
  ['https://meeting.tencent.com/dm/abc?x=1', true],
  ['https://会议.示例.中国/课', true],
  ['http://meeting.example.org', false],
  ['https://user:secret@example.org/', false],
  ['https://localhost/', false],
  ['https://127.0.0.1/', false],
  ['https://example.org/"onclick="x', false],
  ['https://example.org/ two', false],
  ['javascript:alert(1)', false],
  ['https://', false],
])('%s is a link for a family: %s', (link, is) => {
  expect(isHttpsLink(link)).toBe(is);
});

const lesson = (of: Partial<Lesson>): Lesson => ({
  day: 4,
  period: 'a',
  subject: '语文',
  teacher: { account: null, name: '王老师' },
  room: '',
  link: null,
  offline: '',
  ...of,
});
const times: LessonTimes = {
  periods: [
    { id: 'a', name: '第1节', from: 480, to: 520 },
    { id: 'b', name: '第2节', from: 530, to: 570 },
  ],
  links: [
    { subject: '语文', teacher: '', link: 'https://s.example.org/any', offline: '课本' },
    { subject: '语文', teacher: '王老师', link: 'https://s.example.org/wang', offline: '' },
  ],
  invented: true,
};

describe('lessons of a day', () => {
  const week: Week = {
    lessons: [lesson({ period: 'b', subject: '数学' }), lesson({}), lesson({ day: 5 })],
    links: [],
  };

  test('stand in the order of the periods, of that day alone', () => {
    const of = lessonsOf('2022-11-17', week, times);
    expect(of.map(({ from, subject }) => [from, subject])).toEqual([
      [480, '语文'],
      [530, '数学'],
    ]);
    expect(lessonsOf('2022-11-19', week, times)).toEqual([]);
    expect(
      [479, 480, 519, 520].map((minute) => stateAt(times.periods[0] as never, minute)),
    ).toEqual(['ahead', 'now', 'now', 'past']);
  });

  test('a link: the lesson’s, then the class’s, then the school’s; a teacher’s before anybody’s', () => {
    const own = {
      links: [{ subject: '语文', teacher: '', link: 'https://c.example.org', offline: '' }],
    };
    const none = { links: [] };
    expect(atHome(lesson({ link: 'https://l.example.org' }), own, times).link).toBe(
      'https://l.example.org',
    );
    expect(atHome(lesson({}), own, times)).toEqual({
      link: 'https://c.example.org',
      offline: '课本',
    });
    expect(atHome(lesson({}), none, times).link).toBe('https://s.example.org/wang');
    expect(atHome(lesson({ teacher: null }), none, times).link).toBe('https://s.example.org/any');
    expect(atHome(lesson({ subject: '数学' }), own, times)).toEqual({ link: null, offline: '' });
  });

  test('a version tells in which cells it differs', () => {
    const moved: Week = { ...week, lessons: [lesson({}), lesson({ day: 5, room: '302' })] };
    expect(changedCells(week, moved).sort()).toEqual(['4 b', '5 a']);
    expect(changedCells(week, { ...week, lessons: [...week.lessons].reverse() })).toEqual([]);
    expect(changedCells(undefined, week)).toHaveLength(3);
  });
});

describe('by when an answer is promised', () => {
  const zone = 'Asia/Shanghai';
  test.each([
    ['Thursday noon: the same day', '2022-11-17T12:00:00+08:00', '2022-11-17T12:00:00.000Z'],
    ['Thursday at five: the next', '2022-11-17T17:00:00+08:00', '2022-11-18T12:00:00.000Z'],
    ['Friday night: on Monday', '2022-11-18T21:00:00+08:00', '2022-11-21T12:00:00.000Z'],
    ['Sunday morning: on Monday', '2022-11-20T08:00:00+08:00', '2022-11-21T12:00:00.000Z'],
  ])('%s', (_, asked, promised) => {
    expect(promisedBy(asked, zone, schoolDaysOf(undefined))).toBe(promised);
  });

  test('a class with lessons on Saturday answers then too', () => {
    const week = { lessons: [lesson({ day: 6 })], links: [] };
    expect(promisedBy('2022-11-18T21:00:00+08:00', zone, schoolDaysOf(week))).toBe(
      '2022-11-19T12:00:00.000Z',
    );
  });

  test('what waits comes first, the earliest promised first; late is late by a moment', () => {
    const answer = { version: 1, text: '', at: '2022-11-17T02:00:00Z', by: '' };
    const list = [
      { id: 'answered', promised: '2022-11-16T12:00:00Z', answer },
      { id: 'later', promised: '2022-11-18T12:00:00Z', answer: null },
      { id: 'sooner', promised: '2022-11-17T12:00:00Z', answer: null },
    ];
    expect(list.sort(byPromise).map(({ id }) => id)).toEqual(['sooner', 'later', 'answered']);
    const [first] = list;
    expect(isOverdue(first as never, '2022-11-17T12:00:00Z')).toBe(false);
    expect(isOverdue(first as never, '2022-11-17T12:00:01Z')).toBe(true);
    expect(isOverdue(list[2] as never, '2022-11-20T12:00:00Z')).toBe(false);
  });
});

describe('where somebody has today’s lessons', () => {
  const moment = {
    now: '2022-11-17T02:00:00Z',
    today: '2022-11-17',
    dayOf: (at: string) => at.slice(0, 10),
  };
  const known: Known = {
    answer: 'may-return',
    arrival: '2022-11-16T07:20:00Z',
    seen: null,
    where: null,
    said: null,
  };
  const at = (minute: string) => `2022-11-17T01:${minute}:00Z`;
  const home = { today: 'home', why: 'leave' } as const;
  const cases: [string, Partial<Known>, string][] = [
    ['returned on an earlier day', {}, 'room'],
    ['returns today, not seen yet', { arrival: '2022-11-17T01:00:00Z' }, 'awaited'],
    ['returns tomorrow', { arrival: '2022-11-18T01:00:00Z' }, 'home'],
    ['nobody said when', { arrival: null }, 'home'],
    ['may not return', { answer: 'not-now' }, 'home'],
    ['has not reported', { answer: 'not-reported' }, 'home'],
    ['no rule asks', { answer: 'free' }, 'room'],
    ['let in', { seen: { at: at('10'), letThrough: true, direction: 'in' } }, 'room'],
    ['refused', { seen: { at: at('10'), letThrough: false, direction: 'in' } }, 'care'],
    ['let out', { seen: { at: at('10'), letThrough: true, direction: 'out' } }, 'home'],
    ['not let out', { seen: { at: at('10'), letThrough: false, direction: 'out' } }, 'room'],
    ['isolated', { where: { where: 'isolation', at: at('10') } }, 'care'],
    ['fetched', { where: { where: 'fetched', at: at('10') } }, 'home'],
    ['the teacher says at home', { said: { said: home, at: at('10') } }, 'home'],
    [
      'said at home, then seen at the gate',
      {
        said: { said: home, at: at('10') },
        seen: { at: at('20'), letThrough: true, direction: 'in' },
      },
      'room',
    ],
    [
      'said at the moment of the gate: the teacher counts',
      {
        said: { said: home, at: at('10') },
        seen: { at: at('10'), letThrough: true, direction: 'in' },
      },
      'home',
    ],
    ['taken back', { said: { said: { today: 'known' }, at: at('30') }, answer: 'not-now' }, 'home'],
  ];
  test.each(cases)('%s', (_, of, where) => {
    expect(todayOf({ ...known, ...of }, moment)).toBe(where);
  });
});
