import { fromBase45 } from './base45.ts';
import { isSignedBy, type OpenKey } from './bundle/open.ts';
import { CborFault, decodeCbor } from './cbor/strict.ts';
import { HeaderFault, keyIdOf, readSign1, type Sign1 } from './cose/sign1.ts';
import { disguiseOfBytes, disguiseOfText } from './disguise.ts';
import { type Code, findings, type Verdict } from './findings.ts';
import { CWT, PREFIX } from './issue.ts';
import { bundleCode, SKEW, statusCode, type VerifyOptions } from './judge.ts';
import { HCERT, passOf } from './pass/claims.ts';
import { type PassFault, passFaults } from './pass/faults.ts';
import type { Pass } from './pass/pass.ts';
import type { Say } from './say.ts';
import { checkTyped, type TypedPass } from './typed/check.ts';
import { plainCode } from './typed/check-character.ts';

export interface Verification {
  verdict: Verdict;
  /** One of `findings`. */
  code: Code;
  cause: Say;
  remedy: Say;
  /** What the pass says, once its signature was found genuine: also of one that is refused afterwards. */
  pass?: Pass;
  /** What a typed code says, once it was found genuine. */
  typed?: TypedPass;
}

/** No pass has more characters: version 8 at level M. */
const LONGEST_TEXT = 221;
/** Up to here it is looked at, to say what it is. */
const LONGEST_READ = 8192;

/**
 * Checks what was scanned, or the code that was typed, without a network.
 *
 * Green: genuine, in force, for this area, not revoked, by a bundle that is fresh. Amber: let through with care. Red: all else.
 * Whatever the text is, this answers and does not throw; the clock alone is believed.
 *
 * @param text as the scanner gives it; line breaks at its end are passed over.
 * @throws RangeError for a clock or a skew that is none: a mistake of the caller, whatever the text is.
 */
export async function verify(text: string, options: VerifyOptions): Promise<Verification> {
  const { at, skew = SKEW } = options;
  if (!Number.isFinite(at) || !(skew >= 0 && skew <= 3600)) {
    throw new RangeError('the clock is in seconds since 1970, and wrong by an hour at most');
  }
  const line = text.replace(/[\r\n]+$/, '');
  if (line.startsWith(PREFIX)) return verifyScanned(line, options);
  const disguise = disguiseOfText(line);
  if (disguise) return found(disguise);
  if (/^LBW\d*:/i.test(line)) return found('other-version');
  if (line.length < 40 && /^[0-9A-Z]{9,15}$/.test(plainCode(line))) {
    const { code, typed } = checkTyped(line, options);
    return typed ? { ...found(code), typed } : found(code);
  }
  return found('not-a-pass');
}

async function verifyScanned(line: string, options: VerifyOptions): Promise<Verification> {
  if (line.length > LONGEST_READ) return found('too-long');
  const bytes = fromBase45(line.slice(PREFIX.length));
  if (line.length > LONGEST_TEXT) return found((bytes && disguiseOfBytes(bytes)) ?? 'too-long');
  if (!bytes) return found('bad-base45');
  try {
    return await verifyBytes(bytes, options);
  } catch (error) {
    if (error instanceof CborFault || error instanceof HeaderFault) {
      return found(disguiseOfBytes(bytes) ?? error.code);
    }
    throw error;
  }
}

async function verifyBytes(bytes: Uint8Array, options: VerifyOptions): Promise<Verification> {
  const sign1 = readSign1(bytes);
  const kid = keyIdOf(sign1, CWT);
  const claims = decodeCbor(sign1.payload);
  if (claims instanceof Map && claims.has(HCERT)) return found('eu-dcc');
  const dated = bundleCode(options);
  if (dated && dated !== 'stale-bundle') return found(dated);
  const key = options.bundle.findKey(kid);
  if (!key) return found('unknown-key');
  if (key.compromisedAt !== undefined) return found('key-compromised');
  const unsigned = await whyNotSigned(key, sign1);
  if (unsigned) return found(unsigned);

  const pass = passOf(claims);
  const [fault] = passFaults(pass);
  if (fault) return found(refusedFor(fault));
  const legal = pass as Pass;
  const code =
    keyCode(key, legal) ??
    timeCode(legal, options) ??
    areaCode(legal, options) ??
    statusCode(options.bundle, legal.issuer, legal.id) ??
    dated ??
    'valid';
  return { ...found(code), pass: legal };
}

async function whyNotSigned({ verify }: OpenKey, sign1: Sign1): Promise<Code | undefined> {
  if (!verify) return 'wrong-algorithm';
  return (await isSignedBy(verify, sign1)) ? undefined : 'bad-signature';
}

function keyCode(key: OpenKey, { issuer, issuedAt }: Pass): Code | undefined {
  if (issuer !== key.issuer) return 'wrong-issuer';
  if (issuedAt < key.from) return 'key-not-yet-valid';
  return issuedAt >= key.until ? 'key-retired' : undefined;
}

function timeCode(pass: Pass, { at, skew = SKEW }: VerifyOptions): Code | undefined {
  const { issuedAt, from = issuedAt, until } = pass;
  if (issuedAt > at + skew) return 'issued-in-future';
  if (from > at + skew) return 'not-yet-valid';
  return at - skew >= until ? 'expired' : undefined;
}

function refusedFor({ code }: PassFault): Code {
  return code === 'unmasked' || code === 'lifetime' ? code : 'bad-claims';
}

function areaCode(
  { areas }: Pass,
  { bundle, area = bundle.area }: VerifyOptions,
): Code | undefined {
  return area === undefined || areas.includes(area) ? undefined : 'other-area';
}

function found(code: Code): Verification {
  const { verdict, cause, remedy } = findings[code];
  return { verdict, code, cause, remedy };
}
