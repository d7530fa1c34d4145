import { expect, test } from 'vitest';
import { createOnce, moment } from './once.ts';

test('a code that stays in sight counts once, however long', () => {
  const once = createOnce();
  expect(once.isNew('a', 0)).toBe(true);
  for (let now = 100; now < 5 * moment; now += 100) expect(once.isNew('a', now)).toBe(false);
});

test('it counts again after a moment out of sight, and another one at once', () => {
  const once = createOnce();
  once.isNew('a', 0);
  expect(once.isNew('b', 10)).toBe(true);
  expect(once.isNew('a', 20)).toBe(true);
  expect(once.isNew('a', 20 + moment)).toBe(true);
});

test('what still lies there after a pause does not count again', () => {
  const once = createOnce();
  once.isNew('a', 0);
  once.resume(10 * moment);
  expect(once.isNew('a', 10 * moment + 200)).toBe(false);
  expect(once.isNew('b', 10 * moment + 300)).toBe(true);
});
