import { expect, test } from 'vitest';
import type { Column } from '../column.ts';
import { resolve, splitName, writtenName } from './resolve.ts';

const column: Column = { field: 'area', kind: 'area', label: { 'zh-CN': '村', en: 'Village' } };
const hongqi = (id: string, apart: string) => ({ id, name: '红旗村', apart });
const areas = [
  hongqi('a', '430212106222'),
  hongqi('b', '430203001205'),
  { id: 'c', name: '白壁村', apart: '430212106213' },
];

test.each([
  ['红旗村（430212106222）', { name: '红旗村', apart: '430212106222' }],
  ['红旗村 (古岳峰镇)', { name: '红旗村', apart: '古岳峰镇' }],
  ['白壁村', { name: '白壁村', apart: undefined }],
])('%s', (text, parts) => {
  expect(splitName(text)).toEqual(parts);
});

test('a name that one has is that one; a code is as good', () => {
  expect(resolve(column, '白壁村', areas, undefined)).toEqual({ id: 'c' });
  expect(resolve(column, '430203001205', areas, undefined)).toEqual({ id: 'b' });
});

test('a name that several have is not guessed, but told apart, or left where it is', () => {
  const asked = resolve(column, '红旗村', areas, undefined);
  expect(asked).toMatchObject({ cause: { 'zh-CN': '叫“红旗村”的村有 2 个。' } });
  expect(JSON.stringify(asked)).toContain('红旗村（430212106222）');
  expect(resolve(column, '红旗村（430203001205）', areas, undefined)).toEqual({ id: 'b' });
  expect(resolve(column, '红旗村', areas, 'a')).toEqual({ id: 'a' });
});

test('what nobody has is said so', () => {
  expect(resolve(column, '没有村', areas, undefined)).toHaveProperty('remedy');
});

test('what is written can be read back', () => {
  for (const one of areas) {
    const text = writtenName(one, areas.filter(({ name }) => name === one.name).length > 1);
    expect(resolve(column, text, areas, undefined)).toEqual({ id: one.id });
  }
});
