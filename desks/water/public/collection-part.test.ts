import { expect, test } from 'vitest';
import { collectionWindows } from '../collection-windows.ts';
import { hamletsOf, isFew } from '../hamlets.ts';
import { collectionPart } from './collection-part.ts';
import type { PublicDay } from './read-point.ts';

const hour = 3600;
const home = (label: string, people: number) => ({ label: `白壁村${label}户`, people });
const homes = (hamlet: string, people: readonly number[]) =>
  people.map((heads, at) => home(`${hamlet}${at + 1}`, heads));

/** What the page says of a point with these households, which a tap each minute draws ten litres at. */
function said(
  households: readonly { label: string; people: number }[],
  supplies = [{ at: 8 * hour, until: 20 * hour, litres: 20_000 }],
): string {
  const people = households.reduce((sum, one) => sum + one.people, 0);
  const hamlets = hamletsOf(households, { village: '白壁村', people });
  const of = collectionWindows({ hamlets, supplies, flow: 10 / 60, most: 10 });
  if (!of) throw new Error('everybody has a window');
  const collection = {
    flow: { taps: 1, each: 10, basis: 'registered' as const },
    of,
    few: isFew(households, people),
  };
  return collectionPart({ collection, now: 0 } as unknown as PublicDay, 'zh-CN')
    .toString()
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
}

test('a hamlet of many households says how many people collect in each window, and whose it is', () => {
  const text = said(homes('3组', Array(12).fill(5)));
  expect(text).toContain('3组 1 至 6 户 · 30 人');
  expect(text).toContain('60 人 × 每人 10 升');
});

test('one house alone is told by no figure: not its own, and not by what the others leave of the sum', () => {
  const text = said([...homes('3组', [4, 4, 4, 4, 4]), home('老屋9', 7)]);
  expect(text).toContain('3组和其他住户');
  expect(text).not.toContain('老屋');
  expect(text).not.toMatch(/(^|[^\d])7 人/);
});

test('where a point has a few households no head count stands anywhere', () => {
  const text = said(homes('3组', [3, 6]));
  expect(text).toContain('全体');
  expect(text).not.toMatch(/\d 人/);
});

test('a window of one household names no house, since it is as long as that household takes', () => {
  const text = said(homes('3组', [4, 4, 4, 4, 9]), [
    { at: 8 * hour, until: 8 * hour + 1800, litres: 160 },
    { at: 15 * hour, until: 15 * hour + 1800, litres: 300 },
  ]);
  expect(text).toContain('3组，第 1 批');
  expect(text).toContain('村里按门牌顺序通知');
  expect(text).not.toMatch(/[至起] ?\d* ?户|\d 人 ·|· \d+ 人/);
});
