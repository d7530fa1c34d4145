import { expect, test } from 'vitest';
import { changedIn, merge } from './merge.ts';

const fields = ['name', 'bays', 'open'];
const base = { name: '深井', bays: 1, open: [[0, 10]] };

test('lists differ by what they hold', () => {
  expect(changedIn(fields, base, { ...base, open: [[0, 10]] })).toEqual([]);
  expect(changedIn(fields, base, { ...base, open: [[0, 20]] })).toEqual(['open']);
});

test('what only one of us changed is kept from both', () => {
  const merged = merge(fields, {
    base,
    mine: { ...base, bays: 2 },
    theirs: { ...base, name: '新井' },
  });
  expect(merged.values).toEqual({ name: '新井', bays: 2, open: base.open });
  expect(merged).toMatchObject({ theirs: ['name'], both: [] });
});

test('what both changed is mine until I choose, and is named', () => {
  const merged = merge(fields, {
    base,
    mine: { ...base, bays: 2 },
    theirs: { ...base, bays: 3 },
  });
  expect(merged.values.bays).toBe(2);
  expect(merged.both).toEqual(['bays']);
});

test('both changing it to the same is no conflict', () => {
  const same = { ...base, bays: 2 };
  expect(merge(fields, { base, mine: same, theirs: same }).both).toEqual([]);
});
