import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fairRule, owedAfter, weightAfter } from './fairness.ts';

describe('what a point is owed', () => {
  test.each([
    ['nothing is known', [null, null], { yesterday: null, owed: 0, factor: 1 }],
    ['it was served', [0, 0], { yesterday: 0, owed: 0, factor: 1 }],
    ['3.2 litres a person yesterday', [0, 3.2], { yesterday: 3.2, owed: 3.2, factor: 1.3 }],
    ['the day before counts half', [4, 0], { yesterday: 0, owed: 2, factor: 1.2 }],
    ['day after day it adds up', [4, 4, 4], { yesterday: 4, owed: 7, factor: 1.7 }],
    ['an unknown day changes nothing', [4, null], { yesterday: null, owed: 4, factor: 1.4 }],
    ['it ends at threefold', [20, 20, 20], { yesterday: 20, owed: 35, factor: 3 }],
    ['served again it fades', [20, 0, 0, 0, 0, 0, 0], { yesterday: 0, owed: 0.3, factor: 1 }],
  ])('%s', (_, shorts, owed) => {
    expect(owedAfter(shorts)).toEqual(owed);
  });
});

const shorts = fc.array(fc.option(fc.float({ min: 0, max: 60, noNaN: true }), { nil: null }), {
  maxLength: 20,
});

test('the weight is never below the point’s own, and never above the most', () => {
  fc.assert(
    fc.property(
      shorts,
      fc.float({ min: Math.fround(0.01), max: 100, noNaN: true }),
      (days, own) => {
        const { factor } = owedAfter(days);
        expect(factor).toBeGreaterThanOrEqual(1);
        expect(factor).toBeLessThanOrEqual(fairRule.most);
        expect(weightAfter(own, factor)).toBeGreaterThanOrEqual(Math.floor(own * 1000) / 1000);
      },
    ),
  );
});

test('who went shorter on any day is never weighed less', () => {
  fc.assert(
    fc.property(
      shorts,
      fc.nat(19),
      fc.float({ min: 0, max: 20, noNaN: true }),
      (days, at, more) => {
        const worse = days.map((short, i) => (i === at && short !== null ? short + more : short));
        expect(owedAfter(worse).factor).toBeGreaterThanOrEqual(owedAfter(days).factor);
      },
    ),
  );
});
