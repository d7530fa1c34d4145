import { expect, test } from 'vitest';
import { namesInShort, sheetPages } from './sheet-pages.ts';

test('every row is on one sheet, in order, and none holds more than fits', () => {
  const rows = Array.from({ length: 60 }, (_, i) => ({
    at: i,
    lines: Array.from({ length: 1 + (i % 4) }, () => '高一1班、2班、3班、4班、5班、6班、7班、8班'),
  }));
  const pages = sheetPages(rows);
  expect(pages.flat()).toEqual(rows);
  expect(pages.length).toBeGreaterThan(3);
  for (const page of pages) {
    const lines = page.flatMap((row) => row.lines).length;
    // 212 mm hold 29 lines of 7.1 mm at most.
    expect(lines).toBeLessThanOrEqual(29);
  }
  expect(sheetPages([])).toEqual([]);
});

test('names that begin alike are said in short', () => {
  expect(namesInShort(['高一1班', '高一12班', '高三2班', '校车'], '、')).toEqual([
    '高一1班、12班',
    '高三2班',
    '校车',
  ]);
});
