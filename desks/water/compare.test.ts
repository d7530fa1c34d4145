import { score } from '@liangbuwu/trucking/check/score.ts';
import { expect, test } from 'vitest';
import { compare, type Side } from './compare.ts';
import { gapSheet } from './gap.ts';
import { servedBy } from './plan.ts';
import { floors, plan, problem, rows } from './testing/small-day.ts';

const villages = new Map([
  ['north', '北村'],
  ['south', '南村'],
]);
const names = { tankerOf: () => 'tanker', tanker: () => '洒水1号' };
const side = (of: typeof plan): Side => ({
  problem,
  plan: of,
  sheet: gapSheet(floors, rows.points, villages, servedBy(problem, of)),
});
const route = plan.routes[0];
const without = (point: string): typeof plan => ({
  ...plan,
  routes: [
    {
      tanker: 'early',
      stops: (route?.stops ?? []).filter((stop) => stop.kind !== 'deliver' || stop.point !== point),
    },
  ],
});

test('a plan beside itself differs in nothing', () => {
  const { words, villages: rows, tankers } = compare(side(plan), side(plan), names);
  expect(words).toEqual([]);
  expect(rows.every(({ expected }) => expected.before === expected.after)).toBe(true);
  expect(tankers).toMatchObject([{ litres: { before: 3000, after: 3000 } }]);
});

test('who loses and who drives less is said in both languages, the heaviest first', () => {
  const { words } = compare(side(plan), side(without('p')), names);
  expect(words).toEqual([
    { 'zh-CN': '北村少 2,000 升（人均 20 → 0 升）', en: '北村 loses 2,000 L (20 → 0 L a person)' },
    { 'zh-CN': '洒水1号少跑 5 公里', en: '洒水1号 drives 5 km less' },
  ]);
});

test('a tanker that stays at home is named as such', () => {
  const idle = { ...plan, routes: [] };
  const { words, tankers } = compare(side(plan), side(idle), names);
  expect(words.map((word) => word.en)).toContain('洒水1号 no longer goes out');
  expect(tankers[0]?.litres).toEqual({ before: 3000, after: 0 });
});

test('animals that are short are not among the people', () => {
  const kinds = rows.points.map((one) =>
    one.id === 'q' ? { ...one, kind: 'livestock' as const } : one,
  );
  const idle = { ...plan, routes: [] };
  const of = (points: typeof rows.points): Side => ({
    problem,
    plan: { ...idle, score: score(problem, idle) },
    sheet: gapSheet(floors, points, villages, servedBy(problem, idle)),
  });
  const people = (side: Side) => compare(side, side, names).tiers.map((tier) => tier.people.after);
  expect(people(of(rows.points))[0]).toBeGreaterThan(100);
  expect(people(of(kinds))).toEqual([100, 100, 100]);
});
