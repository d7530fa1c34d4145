import { expect, test } from 'vitest';
import { fitTexts, rowHeight } from './paper-room.ts';

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
  expect(fitTexts(['短'], of)).toEqual({ size: 4.2, height: 4.2 * 1.35 });
  expect(fitTexts([], of)).toEqual({ size: 4.2, height: 0 });
  const long = fitTexts(['长'.repeat(300), '长'.repeat(200)], of);
  expect(long.size).toBeLessThan(4.2);
  expect(long.height).toBeLessThanOrEqual(30);
  expect(fitTexts(['l'.repeat(300), 'l'.repeat(200)], of).size).toBeGreaterThan(long.size);
  expect(fitTexts(['长'.repeat(100_000)], of).size).toBe(2);
});
