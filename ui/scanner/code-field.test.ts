import { expect, test } from 'vitest';
import { inGroups } from './code-field.tsx';

test.each([
  ['abcd efgh2345', 'ABCD-EFGH-2345'],
  ['ＡＢＣＤ—efgh', 'ABCD-EFGH'],
  ['abc', 'ABC'],
  ['', ''],
])('%j is written %j', (typed, shown) => {
  expect(inGroups(typed)).toBe(shown);
});
