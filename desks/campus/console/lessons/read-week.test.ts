import { expect, test } from 'vitest';
import { draftOf, retyped, weekOf } from './draft.ts';
import { cellText, readCell } from './read-cell.ts';
import { readWeek } from './read-week.ts';

const periods = ['第1节', '第2节', '第3节'].map((name, at) => ({ id: `p${at + 1}`, name }));
const read = (text: string) => {
  const { cells, bad } = readWeek(text, periods);
  return {
    cells: cells.map(({ day, period, text: typed }) => `${day} ${period} ${typed}`),
    bad: bad.map(({ row, column, is }) => `${row}:${column} ${is}`),
  };
};

test.each([
  ['语文 王老师 301', { subject: '语文', teacher: '王老师', room: '301' }],
  ['语文\n王老师\n301室', { subject: '语文', teacher: '王老师', room: '301室' }],
  ['体育 操场', { subject: '体育', teacher: '', room: '操场' }],
  ['English / Ms Wang / Room 3', { subject: 'English', teacher: 'Ms Wang', room: 'Room 3' }],
  ['历史 房老师', { subject: '历史', teacher: '房老师', room: '' }],
  ['历史 王小楼 -', { subject: '历史', teacher: '王小楼', room: '' }],
  ['合唱 - 后台', { subject: '合唱', teacher: '', room: '后台' }],
  ['  ', null],
  ['- 王老师', undefined],
  ['一 二 三 四', undefined],
  ['语'.repeat(21), undefined],
])('%j is read', (typed, lesson) => {
  expect(readCell(typed)).toEqual(lesson);
  if (lesson) {
    const teacher = lesson.teacher ? { account: null, name: lesson.teacher } : null;
    expect(readCell(cellText({ ...lesson, teacher }))).toEqual(lesson);
  }
});

test('a week copied from a spreadsheet, with headings, a noon break and cells of several lines', () => {
  const week = '节次\t周一\t周三\n第1节\t"语文\n王老师"\t\n午休\n第2节\t\t数学 302';
  expect(read(week)).toEqual({ cells: ['1 p1 语文\n王老师', '3 p2 数学 302'], bad: [] });
});

test('without headings days and periods count from the first', () => {
  expect(read('语文\t数学\n英语\t')).toEqual({
    cells: ['1 p1 语文', '2 p1 数学', '1 p2 英语'],
    bad: [],
  });
  expect(read('第2节\t语文\n第3节\t\t数学').cells).toEqual(['1 p2 语文', '2 p3 数学']);
});

test('what is unclear is told by line and column', () => {
  const week = '\t周一\t备注\n第1节\t一 二 三 四\t带书\n第9节\t语文';
  expect(read(week)).toEqual({ cells: [], bad: ['2:2 cell', '2:3 day', '3:1 period'] });
  expect(read('语文\n数学\n英语\n物理').bad).toEqual(['4:1 period']);
});

test('a draft gives back the week; whoever is written in another’s place has not their account', () => {
  const teachers = [{ id: 'wang', name: '王老师' }];
  const lesson = {
    day: 1,
    period: 'p1',
    subject: '语文',
    teacher: { account: 'sun', name: '孙老师' },
    room: '301',
    link: 'https://lessons.example.org/1',
    offline: '',
  };
  const week = { lessons: [lesson], links: [] };
  const draft = draftOf(week, () => 'key');
  expect(weekOf(draft, teachers)).toEqual(week);
  const typed = (text: string) => weekOf(retyped(draft, { '1 p1': text }), teachers).lessons;
  expect(typed('数学 孙老师 302')).toMatchObject([{ subject: '数学', teacher: lesson.teacher }]);
  expect(typed('语文 李老师 301')).toMatchObject([{ teacher: { account: null, name: '李老师' } }]);
  expect(typed('语文 王老师')).toMatchObject([{ teacher: { account: 'wang', name: '王老师' } }]);
  expect(typed('')).toEqual([]);
});
