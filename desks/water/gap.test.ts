import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gapSheet, needOf } from './gap.ts';
import { servedBy } from './plan.ts';
import { floors, plan, point, problem, rows } from './testing/small-day.ts';
import { kindPoint, withKinds } from './testing/with-kinds.ts';

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
    kind: fc.constantFrom('village', 'clinic', 'school', 'elderly-home', 'livestock'),
    delivered: fc.nat(50_000),
    expected: fc.nat(50_000),
    area: fc.constantFrom('north', 'south', 'west'),
  });
  fc.assert(
    fc.property(fc.array(amount, { maxLength: 20 }), (amounts) => {
      const points = amounts.map(({ kind, people, have, area }, i) =>
        kindPoint(kind, `p${i}`, area, people, have),
      );
      const served = new Map(
        amounts.map(({ delivered, expected }, i) => [
          `p${i}`,
          { delivered, expected, short: null },
        ]),
      );
      const { villages: found, total } = gapSheet(withKinds, points, villages, served);
      for (const name of ['have', 'need', 'delivered', 'expected'] as const) {
        const sum = (rows: readonly Record<typeof name, number>[]) =>
          rows.reduce((all, row) => all + row[name], 0);
        expect(total[name]).toBe(sum(found));
        for (const village of found) expect(village[name]).toBe(sum(village.points));
      }
      const heads = (animals: boolean) =>
        amounts
          .filter(({ kind }) => (kind === 'livestock') === animals)
          .reduce((all, { people }) => all + people, 0);
      expect([total.people, total.animals]).toEqual([heads(false), heads(true)]);
      for (const name of ['people', 'animals'] as const)
        expect(total[name]).toBe(found.reduce((all, row) => all + row[name], 0));
      expect(total.expected).toBe(amounts.reduce((all, { expected }) => all + expected, 0));
    }),
  );
});

test('nobody at a point divides nothing', () => {
  expect(gapSheet(floors, [point('p', 'north', 0)], villages, new Map()).total.perPerson).toBe(0);
});

test('each point is held against the floors of its kind; litres a person are of those who share the general ones', () => {
  const points = [
    kindPoint('village', 'v', 'north', 100),
    kindPoint('elderly-home', 'e', 'north', 20, 100),
    kindPoint('clinic', 'c', 'north', 10, 100),
    kindPoint('school', 's', 'north', 50),
    kindPoint('livestock', 'l', 'north', 40),
  ];
  const got = (expected: number) => ({ delivered: expected, expected, short: null });
  const served = new Map([
    ['v', got(1900)],
    ['e', got(300)],
    ['c', got(500)],
    ['s', got(150)],
    ['l', got(400)],
  ]);
  const { total } = gapSheet(withKinds, points, villages, served);
  const [north] = gapSheet(withKinds, points, villages, served).villages;
  expect(new Map(north?.points.map(({ id, need, perPerson }) => [id, [need, perPerson]]))).toEqual(
    new Map([
      ['v', [2000, 19]],
      ['e', [300, 20]],
      ['c', [500, 60]],
      ['s', [150, 3]],
      ['l', [1200, 10]],
    ]),
  );
  // (1,900 + 300 + 100) / 120
  expect(total).toMatchObject({ people: 180, animals: 40, kind: 'village', perPerson: 19.1 });
  expect(total.expected).toBe(3250);
});

test('a village misses what its people miss; its animals’ shortage stands at their point', () => {
  const short = { tier: 'basic', litres: 400, because: 'x', ...words() };
  const served = new Map([
    ['v', { delivered: 2000, expected: 2000, short: null }],
    ['l', { delivered: 0, expected: 0, short }],
  ]);
  const points = [
    kindPoint('village', 'v', 'north', 100),
    kindPoint('livestock', 'l', 'north', 40),
  ];
  const [north] = gapSheet(withKinds, points, villages, served).villages;
  expect(north?.misses).toBeNull();
  expect(north?.points[0]).toMatchObject({ id: 'l', short: { tier: 'basic' } });
});

const words = () => ({ say: { 'zh-CN': '', en: '' }, remedy: { 'zh-CN': '', en: '' } });
