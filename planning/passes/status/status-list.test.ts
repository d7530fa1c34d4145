import fc from 'fast-check';
import { zlibSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { hex } from '../bytes.ts';
import { fromHex } from '../hex.fixture.ts';
import {
  findStatus,
  MOST_BYTES,
  makeStatusList,
  packStatusList,
  type StatusBits,
  setStatus,
  unpackStatusList,
} from './status-list.ts';

/** Examples of draft-ietf-oauth-status-list, sections 4.1, 4.3 and that with two bits. */
const examples: { bits: StatusBits; statuses: number[]; bytes: string; lst: string }[] = [
  {
    bits: 1,
    statuses: [1, 0, 0, 1, 1, 1, 0, 1, 1, 1, 0, 0, 0, 1, 0, 1],
    bytes: 'b9a3',
    lst: '78dadbb918000217015d',
  },
  {
    bits: 2,
    statuses: [1, 2, 0, 3, 0, 1, 0, 1, 1, 2, 3, 3],
    bytes: 'c944f9',
    // eNo76fITAAPfAgc
    lst: '78da3be9f2130003df0207',
  },
];

test.each(examples)('the example with $bits bits', ({ bits, statuses, bytes, lst }) => {
  const list = makeStatusList(statuses.length, bits);
  statuses.forEach((status, index) => setStatus(list, index, status));
  expect(hex(list.bytes)).toBe(bytes);
  expect(hex(packStatusList(list).lst)).toBe(lst);
  const unpacked = unpackStatusList({ bits, lst: fromHex(lst) });
  expect(unpacked && statuses.map((_, index) => findStatus(unpacked, index))).toEqual(statuses);
  expect(unpacked && findStatus(unpacked, statuses.length)).toBeUndefined();
});

test('what is written is found, and nothing beside it changes', () => {
  const bits = fc.constantFrom<StatusBits>(1, 2, 4, 8);
  fc.assert(
    fc.property(
      bits,
      fc.array(fc.tuple(fc.nat(199), fc.nat(255)), { maxLength: 60 }),
      (size, writes) => {
        const list = makeStatusList(200, size);
        const expected = Array.from({ length: 200 }, () => 0);
        for (const [index, given] of writes) {
          const status = given % 2 ** size;
          setStatus(list, index, status);
          expected[index] = status;
        }
        const unpacked = unpackStatusList(packStatusList(list));
        expect(unpacked && expected.map((_, index) => findStatus(unpacked, index))).toEqual(
          expected,
        );
      },
    ),
  );
});

describe('what is no list', () => {
  const whole = zlibSync(new Uint8Array(5000).fill(7), { level: 9 });

  test.each([
    ['nothing', new Uint8Array()],
    ['gzip', fromHex('1f8b08000000000000ff')],
    ['bare deflate', whole.slice(2, -4)],
    ['cut off', whole.slice(0, -9)],
    ['another checksum', whole.with(whole.length - 1, 0)],
    ['an empty one', zlibSync(new Uint8Array())],
    ['a byte more than a list may have', zlibSync(new Uint8Array(MOST_BYTES + 1))],
    ['eight gigabytes deflated', bomb()],
  ])('%s', (_, lst) => {
    expect(unpackStatusList({ bits: 1, lst })).toBeUndefined();
  });

  test('the largest there may be is one', () => {
    const lst = zlibSync(new Uint8Array(MOST_BYTES));
    expect(unpackStatusList({ bits: 8, lst })?.bytes.length).toBe(MOST_BYTES);
  });

  test('whatever the bytes are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const list = unpackStatusList({ bits: 1, lst: Uint8Array.of(0x78, 0xda, ...bytes) });
        expect(list?.bytes.length ?? 1).toBeGreaterThan(0);
      }),
      { numRuns: 2000 },
    );
  });
});

/** A megabyte of zeros said again and again: eight gigabytes in eight megabytes. */
function bomb(): Uint8Array {
  const block = zlibSync(new Uint8Array(1024 * 1024), { level: 9 }).slice(2, -4);
  const open = block.with(0, (block[0] ?? 0) & 0xfe);
  const parts = [Uint8Array.of(0x78, 0xda)];
  for (let i = 0; i < 8192; i++) parts.push(open);
  return Buffer.concat(parts);
}

test.each([
  ['no places', () => makeStatusList(0)],
  ['half a place', () => makeStatusList(1.5)],
  ['too many', () => makeStatusList(131_073, 8)],
  ['beyond the end', () => setStatus(makeStatusList(8), 8, 1)],
  ['a status beyond the bits', () => setStatus(makeStatusList(8), 0, 2)],
  ['a status that is none', () => setStatus(makeStatusList(8), 0, -1)],
])('refused: %s', (_, work) => {
  expect(work).toThrow(RangeError);
});
