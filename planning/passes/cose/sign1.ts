import { concat } from '../bytes.ts';
import { type Cbor, CborFault, type CborMap, decodeCbor, encodeCbor } from '../cbor/strict.ts';

/** Labels of headers (RFC 9052, section 3.1). */
export const ALG = 1;
export const CRIT = 2;
export const CONTENT_TYPE = 3;
export const KID = 4;

/** EdDSA (RFC 9053, section 2.2). */
export const EDDSA = -8;

/** Tag 18, COSE_Sign1, in its one byte. */
const TAG = 0xd2;

export type HeaderCode =
  | 'not-sign1'
  | 'unprotected-header'
  | 'critical-header'
  | 'unknown-header'
  | 'wrong-algorithm'
  | 'wrong-content-type';

export class HeaderFault extends Error {
  readonly code: HeaderCode;

  constructor(code: HeaderCode) {
    super(code);
    this.name = 'HeaderFault';
    this.code = code;
  }
}

/** A COSE_Sign1 taken apart (RFC 9052, section 4.2). Nothing in it is believed yet. */
export interface Sign1 {
  protectedBytes: Uint8Array;
  protectedHeader: CborMap;
  unprotectedHeader: CborMap;
  payload: Uint8Array;
  signature: Uint8Array;
}

/** @throws CborFault, HeaderFault `not-sign1`: it has to have tag 18. */
export function readSign1(bytes: Uint8Array): Sign1 {
  if (bytes[0] !== TAG) {
    if (bytes.length === 0) throw new CborFault('broken-cbor');
    throw new HeaderFault('not-sign1');
  }
  const parts = decodeCbor(bytes.subarray(1));
  if (!Array.isArray(parts) || parts.length !== 4) throw new HeaderFault('not-sign1');
  const [protectedBytes, unprotectedHeader, payload, signature] = parts;
  if (
    !(protectedBytes instanceof Uint8Array) ||
    !(unprotectedHeader instanceof Map) ||
    !(payload instanceof Uint8Array) ||
    !(signature instanceof Uint8Array)
  ) {
    throw new HeaderFault('not-sign1');
  }
  const protectedHeader = protectedBytes.length === 0 ? new Map() : decodeCbor(protectedBytes);
  if (!(protectedHeader instanceof Map)) throw new HeaderFault('not-sign1');
  return { protectedBytes, protectedHeader, unprotectedHeader, payload, signature };
}

/** What is signed (Sig_structure; RFC 9052, section 4.4). */
export function toBeSigned(
  { protectedBytes, payload }: Pick<Sign1, 'protectedBytes' | 'payload'>,
  externalAad: Uint8Array = new Uint8Array(),
): Uint8Array {
  return encodeCbor(['Signature1', protectedBytes, externalAad, payload]);
}

/** Signs a payload; every header is protected. */
export async function writeSign1(
  header: CborMap,
  payload: Uint8Array,
  sign: (message: Uint8Array) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const protectedBytes = encodeCbor(header);
  const signature = await sign(toBeSigned({ protectedBytes, payload }));
  return concat(Uint8Array.of(TAG), encodeCbor([protectedBytes, new Map(), payload, signature]));
}

/**
 * The id of the key, from a header that holds algorithm, content type and key and nothing besides: what is not understood is not
 * passed over, and what is not signed is not there.
 *
 * @throws HeaderFault
 */
export function keyIdOf(sign1: Sign1, contentType: Cbor): Uint8Array {
  const { protectedHeader: header, unprotectedHeader } = sign1;
  if (header.has(CRIT) || unprotectedHeader.has(CRIT)) throw new HeaderFault('critical-header');
  if (unprotectedHeader.size > 0) throw new HeaderFault('unprotected-header');
  if (header.get(ALG) !== EDDSA) throw new HeaderFault('wrong-algorithm');
  if (header.get(CONTENT_TYPE) !== contentType) throw new HeaderFault('wrong-content-type');
  const kid = header.get(KID);
  if (header.size !== 3 || !(kid instanceof Uint8Array)) throw new HeaderFault('unknown-header');
  return kid;
}
