import { ed25519 as noble } from '@noble/curves/ed25519.js';
import { describe, expect, test } from 'vitest';
import { fromHex } from '../hex.fixture.ts';
import { getEd25519 } from './ed25519.ts';
import { plainEd25519 } from './plain.ts';
import { rfc8032 } from './rfc8032.fixture.ts';
import { isWeakKey } from './weak-keys.ts';
import { webCryptoEd25519 } from './web-crypto.ts';

const { subtle } = globalThis.crypto;

/** The group's order (RFC 8032, section 5.1). */
const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;

describe.each([webCryptoEd25519(subtle), plainEd25519])('$name', (ed25519) => {
  test.each(rfc8032)('RFC 8032, section 7.1, $name', async (vector) => {
    const [seed, publicKey] = [fromHex(vector.seed), fromHex(vector.publicKey)];
    const [message, signature] = [fromHex(vector.message), fromHex(vector.signature)];
    expect(await ed25519.publicKey(seed)).toEqual(publicKey);
    expect(await (await ed25519.signer(seed))(message)).toEqual(signature);
    const verify = await ed25519.verifier(publicKey);
    expect(await verify(message, signature)).toBe(true);
    for (let i = 0; i < 64; i += 7) {
      const altered = signature.with(i, (signature[i] ?? 0) ^ 1);
      expect(await verify(message, altered)).toBe(false);
    }
    expect(await verify(Uint8Array.of(...message, 0), signature)).toBe(false);
  });

  test('a signature has one form: S plus the order is another number and no signature', async () => {
    const [, vector] = rfc8032;
    const signature = fromHex(vector?.signature ?? '');
    const s = BigInt(`0x${Buffer.from(signature.slice(32).reverse()).toString('hex')}`) + ORDER;
    const bytes = fromHex(s.toString(16).padStart(64, '0')).reverse();
    const twin = Uint8Array.of(...signature.slice(0, 32), ...bytes);
    const verify = await ed25519.verifier(fromHex(vector?.publicKey ?? ''));
    expect(await verify(fromHex(vector?.message ?? ''), twin)).toBe(false);
  });
});

test.each([webCryptoEd25519(subtle), plainEd25519])(
  '$name takes no number beyond p for a point (as ZIP 215 would)',
  async ({ verifier }) => {
    const identity = new Uint8Array(32).with(0, 1);
    const beyond = fromHex(`ee${'ff'.repeat(30)}7f`);
    const signature = Uint8Array.of(...beyond, ...new Uint8Array(32));
    expect(noble.verify(signature, Uint8Array.of(1), identity, { zip215: true })).toBe(true);
    expect(await (await verifier(identity))(Uint8Array.of(1), signature)).toBe(false);
  },
);

describe('which is taken is tried, not guessed', () => {
  test('WebCrypto where it can', async () => {
    expect((await getEd25519(subtle)).name).toBe('WebCrypto');
    expect((await getEd25519()).name).toBe('WebCrypto');
  });

  const pretend = (change: Partial<SubtleCrypto>) =>
    new Proxy(subtle, {
      get: (target, name) =>
        name in change
          ? change[name as keyof SubtleCrypto]
          : (target[name as keyof SubtleCrypto] as () => unknown).bind(target),
    });

  test.each([
    ['is not there', null],
    ['knows no Ed25519', pretend({ importKey: async () => Promise.reject(new Error('no')) })],
    [
      'throws at once',
      pretend({
        importKey: () => {
          throw new Error('no');
        },
      }),
    ],
    ['finds everything right', pretend({ verify: async () => true })],
    ['finds everything wrong', pretend({ verify: async () => false })],
  ])('plain JavaScript where it %s', async (_, given) => {
    const absent = globalThis.crypto;
    if (given === null)
      Object.defineProperty(globalThis, 'crypto', { value: undefined, configurable: true });
    try {
      expect((await getEd25519(given ?? undefined)).name).toBe('@noble/curves');
    } finally {
      Object.defineProperty(globalThis, 'crypto', { value: absent, configurable: true });
    }
  });
});

test('keys of small order are known, and all of them are', () => {
  const found = new Set<string>();
  for (const y of smallOrder()) {
    for (const sign of [0, 0x80]) {
      const bytes = Uint8Array.from(y);
      bytes[31] = (bytes[31] ?? 0) | sign;
      expect(isWeakKey(bytes)).toBe(true);
    }
    found.add(Buffer.from(y).toString('hex'));
  }
  expect(found.size).toBe(5);
  for (const { publicKey } of rfc8032) expect(isWeakKey(fromHex(publicKey))).toBe(false);
});

/** The eight points of small order, from the group itself: multiples of one of order 8. */
function smallOrder() {
  const { Point } = noble;
  const generator = Point.fromHex(
    'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  );
  const points = [Point.ZERO];
  for (let i = 1; i < 8; i++) points.push((points.at(-1) ?? Point.ZERO).add(generator));
  expect(new Set(points.map((point) => point.toHex())).size).toBe(8);
  return points.map((point) => {
    const y = point.toBytes();
    y[31] = (y[31] ?? 0) & 0x7f;
    return y;
  });
}
