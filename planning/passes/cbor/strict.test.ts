import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromHex } from '../hex.fixture.ts';
import { CborFault, decodeCbor, encodeCbor } from './strict.ts';

/** What is refused in these bytes. */
function codeOf(bytes: Uint8Array): string | undefined {
  try {
    decodeCbor(bytes);
    return undefined;
  } catch (error) {
    if (error instanceof CborFault) return error.code;
    throw error;
  }
}

test.each([
  ['nothing', '', 'broken-cbor'],
  ['cut off', '8201', 'broken-cbor'],
  ['a map cut off', 'a101', 'broken-cbor'],
  ['a reserved length', '1c', 'broken-cbor'],
  ['a tag', 'c001', 'broken-cbor'],
  ['a break alone', 'ff', 'not-deterministic'],
  ['a length beyond the end', '5bffffffffffffffff', 'broken-cbor'],
  ['ten thousand lists in one another', '81'.repeat(10_000), 'broken-cbor'],
  ['a second item', '0101', 'trailing-bytes'],
  ['a key twice', 'a201020103', 'duplicate-key'],
  ['a key twice, further in', '81a2616101616102', 'duplicate-key'],
  ['a key twice, once in a longer form', 'a201021801 03'.replaceAll(' ', ''), 'not-deterministic'],
  ['a long form of 1', '1801', 'not-deterministic'],
  ['a long form of a length', '5801aa', 'not-deterministic'],
  ['a list without a length', '9f01ff', 'not-deterministic'],
  ['a text without a length', '7f6161ff', 'not-deterministic'],
  ['keys out of order', 'a202010102', 'not-deterministic'],
  ['a long form of a float', 'fb3ff8000000000000', 'not-deterministic'],
  ['1 as a float', 'f93c00', 'not-deterministic'],
  ['text that is no UTF-8', '61ff', 'not-deterministic'],
])('%s', (_, bytes, code) => {
  expect(codeOf(fromHex(bytes))).toBe(code);
});

test('whatever the bytes are, there is an item that is written so, or a code', () => {
  let items = 0;
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 12 }), (bytes) => {
      if (codeOf(bytes) !== undefined) return;
      expect(encodeCbor(decodeCbor(bytes))).toEqual(bytes);
      items += 1;
    }),
    { numRuns: 5000 },
  );
  expect(items).toBeGreaterThan(100);
});
