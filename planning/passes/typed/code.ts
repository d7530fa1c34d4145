import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import type { CodeSecret } from '../bundle/bundle.ts';
import { CODE_HOURS } from '../bundle/payload.ts';
import { encodeCbor } from '../cbor/strict.ts';
import { LISTS, numberOfId, type Pass, PLACES } from '../pass/pass.ts';
import { writeCode } from './check-character.ts';

const HOUR = 3600;
const IDS = LISTS * PLACES;

/** What eleven characters hold beyond an id and an end: a guess is right once in so many. */
export const GUESSES = Number(31n ** 11n / BigInt(IDS * CODE_HOURS));

/** A typed code taken apart. */
export interface CodeParts {
  /** `numberOfId` of the pass. */
  id: number;
  /** The hour in which it ends, modulo 1,024. */
  hour: number;
  mac: number;
}

/**
 * The code to type where a pass cannot be scanned: twelve characters, printed below the QR code.
 *
 * It says which pass it is and until when, and proves both with a truncated HMAC-SHA-256 (RFC 2104) under a secret of the area,
 * which also covers what the holder has to show: a guessed code, or one that was overheard, is not let through. It does not say
 * who it is, nor from when, and is never better than amber.
 *
 * @param pass of a person with `lastFour`, or of a vehicle: its plate's last four characters are asked for.
 * @param secret of one of the pass's areas, for its issuer; the code is good there only. The pass ends within its time, and the
 *   code at the last full hour before.
 * @throws RangeError where there can be no code.
 */
export function typedCode(pass: Pass, secret: CodeSecret): string {
  const shown = shownFor(pass);
  if (shown === undefined) throw new RangeError('a pass without the last four has no code');
  if (!pass.areas.includes(secret.area))
    throw new RangeError("the secret is not of the pass's area");
  if (pass.issuer !== secret.issuer) throw new RangeError("the secret is not of the pass's issuer");
  const ends = Math.floor(pass.until / HOUR);
  if (ends * HOUR <= secret.from || ends * HOUR > secret.until) {
    throw new RangeError('the pass does not end within the time of the secret');
  }
  const id = numberOfId(pass.id);
  const mac = codeMac(secret, id, ends, shown);
  return writeCode(
    BigInt(id) + BigInt(IDS) * (BigInt(ends % CODE_HOURS) + BigInt(CODE_HOURS) * BigInt(mac)),
  );
}

export function codeParts(value: bigint): CodeParts | undefined {
  const rest = value / BigInt(IDS);
  const mac = Number(rest / BigInt(CODE_HOURS));
  if (mac >= GUESSES) return undefined;
  return { id: Number(value % BigInt(IDS)), hour: Number(rest % BigInt(CODE_HOURS)), mac };
}

/** The one end in the secret's time that a code can mean: it is not longer than the hours a code can tell apart. */
export function endOfCode({ from, until }: CodeSecret, hour: number): number | undefined {
  const first = Math.floor(from / HOUR) + 1;
  const ends = first + ((((hour - first) % CODE_HOURS) + CODE_HOURS) % CODE_HOURS);
  return ends * HOUR <= until ? ends : undefined;
}

/** The proof in a code. `shown`: the last four of the document or the plate. */
export function codeMac(
  { secret, issuer, area }: CodeSecret,
  id: number,
  ends: number,
  shown: string,
): number {
  const message = encodeCbor(['LBW1 typed code', issuer, area, id, ends, shown]);
  const [high, low] = halves(hmac(sha256, secret, message));
  return Number(((BigInt(high) << 32n) | BigInt(low)) % BigInt(GUESSES));
}

function halves(bytes: Uint8Array): [number, number] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, 8);
  return [view.getUint32(0), view.getUint32(4)];
}

function shownFor(pass: Pass): string | undefined {
  return pass.kind === 'person' ? pass.lastFour : [...pass.plate].slice(-4).join('');
}
