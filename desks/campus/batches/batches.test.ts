import { expect, test } from 'vitest';
import type { SchoolClass } from '../campus.ts';
import { emptyParts } from '../reopening/parts.ts';
import { announcementWords, groupLines } from './announcement-words.ts';
import type { BatchLine } from './batch.ts';
import { checkBatch, peaksOf } from './capacity.ts';

const classes: SchoolClass[] = [11, 12, 12, 12].map((grade, at) => ({
  id: `c${at}`,
  school: 's',
  name: `高${grade === 11 ? '二' : '三'}${at || 1}班`,
  stage: 'senior-high',
  grade,
  invented: true,
  inScope: true,
}));
const line = (at: number, of: Partial<BatchLine> = {}): BatchLine => ({
  class: `c${at}`,
  people: 50,
  from: '07:00',
  to: '07:30',
  gate: '南门',
  ...of,
});
const parts = {
  ...emptyParts,
  lodging: { sittings: 2, beds: 120, words: '' },
  tests: { on: '2022-11-16', samplers: 1, words: '' },
  arrivals: {
    grades: [{ stage: 'senior-high' as const, grade: 12, day: '2022-11-17' }],
    gates: 1,
    words: '',
  },
};
const against = { today: '2022-11-10', boards: true, parts, classes, others: [] };
const failing = (lines: BatchLine[], of: Partial<typeof against> = {}, day = '2022-11-17') =>
  checkBatch({ day, perQuarter: 50, lines }, { ...against, ...of })
    .filter(({ ok }) => !ok)
    .map(({ what }) => what);

test('a gate’s fullest quarter of an hour counts all who come then, evenly within their time', () => {
  expect(peaksOf([line(1), line(2)])).toEqual([{ gate: '南门', from: 420, people: 50 }]);
  const late = line(2, { from: '07:15', to: '07:45', people: 51 });
  expect(peaksOf([line(1), late])).toEqual([{ gate: '南门', from: 435, people: 51 }]);
  expect(peaksOf([line(1, { from: '07:10', to: '07:20', people: 3 })])).toMatchObject([
    { people: 2 },
  ]);
});

test('gates, beds, samplers, days and classes that are back already each keep a batch', () => {
  expect(failing([line(1), line(2)])).toEqual([]);
  expect(failing([line(1), line(2, { people: 51 })])).toEqual(['gate']);
  const other = line(2, { gate: '北门', people: 100 });
  expect(failing([line(1), other])).toEqual(['beds']);
  expect(failing([line(1, { people: 361, to: '20:00' })], { boards: false })).toEqual(['samplers']);
  expect(failing([line(1)], {}, '2022-11-16')).toEqual(['day']);
  const before = [{ number: 1, day: '2022-11-17', lines: [line(1), line(3)] }];
  expect(failing([line(1)], { others: before as never[] })).toEqual(['twice', 'beds']);
  expect(failing([line(1)], { today: '2022-11-18' })).toEqual(['day']);
  expect(failing([])).toEqual(['empty']);
  expect(failing([line(1, { people: 0 })])).toEqual(['empty']);
});

test('a grade is called by its name, with its exceptions by theirs', () => {
  const names = (lines: BatchLine[]) => groupLines(lines, classes).map((one) => one.names['zh-CN']);
  expect(names([line(1), line(2), line(3)])).toEqual(['高三']);
  expect(names([line(1), line(2)])).toEqual(['高三（高三3班除外）']);
  expect(names([line(1)])).toEqual(['高三1班']);
  expect(names([line(1), line(2, { from: '08:00', to: '08:30' })])).toEqual(['高三1班', '高三2班']);
});

test('parents are told who, when, by which gate and rule, who waits, and whom to ask', () => {
  const words = announcementWords({
    school: '试验中学',
    number: 1,
    day: '2022-11-17',
    zone: 'Asia/Shanghai',
    lines: [line(1), line(2), line(3)],
    classes,
    bring: { 'zh-CN': '口罩', en: 'a mask' },
    contact: { 'zh-CN': '班主任', en: 'the class teacher' },
    plan: { number: 2, approvedAt: '2022-11-12T02:00:00.000Z' },
    rule: {
      id: 'v',
      set: 's',
      name: { 'zh-CN': '天元区返校', en: 'Return in Tianyuan' },
      number: 1,
      issuer: { 'zh-CN': '指挥部', en: 'the headquarters' },
      document: null,
      appeal: null,
      from: '2022-11-14T16:00:00.000Z',
      until: null,
      notYet: [{ 'zh-CN': '高风险区：暂缓', en: 'High-risk areas: not yet' }],
    },
    noRule: null,
    corrects: false,
  });
  expect(words['zh-CN']).toBe(`试验中学返校公告（第 1 批）

【谁返校、什么时候、走哪个门】
11月17日周四 07:00–07:30，南门：高三

【带什么】
口罩

【按哪条规定】
天元区返校，第 1 版，11月15日周二 00:00 起执行
发布：指挥部

【哪些情况先不来、怎么办】
高风险区：暂缓
其余班级的返校时间另行公告。

【有事问谁】
班主任

复学方案第 2 版已于 11月12日周六 10:00 由教育局批准。`);
  expect(words.en).toContain('Thu, Nov 17, 07:00–07:30, 南门: grade 12');
});
