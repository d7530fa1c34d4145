import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { after, page, writeCursor } from './cursor.ts';

it('reads what it wrote, whatever the name', () => {
  for (const name of ['', '白壁村3组', 'a"b\\', '𠮷', 'x'.repeat(100)]) {
    const cursor = { name, id: randomUUID() };
    expect(after.parse(writeCursor(cursor))).toEqual(cursor);
  }
});

it.each(['', 'x', '%%%', btoa('[]'), btoa('["a","b"]'), btoa('{"name":1}')])(
  'refuses %j',
  (text) => {
    expect(after.safeParse(text).success).toBe(false);
  },
);

it('has a next page only where a row more was found', () => {
  const rows = Array.from({ length: 3 }, (_, i) => ({ id: randomUUID(), name: `${i}` }));
  const nameOf = (row: { name: string }) => row.name;
  expect(page(rows, 3, nameOf)).toEqual({ rows, next: null });
  const shown = rows.slice(0, 2);
  expect(page(rows, 2, nameOf).rows).toEqual(shown);
  expect(after.parse(page(rows, 2, nameOf).next)).toEqual(shown[1]);
  expect(page([], 2, nameOf)).toEqual({ rows: [], next: null });
});
