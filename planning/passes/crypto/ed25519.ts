/** Says whether a signature is the key's. */
export type Verify = (message: Uint8Array, signature: Uint8Array) => Promise<boolean>;

export type Sign = (message: Uint8Array) => Promise<Uint8Array>;

/** Ed25519 (RFC 8032), as WebCrypto or as plain JavaScript. */
export interface Ed25519 {
  name: string;
  /** @param publicKey 32 bytes. A key that cannot be one refuses every signature, or rejects. */
  verifier(publicKey: Uint8Array): Promise<Verify>;
  /** @param seed the private key: 32 bytes from a generator fit for keys. */
  signer(seed: Uint8Array): Promise<Sign>;
  /** The public key of a private one, both 32 bytes. */
  publicKey(seed: Uint8Array): Promise<Uint8Array>;
}

/** Both of RFC 8032, section 7.1, test 2; the second with a bit of the message changed. */
const probe = {
  publicKey: fromHex('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c'),
  signature: fromHex(
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  ),
  message: Uint8Array.of(0x72),
  another: Uint8Array.of(0x73),
};

/**
 * WebCrypto where it can do Ed25519, else plain JavaScript (`@noble/curves`, loaded only then). Whether it can is tried, not
 * guessed from a version: a known signature has to pass, and a wrong one has to fail.
 *
 * @param subtle default: the runtime's own, which pages without HTTPS do not have.
 */
export async function getEd25519(
  subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle,
): Promise<Ed25519> {
  if (subtle) {
    const { webCryptoEd25519 } = await import('./web-crypto.ts');
    const candidate = webCryptoEd25519(subtle);
    if (await works(candidate)) return candidate;
  }
  const { plainEd25519 } = await import('./plain.ts');
  return plainEd25519;
}

async function works({ verifier }: Ed25519): Promise<boolean> {
  try {
    const verify = await verifier(probe.publicKey);
    const good = await verify(probe.message, probe.signature);
    return good && !(await verify(probe.another, probe.signature));
  } catch {
    return false;
  }
}

function fromHex(text: string): Uint8Array {
  return Uint8Array.from(text.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
}
