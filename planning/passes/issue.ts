import { toBase45 } from './base45.ts';
import { type Cbor, encodeCbor } from './cbor/strict.ts';
import { ALG, CONTENT_TYPE, EDDSA, KID, writeSign1 } from './cose/sign1.ts';
import type { Signer } from './crypto/signer.ts';
import { claimsOf } from './pass/claims.ts';
import { InvalidPass, passFaults } from './pass/faults.ts';
import type { Pass } from './pass/pass.ts';

/** What every pass of this form begins with: whoever scans it sees at once that it is ours, and no `HC1:`. */
export const PREFIX = 'LBW1:';

/** application/cwt, as a CoAP content format (RFC 8392, section 9.4). */
export const CWT = 61;

/**
 * Signs a pass: COSE_Sign1 (RFC 9052) of CWT claims (RFC 8392) in Base45 (RFC 9285), without compression.
 *
 * @param pass see `Pass`.
 * @param signer from `makeSigner`; its public key has to be in the gates' bundle, for this issuer.
 * @returns text for a QR code, at most 221 characters; it may hold spaces, at its end too.
 * @throws InvalidPass where it must not be signed, such as for a name that is not masked.
 */
export async function issuePass(pass: Pass, signer: Signer): Promise<string> {
  const faults = passFaults(pass);
  if (faults.length > 0) throw new InvalidPass(faults);
  const header = new Map<Cbor, Cbor>([
    [ALG, EDDSA],
    [CONTENT_TYPE, CWT],
    [KID, signer.kid],
  ]);
  const bytes = await writeSign1(header, encodeCbor(claimsOf(pass)), signer.sign);
  return PREFIX + toBase45(bytes);
}
