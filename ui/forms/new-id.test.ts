import { expect, test } from 'vitest';
import { z } from 'zod';
import { newId } from './new-id.ts';

test('whatever the bytes, it is an id that the contracts take', () => {
  for (const byte of [0x00, 0x5a, 0xff]) {
    const made = newId((bytes) => bytes.fill(byte));
    expect(z.uuid().parse(made)).toBe(made);
  }
});

test('other bytes give another id', () => {
  expect(newId((bytes) => bytes.fill(1))).not.toBe(newId((bytes) => bytes.fill(2)));
});
