import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerBy, answerWithin } from './answer-by.ts';

const hour = 3600;
const open = { from: 7 * hour, to: 24 * hour };

test.each([
  ['while it is open: two hours later', 14 * hour, { days: 0, second: 16 * hour, today: 2 * hour }],
  [
    'before it opens: two hours after that',
    5 * hour,
    { days: 0, second: 9 * hour, today: 2 * hour },
  ],
  [
    'at 23:10: fifty minutes today, the rest from seven',
    23 * hour + 600,
    { days: 1, second: 8 * hour + 600, today: 3000 },
  ],
  ['at midnight: all of it tomorrow', 24 * hour, { days: 1, second: 9 * hour, today: 0 }],
])('%s', (_, asked, by) => {
  expect(answerBy(asked, open)).toEqual(by);
});

test('a desk that is open for half an hour a day takes four days', () => {
  expect(answerBy(8 * hour, { from: 8 * hour, to: 8.5 * hour })).toEqual({
    days: 3,
    second: 8.5 * hour,
    today: 1800,
  });
});

test('the open seconds from the asking to the answer are what was allowed, and it is open then', () => {
  const second = fc.integer({ min: 0, max: 86_400 });
  fc.assert(
    fc.property(second, second, second, (asked, one, other) => {
      const [from, to] = [Math.min(one, other), Math.max(one, other)];
      fc.pre(from < to);
      const by = answerBy(asked, { from, to });
      expect(by.second).toBeGreaterThan(from);
      expect(by.second).toBeLessThanOrEqual(to);
      const first = Math.max(0, to - Math.max(asked, from));
      const waited =
        by.days === 0
          ? by.second - Math.max(asked, from)
          : first + (by.days - 1) * (to - from) + by.second - from;
      expect(waited).toBe(answerWithin);
    }),
  );
});
