import { expect, test } from 'vitest';
import { joined } from './joined.ts';

const at = (seconds: number, hardship: number) => ({ seconds, hardship: [hardship], metres: 0 });

test('a page opened in the middle shows what was before it and what it hears', () => {
  const line = joined([at(0, 9), at(2, 7), at(4, 6)], [at(3, 6), at(5, 4)], true);
  expect(line).toEqual([at(0, 9), at(2, 7), at(3, 6), at(5, 4)]);
});

test('a search that another server began anew is shown from its own beginning', () => {
  expect(joined([at(0, 9), at(8, 2)], [at(0.2, 9), at(1, 5)], true)).toEqual([
    at(0, 9),
    at(0.2, 9),
    at(1, 5),
  ]);
});

test('when it is over, what was kept is what is shown; without it, what was heard', () => {
  expect(joined([at(0, 9), at(6, 3)], [at(3, 6), at(5.9, 4)], false)).toEqual([at(0, 9), at(6, 3)]);
  expect(joined([], [at(3, 6), at(5.9, 4)], false)).toEqual([at(3, 6), at(5.9, 4)]);
});
