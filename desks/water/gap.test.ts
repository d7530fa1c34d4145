import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gapSheet, needOf } from './gap.ts';
import { servedBy } from './plan.ts';
import { floors, plan, point, problem, rows } from './testing/small-day.ts';

const villages = new Map([
  ['north', '北村'],
  ['south', '南村'],
]);
const sheet = gapSheet(floors, rows.points, villages, servedBy(problem, plan));

test('the village that misses a floor comes first, with its reason', () => {
  expect(sheet.villages.map(({ name, misses }) => [name, misses])).toEqual([
    ['南村', 'basic'],
    ['北村', null],
  ]);
  expect(sheet.villages[0]?.points[0]?.short?.because).toBe('test');
});

test('litres a person count own wells and what people can take, never rounded up', () => {
  expect(sheet.villages.map(({ perPerson }) => perPerson)).toEqual([10, 20]);
  const [almost] = gapSheet(
    floors,
    [point('p', 'north', 1000)],
    villages,
    new Map([['p', { delivered: 7499, expected: 7499, short: null }]]),
  ).villages;
  expect(almost?.perPerson).toBe(7.4);
});

test('need is what the last floor asks beyond own water, whole litres up', () => {
  expect(needOf({ people: 3, have: 0 }, 7.5)).toBe(23);
  expect(needOf({ people: 3, have: 100 }, 7.5)).toBe(0);
});

test('every total is the sum of its villages, and each village of its points', () => {
  const amount = fc.record({
    people: fc.nat(5000),
    have: fc.nat(50_000),
    delivered: fc.nat(50_000),
    expected: fc.nat(50_000),
    area: fc.constantFrom('north', 'south', 'west'),
  });
  fc.assert(
    fc.property(fc.array(amount, { maxLength: 20 }), (amounts) => {
      const points = amounts.map(({ people, have, area }, i) => point(`p${i}`, area, people, have));
      const served = new Map(
        amounts.map(({ delivered, expected }, i) => [
          `p${i}`,
          { delivered, expected, short: null },
        ]),
      );
      const { villages: found, total } = gapSheet(floors, points, villages, served);
      for (const name of ['people', 'have', 'need', 'delivered', 'expected'] as const) {
        const sum = (rows: readonly Record<typeof name, number>[]) =>
          rows.reduce((all, row) => all + row[name], 0);
        expect(total[name]).toBe(sum(found));
        for (const village of found) expect(village[name]).toBe(sum(village.points));
      }
      expect(total.people).toBe(amounts.reduce((all, { people }) => all + people, 0));
      expect(total.expected).toBe(amounts.reduce((all, { expected }) => all + expected, 0));
    }),
  );
});

test('nobody at a point divides nothing', () => {
  expect(gapSheet(floors, [point('p', 'north', 0)], villages, new Map()).total.perPerson).toBe(0);
});
