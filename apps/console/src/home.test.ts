import { expect, test } from 'vitest';
import { findHome } from './home.ts';

test('one begins with the first page of one’s own', () => {
  expect(findHome(['/water/today', '/ledger', '/accounts'], { isNew: false })).toBe('/water/today');
  expect(findHome(['/facts', '/areas'], { isNew: false })).toBe('/areas');
});

test('before there was any response, who administers begins with the accounts', () => {
  expect(findHome(['/water/today', '/accounts'], { isNew: true })).toBe('/accounts');
  expect(findHome(['/water/today'], { isNew: true })).toBe('/water/today');
});

test('with nothing but what is open to everybody there is no page to begin with', () => {
  expect(findHome(['/facts'], { isNew: false })).toBeUndefined();
});
