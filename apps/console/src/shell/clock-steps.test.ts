import { createFormat } from '@liangbuwu/ui/language/format.ts';
import { expect, test } from 'vitest';
import { clockSteps } from './clock-steps.ts';

const format = createFormat('zh-CN');
const led = (now: string) =>
  clockSteps(now, format).map(({ kind, instant }) => [kind, format.instant(instant)]);

test('from early morning every mark of the day can be reached', () => {
  expect(led('2022-11-09T22:00:00Z')).toEqual([
    ['halfHour', '2022-11-10 06:30'],
    ['hour', '2022-11-10 07:00'],
    ['to', '2022-11-10 07:00'],
    ['to', '2022-11-10 12:00'],
    ['to', '2022-11-10 18:00'],
    ['toNext', '2022-11-11 06:00'],
  ]);
});

test('it never leads backwards', () => {
  for (const now of ['2022-11-10T10:00:00Z', '2022-11-10T15:59:59Z', '2022-11-10T16:00:00Z'])
    for (const { instant } of clockSteps(now, format))
      expect(Date.parse(instant)).toBeGreaterThan(Date.parse(now));
});
