import { expect, test } from 'vitest';
import { beginsBefore, instantsOf } from './deputy-rules.ts';

const zone = 'Asia/Shanghai';

test('a leave lasts from its first day 00:00 to its last day 24:00, local time', () => {
  const { starts, ends } = instantsOf({ from: '2026-11-25', to: '2026-11-26', zone });
  expect(starts.toString()).toBe('2026-11-24T16:00:00Z');
  expect(ends.toString()).toBe('2026-11-26T16:00:00Z');
});

test('today is still to be had until it is over, in the zone of the leave', () => {
  const late = Temporal.Instant.from('2026-11-25T15:59:59Z');
  expect(beginsBefore({ from: '2026-11-25', to: '2026-11-25', zone }, late)).toBe(false);
  expect(
    beginsBefore({ from: '2026-11-25', to: '2026-11-25', zone }, late.add({ seconds: 1 })),
  ).toBe(true);
  expect(
    beginsBefore({ from: '2026-11-25', to: '2026-11-25', zone: 'UTC' }, late.add({ seconds: 1 })),
  ).toBe(false);
});
