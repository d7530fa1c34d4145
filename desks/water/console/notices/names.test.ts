import { expect, test } from 'vitest';
import { fullName, shortName, villageNames } from './names.ts';

const village = (area: string, name: string, ...points: string[]) => ({
  area,
  name,
  points: points.map((one) => ({ name: one })),
});

test('a village is called by its name', () => {
  const names = villageNames([village('a', '白壁村', '白壁村3组'), village('b', '红旗村')]);
  expect([...names.values()]).toEqual(['白壁村', '红旗村']);
});

test('three villages of one name are told apart, also where their points are called alike', () => {
  const names = villageNames([
    village('a', '红旗村', '红旗村2组', '塘边'),
    village('b', '红旗村', '红旗村2组', '老屋'),
    village('c', '红旗村', '红旗村2组'),
    village('d', '白壁村', '红旗村2组'),
  ]);
  expect([...names.values()]).toEqual([
    '红旗村（塘边）',
    '红旗村（老屋）',
    '红旗村（3）',
    '白壁村',
  ]);
});

test('a point is short at home, and has its village before it elsewhere', () => {
  expect(shortName('白壁村3组', '白壁村')).toBe('3组');
  expect(shortName('塘边', '红旗村')).toBe('塘边');
  expect(shortName('红旗村', '红旗村')).toBe('红旗村');
  expect(shortName('塘边', '')).toBe('塘边');
  const plain = { name: '红旗村', called: '红旗村' };
  expect(fullName('红旗村2组', plain)).toBe('红旗村2组');
  expect(fullName('塘边', plain)).toBe('红旗村塘边');
  const street = { name: '汤圆坳居委会', called: '汤圆坳居委会' };
  expect(fullName('汤圆坳1组', street)).toBe('汤圆坳1组');
  expect(fullName('红旗村2组', { name: '红旗村', called: '红旗村（老屋）' })).toBe(
    '红旗村（老屋）2组',
  );
});
