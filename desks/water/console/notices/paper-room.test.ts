import { expect, test } from 'vitest';
import { rowHeight, typeSize } from './paper-room.ts';

test('rows share the room, and are never higher than is good to read', () => {
  expect(rowHeight(4, 160, 11)).toBe(11);
  expect(rowHeight(0, 160, 11)).toBe(11);
  for (const rows of [15, 30, 47]) {
    expect(rowHeight(rows, 160, 11) * rows).toBeLessThanOrEqual(160);
    expect(rowHeight(rows, 160, 11) * rows).toBeGreaterThan(155);
  }
});

test('type gets smaller only where the texts need more lines than there is room for', () => {
  const of = { width: 190, room: 30, most: 4.2 };
  expect(typeSize(['短'], of)).toBe(4.2);
  const long = typeSize(['长'.repeat(300), '长'.repeat(200)], of);
  expect(long).toBeLessThan(4.2);
  expect(long).toBeGreaterThan(2);
  expect(typeSize(['l'.repeat(300), 'l'.repeat(200)], of)).toBeGreaterThan(long);
  expect(typeSize(['长'.repeat(100_000)], of)).toBe(2);
});
