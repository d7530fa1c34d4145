import { describe, expect, test } from 'vitest';
import { concat, hex } from '../bytes.ts';
import { type Cbor, encodeCbor } from '../cbor/strict.ts';
import { plainEd25519 } from '../crypto/plain.ts';
import { fromHex } from '../hex.fixture.ts';
import { eddsaSig01, eddsaSig02, sign1Tests } from './cose-wg.fixture.ts';
import { HeaderFault, keyIdOf, readSign1, toBeSigned, writeSign1 } from './sign1.ts';

describe('examples of the COSE working group', () => {
  test('eddsa-sig-01 verifies, and is made again byte for byte', async () => {
    const sign1 = readSign1(fromHex(eddsaSig01.cbor));
    expect(new TextDecoder().decode(sign1.payload)).toBe('This is the content.');
    expect(sign1.unprotectedHeader.get(4)).toEqual(fromHex('3131'));
    const verify = await plainEd25519.verifier(fromHex(eddsaSig01.publicKey));
    expect(await verify(toBeSigned(sign1), sign1.signature)).toBe(true);
    expect(await verify(toBeSigned(sign1, Uint8Array.of(1)), sign1.signature)).toBe(false);

    const sign = await plainEd25519.signer(fromHex(eddsaSig01.seed));
    const made = await writeSign1(new Map(sign1.protectedHeader), sign1.payload, sign);
    // Ours has no unprotected header: {4: h'3131'} is left out.
    expect(hex(made).toUpperCase()).toBe(eddsaSig01.cbor.replace('A104423131', 'A0'));
  });

  test('eddsa-sig-02 is read as it was signed; Ed448 is none of our signatures', () => {
    const sign1 = readSign1(fromHex(eddsaSig02.cbor));
    expect(hex(toBeSigned(sign1)).toUpperCase()).toBe(eddsaSig02.toBeSigned);
    expect(sign1.signature.length).toBe(114);
  });

  test.each(Object.entries(sign1Tests))('%s', (_, { cbor, toBeSigned: signed, external, code }) => {
    const bytes = fromHex(cbor);
    expect(codeOf(() => keyIdOf(readSign1(bytes), 0))).toBe(code);
    if (!signed) return;
    const { protectedHeader, ...sign1 } = readSign1(bytes);
    // An empty header is signed as no bytes (RFC 9052, section 3); here nobody writes it otherwise.
    const protectedBytes = protectedHeader.size > 0 ? sign1.protectedBytes : new Uint8Array();
    const message = toBeSigned({ ...sign1, protectedBytes }, fromHex(external ?? ''));
    expect(hex(message).toUpperCase()).toBe(signed);
  });
});

const kid = Uint8Array.of(1, 2, 3, 4);

test.each<[string, [Cbor, Cbor][], [Cbor, Cbor][], string | undefined]>([
  [
    'as it should be',
    [
      [1, -8],
      [3, 61],
      [4, kid],
    ],
    [],
    undefined,
  ],
  [
    'another algorithm',
    [
      [1, -7],
      [3, 61],
      [4, kid],
    ],
    [],
    'wrong-algorithm',
  ],
  [
    'no algorithm',
    [
      [3, 61],
      [4, kid],
    ],
    [],
    'wrong-algorithm',
  ],
  [
    'the algorithm unprotected',
    [
      [3, 61],
      [4, kid],
    ],
    [[1, -8]],
    'unprotected-header',
  ],
  [
    'another content type',
    [
      [1, -8],
      [3, 0],
      [4, kid],
    ],
    [],
    'wrong-content-type',
  ],
  [
    'the key unprotected',
    [
      [1, -8],
      [3, 61],
    ],
    [[4, kid]],
    'unprotected-header',
  ],
  [
    'no key',
    [
      [1, -8],
      [3, 61],
    ],
    [],
    'unknown-header',
  ],
  [
    'a key that is a text',
    [
      [1, -8],
      [3, 61],
      [4, 'abcd'],
    ],
    [],
    'unknown-header',
  ],
  [
    'one header more',
    [
      [1, -8],
      [3, 61],
      [4, kid],
      [16, 'x'],
    ],
    [],
    'unknown-header',
  ],
  [
    'a critical header',
    [
      [1, -8],
      [2, [99]],
      [3, 61],
      [4, kid],
      [99, 1],
    ],
    [],
    'critical-header',
  ],
  [
    'critical, though known',
    [
      [1, -8],
      [2, [1]],
      [3, 61],
      [4, kid],
    ],
    [],
    'critical-header',
  ],
  [
    'critical, unprotected',
    [
      [1, -8],
      [3, 61],
      [4, kid],
    ],
    [[2, [1]]],
    'critical-header',
  ],
])('a header: %s', (_, protectedHeader, unprotected, code) => {
  const bytes = concat(
    Uint8Array.of(0xd2),
    encodeCbor([
      encodeCbor(new Map(protectedHeader)),
      new Map(unprotected),
      new Uint8Array(3),
      new Uint8Array(64),
    ]),
  );
  expect(codeOf(() => keyIdOf(readSign1(bytes), 61))).toBe(code);
});

test.each<[string, Cbor]>([
  ['no list', 1],
  ['three parts', [new Uint8Array(), new Map(), new Uint8Array()]],
  ['no payload', [new Uint8Array(), new Map(), null, new Uint8Array(64)]],
  ['a header that is no map', [encodeCbor(1), new Map(), new Uint8Array(), new Uint8Array(64)]],
])('no COSE_Sign1: %s', (_, value) => {
  const bytes = concat(Uint8Array.of(0xd2), encodeCbor(value));
  expect(codeOf(() => readSign1(bytes))).toBe('not-sign1');
});

function codeOf(work: () => unknown): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof HeaderFault) return error.code;
    throw error;
  }
}
