import { expect, test } from 'vitest';
import { difference, undoing } from './changes.ts';

const fields = ['name', 'bays', 'open'];
const before = { name: '深井', bays: 1, open: [[0, 10]] };

test('only what differs is a change, lists by their content', () => {
  expect(difference(fields, before, { ...before, open: [[0, 10]] })).toEqual([]);
  expect(difference(fields, before, { ...before, bays: 2, hidden: true })).toEqual([
    { field: 'bays', before: 1, after: 2 },
  ]);
  expect(difference(fields, { name: 'a' }, { name: 'a', bays: undefined })).toEqual([]);
});

test('a change is taken back field by field', () => {
  const change = { deed: 'changed' as const, fields: [{ field: 'bays', before: 1, after: 2 }] };
  expect(undoing(change, { ...before, name: '改名', bays: 2 }, false)).toEqual({
    patch: { bays: 1 },
  });
});

test('unless somebody changed the same field since', () => {
  const change = { deed: 'changed' as const, fields: [{ field: 'bays', before: 1, after: 2 }] };
  expect(undoing(change, { ...before, bays: 3 }, false)).toEqual({ clash: ['bays'] });
});

test('what was added is removed, what was removed is restored, neither twice', () => {
  const change = (deed: 'added' | 'removed' | 'restored') => ({ deed, fields: [] });
  expect(undoing(change('added'), before, false)).toEqual({ removed: true });
  expect(undoing(change('restored'), before, false)).toEqual({ removed: true });
  expect(undoing(change('removed'), before, true)).toEqual({ removed: false });
  expect(undoing(change('added'), before, true)).toEqual({ clash: [] });
  expect(undoing(change('removed'), before, false)).toEqual({ clash: [] });
});
