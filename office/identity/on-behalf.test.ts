import { expect, test } from 'vitest';
import { lenderOf } from './on-behalf.ts';

const own = { lender: null, area: 'village' };
const lent = { lender: 'officer', area: 'town' };
const inVillage = new Set(['village', 'town', 'county']);
const inTown = new Set(['town', 'county']);

test('what one may do oneself is done for nobody', () => {
  expect(lenderOf([own, lent], inVillage)).toBeNull();
  expect(lenderOf([own], inTown)).toBeNull();
  expect(lenderOf([], inTown)).toBeNull();
});

test('where only a lender’s permission reaches, it is done for the lender', () => {
  expect(lenderOf([own, lent], inTown)).toBe('officer');
  expect(lenderOf([lent], inVillage)).toBe('officer');
});

test('of two lenders it is the one whose permission reaches there', () => {
  const other = { lender: 'other', area: 'other-town' };
  expect(lenderOf([other, lent], inTown)).toBe('officer');
});

test('an area that no grant reaches, or that is gone, goes by what was held', () => {
  expect(lenderOf([own, lent], new Set(['elsewhere']))).toBeNull();
  expect(lenderOf([lent], new Set())).toBe('officer');
});
