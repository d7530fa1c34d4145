import { expect, test } from 'vitest';
import { moved, windowOf } from './grid-window.ts';

const list = { height: 400, rowHeight: 40 };

test('draws what is in sight and a little more', () => {
  expect(windowOf({ ...list, scrolled: 0, total: 50_000 })).toEqual({ from: 0, to: 18 });
  expect(windowOf({ ...list, scrolled: 40_000, total: 50_000 })).toEqual({ from: 992, to: 1018 });
});

test('never beyond the list, even scrolled past its end after it became shorter', () => {
  expect(windowOf({ ...list, scrolled: 0, total: 3 })).toEqual({ from: 0, to: 3 });
  expect(windowOf({ ...list, scrolled: 40_000, total: 20 })).toEqual({ from: 12, to: 20 });
  expect(windowOf({ ...list, scrolled: -30, total: 0 })).toEqual({ from: 0, to: 0 });
});

test('keys lead to the cells beside, not over the edge', () => {
  const of = { total: 3, columns: 2, page: 2 };
  expect(moved({ row: 0, column: 0 }, 'ArrowDown', of)).toEqual({ row: 1, column: 0 });
  expect(moved({ row: 2, column: 1 }, 'ArrowDown', of)).toEqual({ row: 2, column: 1 });
  expect(moved({ row: 0, column: 0 }, 'PageDown', of)).toEqual({ row: 2, column: 0 });
  expect(moved({ row: 1, column: 0 }, 'End', of)).toEqual({ row: 1, column: 1 });
  const here = { row: 1, column: 1 };
  expect(moved(here, 'x', of)).toBe(here);
});
