import { workbookFile } from '@liangbuwu/office/tables/excel/testing/workbook-file.ts';
import { expect, test } from 'vitest';
import { type ListOf, readList } from './read-list.ts';
import { listTemplate } from './template.ts';

const school: ListOf = {
  school: 's',
  classes: [
    { id: 'c1', name: '高一1班' },
    { id: 'c2', name: '高一(2)班' },
  ],
};
const file = (data: (string | number | null)[][], formats: string[] = []) =>
  workbookFile({ sheets: [{ name: '名单', data }], formats });
const codeOf = (content: Buffer, of = school) =>
  readList(content, of).then(
    () => 'read',
    (error) => error.body.code,
  );

test('a school’s list goes to its classes, staff in none to the school, and faults are told by cell', async () => {
  const read = await readList(
    file([
      ['某校学生名册'],
      ['序号', '姓名', '出生日期', '身份证号', '班级', '身份', '联系电话'],
      [1, '虚构甲', '2005-03-12', '430000000000000000', '高一（1）班', null, 13800000000],
      [2, '虚构乙', 200504, null, '高一2班', '学生', '—'],
      [3, '虚构丙', '1980年1月', null, null, '教师', null],
      [4, '虚构丁', '1981-02', null, '高一1班', 'Staff', null],
      [5, null, null, null, null, null, null],
      [6, '虚构戊', 2005.1, null, '高三9班', '校长', 'x'],
      [7, null, '2005-01', null, null, null, null],
      [8, '虚构\n己', '2005-01', null, null, '校长', null],
      ['合计', null, null, null, null, null, 7],
    ]),
    school,
  );
  expect(read.people).toEqual([
    { area: 'c1', kind: 'pupil', name: '虚构甲', born: '2005-03', phone: '13800000000' },
    { area: 'c2', kind: 'pupil', name: '虚构乙', born: '2005-04', phone: null },
    { area: 's', kind: 'staff', name: '虚构丙', born: '1980-01', phone: null },
    { area: 'c1', kind: 'staff', name: '虚构丁', born: '1981-02', phone: null },
  ]);
  expect(read.faults.map(({ cell }) => cell)).toEqual([
    'C8',
    'E8',
    'F8',
    'G8',
    'B9',
    'E9',
    'B10',
    'F10',
  ]);
  expect(read.faults[0]?.cause['zh-CN']).toContain('可能是 1 月，也可能是 10 月');
  expect(read.faults[1]?.cause['zh-CN']).toBe('本校没有“高三9班”。');
  expect(read.faulty).toBe(3);
  expect(read.unread).toEqual(['序号', '身份证号']);
});

test('a class’s list has rows of other classes refused in words', async () => {
  const own: ListOf = { class: { id: 'c1', name: '高一1班' } };
  const { people, faults } = await readList(
    file([
      ['Name', 'Month of birth', 'Class', 'Kind'],
      ['虚构甲', '2005-03', null, null],
      ['虚构乙', '2005-03', '高一2班', null],
      ['虚构丙', '1980-03', null, 'staff'],
    ]),
    own,
  );
  expect(people.map(({ area, kind }) => [area, kind])).toEqual([
    ['c1', 'pupil'],
    ['c1', 'staff'],
  ]);
  expect(faults).toMatchObject([
    { cell: 'C3', cause: { 'zh-CN': '这一行是“高一2班”的，这里只登记“高一1班”。' } },
  ]);
});

test('what is no list is refused as what it is', async () => {
  const head = ['姓名', '出生年月', '班级'];
  expect(await codeOf(file([['姓名', '班级', '电话'], ['虚构甲']]))).toBe('list-lacks-column');
  expect(await codeOf(file([['姓名', '出生年月'], ['虚构甲']]))).toBe('list-lacks-column');
  expect(await codeOf(Buffer.from('%PDF-1.7 and so on'))).not.toBe('read');
  expect(await codeOf(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))).not.toBe(
    'read',
  );
  expect(await codeOf(Buffer.alloc(4 * 2 ** 20, 'a'))).toBe('sheet-file-too-large');
  const many = Array.from({ length: 7000 }, (_, i) => [`虚构${i}`, '2005-03', '高一1班']);
  expect(await codeOf(file([head, ...many]))).toBe('too-many-rows');
  const text = (words: string) => `<c t="inlineStr"><is><t>${words}</t></is></c>`;
  const data = `<row>${head.map(text).join('')}</row><row><c t="str"><f>A1</f><v>虚构甲</v></c></row>`;
  expect(await codeOf(workbookFile({ sheets: [{ name: 'a', data }] }))).toBe('formula-in-sheet');
});

test('the template names the classes and is read as an empty list', async () => {
  for (const language of ['zh-CN', 'en'] as const) {
    const { content } = await listTemplate(school, language, new Date('2022-11-16'));
    const read = await readList(Buffer.from(content, 'base64'), school);
    expect(read).toEqual({ people: [], faults: [], faulty: 0, unread: [] });
  }
});
