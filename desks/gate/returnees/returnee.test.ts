import { expect, test } from 'vitest';
import { daysAsked, monitoring } from './returnee.ts';

test.each([
  ['home-7', { away: 0, home: 7 }],
  ['central-5-3', { away: 5, home: 3 }],
  ['central-7', 'elsewhere'],
  ['hospital', 'elsewhere'],
  ['enter', 'free'],
  ['self-care', 'free'],
  ['tests', 'free'],
])('%s asks for %j', (outcome, days) => {
  expect(daysAsked(outcome)).toEqual(days);
});

test('the day of arrival is not counted, and it is over on the day after the last', () => {
  expect(monitoring('2022-11-10', { away: 0, home: 7 })).toEqual({
    days: [11, 12, 13, 14, 15, 16, 17].map((on) => `2022-11-${on}`),
    from: '2022-11-11',
    releaseOn: '2022-11-18',
  });
  expect(monitoring('2022-11-28', { away: 5, home: 3 })).toMatchObject({
    days: ['2022-12-04', '2022-12-05', '2022-12-06'],
    releaseOn: '2022-12-07',
  });
});
