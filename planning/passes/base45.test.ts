import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromBase45, toBase45 } from './base45.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test.each([
  ['AB', 'BB8'],
  ['Hello!!', '%69 VD92EX0'],
  ['base-45', 'UJCLQE7W581'],
  ['ietf!', 'QED8WEX0'],
  ['', ''],
])('RFC 9285, sections 4.3 and 4.4: %s', (plain, text) => {
  expect(toBase45(bytes(plain))).toBe(text);
  expect(fromBase45(text)).toEqual(bytes(plain));
});

test.each([
  ['a group above 65535', 'GGW'],
  ['two characters above 255', 'V5'],
  ['a character alone', 'BB8B'],
  ['small letters', 'bb8'],
  ['another character', 'BB!'],
  ['full-width digits', '９B8'],
])('refused: %s', (_, text) => {
  expect(fromBase45(text)).toBeUndefined();
});

test('one text, one sequence of bytes, and back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (given) => {
      const text = toBase45(given);
      expect(text).toMatch(/^[0-9A-Z $%*+\-./:]*$/);
      expect(fromBase45(text)).toEqual(given);
    }),
  );
  fc.assert(
    fc.property(
      fc.string({ maxLength: 30, unit: fc.constantFrom(...'0123456789ABCXYZ $%*+-./:W') }),
      (text) => {
        const found = fromBase45(text);
        if (found) expect(toBase45(found)).toBe(text);
      },
    ),
    { numRuns: 2000 },
  );
});
