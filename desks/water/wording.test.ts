import { expect, test } from 'vitest';
import { floors, problem } from './testing/small-day.ts';
import { wording } from './wording.ts';

const cast = {
  shifts: { early: { tanker: 'tanker', name: '洒水1号' } },
  points: { p: { area: 'north', name: '北村1组', kind: 'village' as const } },
  villages: {},
  floors: 'test/1',
  lossPercent: 0,
};
const inWords = wording(problem, cast, floors);

test('ids become the names that people use, floors their labels', () => {
  expect(
    inWords({
      'zh-CN': '北村1组（p）离“basic”还差 5 升',
      en: '北村1组 (p) is 5 L short of "basic"; early goes',
    }),
  ).toEqual({ 'zh-CN': '北村1组离“b”还差 5 升', en: '北村1组 is 5 L short of “b”; 洒水1号 goes' });
});
