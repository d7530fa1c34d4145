import { expect, test } from 'vitest';
import { doorsOnPage, walkPages } from './walk-pages.ts';

const stops = (count: number) => Array.from({ length: count }, (_, at) => at);

test('a dozen doors are one page; more go on in order, none twice and none left out', () => {
  expect(walkPages(stops(12))).toEqual([stops(12)]);
  expect(walkPages(stops(doorsOnPage))).toHaveLength(1);
  const pages = walkPages(stops(2 * doorsOnPage + 1));
  expect(pages.map(({ length }) => length)).toEqual([doorsOnPage, doorsOnPage, 1]);
  expect(pages.flat()).toEqual(stops(2 * doorsOnPage + 1));
});
