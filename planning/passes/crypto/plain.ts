import { ed25519 } from '@noble/curves/ed25519.js';
import type { Ed25519 } from './ed25519.ts';

/** Ed25519 in plain JavaScript, by the same strict rules as WebCrypto (RFC 8032, not ZIP 215). */
export const plainEd25519: Ed25519 = {
  name: '@noble/curves',
  async verifier(publicKey) {
    return async (message, signature) =>
      ed25519.verify(signature, message, publicKey, { zip215: false });
  },
  async signer(seed) {
    return async (message) => ed25519.sign(message, seed);
  },
  async publicKey(seed) {
    return ed25519.getPublicKey(seed);
  },
};
