import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { qrPath, quietZone } from './qr-path.ts';

const address = 'http://192.168.1.20:8080/p/ACDE3467';

/** Which modules the bars of a path cover. */
function painted({ size, path }: ReturnType<typeof qrPath>): boolean[][] {
  const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x = '', y = '', width = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g))
    for (let i = 0; i < Number(width); i++) (rows[Number(y)] as boolean[])[Number(x) + i] = true;
  return rows;
}

test('the path paints exactly the dark modules', () => {
  const code = encode(address, { ecc: 'M', border: quietZone });
  expect(painted(qrPath(address))).toEqual(code.data);
});

test('a quiet zone lies around it, and three finder patterns in it', () => {
  const drawn = qrPath(address);
  const rows = painted(drawn);
  const edge = rows.flatMap((row, y) =>
    row.filter((_, x) => Math.min(x, y, drawn.size - 1 - x, drawn.size - 1 - y) < quietZone),
  );
  expect(edge.length).toBeGreaterThan(0);
  expect(edge).not.toContain(true);
  const last = drawn.size - quietZone - 7;
  for (const [x, y] of [
    [quietZone, quietZone],
    [last, quietZone],
    [quietZone, last],
  ] as const)
    expect(rows[y]?.slice(x, x + 7)).toEqual(Array.from({ length: 7 }, () => true));
});
