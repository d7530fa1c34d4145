import { id } from '@liangbuwu/office/http/fields.ts';
import { expect, test } from 'vitest';
import { newId } from './new-id.ts';

test('an id is what the contracts take for one, from the randomness given', () => {
  expect(newId((bytes) => bytes.fill(0xff))).toBe('ffffffff-ffff-4fff-bfff-ffffffffffff');
  const made = newId();
  expect(id.parse(made)).toBe(made);
  expect(newId()).not.toBe(made);
});
