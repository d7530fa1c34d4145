import { expect, test } from 'vitest';
import { readValues, writeValues } from './value-lines.ts';

const say = (zh: string, en: string) => ({ 'zh-CN': zh, en });

test('values are typed one a line, with their words', () => {
  const values = [
    { value: 'green', say: say('绿码', 'green') },
    { value: null, say: say('没有', 'none') },
  ];
  expect(readValues(writeValues(values), 'string')).toEqual(values);
  expect(readValues('12 = 高三\n\n 11 = 高二 = grade 11', 'integer')).toEqual([
    { value: 12, say: say('高三', '高三') },
    { value: 11, say: say('高二', 'grade 11') },
  ]);
});

test.each([
  ['green', 'string'],
  ['a = 甲\na = 乙', 'string'],
  ['many = 许多', 'number'],
  ['yes = 是', 'boolean'],
  ['= 绿码', 'string'],
] as const)('%s is no list of values of a %s', (text, type) => {
  expect(readValues(text, type)).toBeUndefined();
});
