import { decodeFirst, encode, rfc8949EncodeOptions } from 'cborg';
import { sameBytes } from '../bytes.ts';

export type Cbor =
  | number
  | bigint
  | string
  | boolean
  | null
  | undefined
  | Uint8Array
  | Cbor[]
  | CborMap;
export type CborMap = Map<Cbor, Cbor>;

/** What is wrong with bytes that should be one item of CBOR. */
export type CborCode = 'broken-cbor' | 'trailing-bytes' | 'duplicate-key' | 'not-deterministic';

export class CborFault extends Error {
  readonly code: CborCode;

  constructor(code: CborCode) {
    super(code);
    this.name = 'CborFault';
    this.code = code;
  }
}

/** Core deterministic encoding (RFC 8949, section 4.2.1). */
export function encodeCbor(value: Cbor): Uint8Array {
  return encode(value, rfc8949EncodeOptions);
}

/**
 * Decodes one item that fills the bytes and is written the one way in which it can be (RFC 8949, section 4.2.1).
 *
 * @throws CborFault, and nothing else.
 */
export function decodeCbor(bytes: Uint8Array): Cbor {
  let value: Cbor;
  let rest: Uint8Array;
  try {
    [value, rest] = decodeFirst(bytes, {
      useMaps: true,
      strict: true,
      allowIndefinite: false,
      rejectDuplicateMapKeys: true,
    }) as [Cbor, Uint8Array];
  } catch (error) {
    throw new CborFault(codeOf(error));
  }
  if (rest.length > 0) throw new CborFault('trailing-bytes');
  // Keys out of order, long forms of floats, text that is no UTF-8: written again, they are other bytes.
  if (!writtenAs(value, bytes)) throw new CborFault('not-deterministic');
  return value;
}

function writtenAs(value: Cbor, bytes: Uint8Array): boolean {
  try {
    return sameBytes(encodeCbor(value), bytes);
  } catch {
    return false;
  }
}

/** By the words of the pinned version; `strict.test.ts` holds them against it. */
function codeOf(error: unknown): CborCode {
  const { message } = error as Error;
  if (message.includes('repeat map key')) return 'duplicate-key';
  if (/more bytes than necessary|indefinite length/.test(message)) return 'not-deterministic';
  return 'broken-cbor';
}
