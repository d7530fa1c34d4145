import { expect, test } from 'vitest';
import { parseSearch, safeNext, stringifySearch } from './address.ts';

test('what stands in an address comes back as the same texts', () => {
  const search = { day: '2022-11-10', number: '007', name: '白壁村 & co', flag: 'true' };
  expect(parseSearch(stringifySearch(search))).toEqual(search);
  expect(stringifySearch({ gone: undefined, none: null, empty: '' })).toBe('');
  expect(stringifySearch({ day: '2022-11-10' })).toBe('?day=2022-11-10');
});

test.each([
  ['/water/plan?plan=1', '/water/plan?plan=1'],
  [undefined, '/'],
  ['https://elsewhere.example/', '/'],
  ['//elsewhere.example', '/'],
  ['/\\elsewhere.example', '/'],
  ['/login?next=%2F', '/'],
  ['/link#abc', '/'],
  ['/linked', '/linked'],
])('after signing in %s leads to %s', (next, to) => {
  expect(safeNext(next)).toBe(to);
});
