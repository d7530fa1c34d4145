import { expect, test } from 'vitest';
import { expiring } from './expiring.ts';
import * as examples from './registers.examples.ts';

const source = { ...examples.source.row, consentUntil: null, testAgainBy: null };
const tanker = { ...examples.tanker.row, clearedUntil: null, lentUntil: null };
const on = '2022-11-10';

test('what has no end, or ends in more than a week, is not spoken of', () => {
  const far = { ...source, consentUntil: '2022-11-18' };
  expect(expiring({ sources: [source, far], tankers: [tanker] }, on)).toEqual([]);
});

test('the soonest first, with the days that are left, below 0 where it has ended', () => {
  const found = expiring(
    {
      sources: [{ ...source, consentUntil: '2022-11-17', testAgainBy: '2022-11-09' }],
      tankers: [{ ...tanker, clearedUntil: '2022-11-10', lentUntil: '2022-12-01' }],
    },
    on,
  );
  expect(found.map(({ kind, left }) => [kind, left])).toEqual([
    ['test', -1],
    ['clearance', 0],
    ['consent', 7],
  ]);
});

test('a month of another length is counted in days', () => {
  const [one] = expiring(
    { sources: [{ ...source, consentUntil: '2023-03-01' }], tankers: [] },
    '2023-02-27',
  );
  expect(one?.left).toBe(2);
});
