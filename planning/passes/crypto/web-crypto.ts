import { concat } from '../bytes.ts';
import type { Ed25519 } from './ed25519.ts';

/** What stands before the 32 bytes of a private key in PKCS #8 (RFC 8410, section 7). */
const pkcs8 = Uint8Array.of(
  0x30,
  0x2e,
  0x02,
  0x01,
  0x00,
  0x30,
  0x05,
  0x06,
  0x03,
  0x2b,
  0x65,
  0x70,
  0x04,
  0x22,
  0x04,
  0x20,
);

/** Ed25519 of the Web Cryptography API. Its keys cannot be taken out of it again. */
export function webCryptoEd25519(subtle: SubtleCrypto): Ed25519 {
  const importSeed = (seed: Uint8Array, extractable: boolean) =>
    subtle.importKey('pkcs8', own(concat(pkcs8, seed)), 'Ed25519', extractable, ['sign']);
  return {
    name: 'WebCrypto',
    async verifier(publicKey) {
      const key = await subtle.importKey('raw', own(publicKey), 'Ed25519', false, ['verify']);
      return (message, signature) => subtle.verify('Ed25519', key, own(signature), own(message));
    },
    async signer(seed) {
      const key = await importSeed(seed, false);
      return async (message) => new Uint8Array(await subtle.sign('Ed25519', key, own(message)));
    },
    async publicKey(seed) {
      const { x = '' } = await subtle.exportKey('jwk', await importSeed(seed, true));
      const binary = atob(x.replaceAll('-', '+').replaceAll('_', '/'));
      return Uint8Array.from(binary, (char) => char.charCodeAt(0));
    },
  };
}

/** WebCrypto takes no shared memory; nothing here is. */
function own(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes as Uint8Array<ArrayBuffer>;
}
