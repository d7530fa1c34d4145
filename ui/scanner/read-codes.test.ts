import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, expect, test } from 'vitest';
import { prepareZXingModule } from 'zxing-wasm/reader';
import { prepareZXingModule as prepareWriter, writeBarcode } from 'zxing-wasm/writer';
import { readCodes } from './read-codes.ts';

const { resolve } = createRequire(import.meta.url);
const bytesOf = (name: string) => {
  const file = readFileSync(resolve(name));
  return file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength);
};
beforeAll(() => {
  const wasmBinary = bytesOf('zxing-wasm/reader/zxing_reader.wasm');
  prepareZXingModule({ overrides: { wasmBinary } });
  prepareWriter({ overrides: { wasmBinary: bytesOf('zxing-wasm/writer/zxing_writer.wasm') } });
});

const white = 255;

/** A picture of codes side by side, `scale` pixels a module, each turned by quarters. */
async function pictureOf(
  codes: readonly { text: string; format?: 'QRCode' | 'Code128' }[],
  scale = 4,
) {
  const drawn = [];
  for (const { text, format = 'QRCode' } of codes) {
    const { symbol } = await writeBarcode(text, { format });
    drawn.push(symbol);
  }
  const quiet = 4;
  const wide = drawn.reduce((sum, { width }) => sum + width + 2 * quiet, 0) * scale;
  const high = Math.max(...drawn.map(({ height }) => Math.max(height, 20) + 2 * quiet)) * scale;
  const data = new Uint8ClampedArray(wide * high * 4).fill(white);
  let left = quiet;
  for (const { width, height, data: modules } of drawn) {
    for (let y = 0; y < Math.max(height, 20) * scale; y++) {
      for (let x = 0; x < width * scale; x++) {
        const row = height === 1 ? 0 : Math.floor(y / scale);
        if (row >= height || modules[row * width + Math.floor(x / scale)] !== 0) continue;
        const at = ((quiet * scale + y) * wide + left * scale + x) * 4;
        data.fill(0, at, at + 3);
      }
    }
    left += width + 2 * quiet;
  }
  return { data, width: wide, height: high, colorSpace: 'srgb' } as ImageData;
}

const text = 'LBW1:6BFOXN%TSMAHN-H/N8R4';

test.each(['glance', 'look'] as const)(
  'at a %s a code is read as it was written',
  async (effort) => {
    expect(await readCodes(await pictureOf([{ text }]), effort)).toEqual([text]);
  },
);

test('of two codes both are told, of one twice it once', async () => {
  const both = await readCodes(await pictureOf([{ text }, { text: 'another' }]), 'look');
  expect(both.sort()).toEqual([text, 'another'].sort());
  expect(await readCodes(await pictureOf([{ text }, { text }]), 'look')).toEqual([text]);
});

test('a code of another kind is none, and neither is an empty picture', async () => {
  expect(
    await readCodes(await pictureOf([{ text: '12345678', format: 'Code128' }]), 'look'),
  ).toEqual([]);
  const empty = await pictureOf([{ text }]);
  empty.data.fill(white);
  expect(await readCodes(empty, 'look')).toEqual([]);
});
