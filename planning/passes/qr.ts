import { encode } from 'uqr';

/** The largest code for a pass: 49 modules a side. At level M it holds 221 characters. */
export const LARGEST_QR = 8;

/** Light modules that must lie around a code (ISO/IEC 18004). */
const quietZone = 4;

export interface Qr {
  /** 1 to 8. */
  version: number;
  /** Modules a side, the quiet zone of 4 on each side included. */
  size: number;
  /** Rows from above; `true` is dark. */
  modules: readonly (readonly boolean[])[];
}

/**
 * The QR code of a pass (ISO/IEC 18004), level M: up to 15 % of it may be dirty.
 *
 * @param text from `issuePass`.
 * @throws RangeError for a text that does not fit version 8: it is no pass.
 */
export function passQr(text: string): Qr {
  const { version, size, data } = encode(text, {
    ecc: 'M',
    maxVersion: LARGEST_QR,
    border: quietZone,
  });
  return { version, size, modules: data };
}
