import { type Cbor, decodeCbor, encodeCbor } from '../cbor/strict.ts';
import { ALG, CONTENT_TYPE, EDDSA, KID, writeSign1 } from '../cose/sign1.ts';
import type { Signer } from '../crypto/signer.ts';
import type { Bundle } from './bundle.ts';
import { bundleOf, payloadOf } from './payload.ts';

/** A content type of its own: no bundle can be shown as a pass, nor a pass loaded as a bundle. */
export const BUNDLE_TYPE = 'application/x.liangbuwu.gate-bundle+cbor';

/**
 * Signs a gate's bundle (COSE_Sign1, RFC 9052). Status lists go into it deflated.
 *
 * @param bundle see `Bundle`; what a gate would refuse is not signed.
 * @param root the authority's key, which gates were set up with. It never signs passes.
 * @returns the bytes that gates fetch.
 * @throws InvalidBundle
 */
export async function signBundle(bundle: Bundle, root: Signer): Promise<Uint8Array> {
  const payload = encodeCbor(payloadOf(bundle));
  bundleOf(decodeCbor(payload));
  const header = new Map<Cbor, Cbor>([
    [ALG, EDDSA],
    [CONTENT_TYPE, BUNDLE_TYPE],
    [KID, root.kid],
  ]);
  return writeSign1(header, payload, root.sign);
}
