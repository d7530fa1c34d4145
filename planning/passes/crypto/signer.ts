import { sha256 } from '@noble/hashes/sha2.js';
import type { Ed25519, Sign } from './ed25519.ts';

/** A private key in use, with what others know it by. */
export interface Signer {
  kid: Uint8Array;
  publicKey: Uint8Array;
  sign: Sign;
}

/** So many bytes of a key's hash name it: a bundle refuses two keys of one name, so more would only make codes larger. */
export const KID_BYTES = 4;

/** The name of a key: the first four bytes of its SHA-256. */
export function keyId(publicKey: Uint8Array): Uint8Array {
  return sha256(publicKey).slice(0, KID_BYTES);
}

/**
 * A key that signs passes or bundles.
 *
 * @param seed the private key: 32 bytes from a generator fit for keys (`crypto.getRandomValues`). Whoever has it, signs.
 * @param ed25519 from `getEd25519`.
 */
export async function makeSigner(seed: Uint8Array, ed25519: Ed25519): Promise<Signer> {
  if (seed.length !== 32) throw new RangeError('a seed has 32 bytes');
  const publicKey = await ed25519.publicKey(seed);
  return { kid: keyId(publicKey), publicKey, sign: await ed25519.signer(seed) };
}
