import type { Cbor, CborMap } from '../cbor/strict.ts';
import { isLastFour } from './mask.ts';
import { idOfNumber, numberOfId, type Pass } from './pass.ts';

/** CWT claims (RFC 8392, section 3.1). */
const ISS = 1;
const SUB = 2;
const EXP = 4;
const NBF = 5;
const IAT = 6;
const CTI = 7;

/** What the pass opens: the first label of those for private use (RFC 8392, section 9.1): `[kind, purpose, area …]`. */
const PASS = -65_537;

/** The EU's health certificate, which nobody may show at a gate. */
export const HCERT = -260;

const kinds = ['person', 'vehicle', 'delivery'] as const;

/** The claims of a legal pass. The holder is `sub`, the place in the status lists `cti`. */
export function claimsOf(pass: Pass): CborMap {
  const number = numberOfId(pass.id);
  const claims: CborMap = new Map<Cbor, Cbor>([
    [ISS, pass.issuer],
    [SUB, pass.kind === 'person' ? `${pass.name}${pass.lastFour ?? ''}` : pass.plate],
    [EXP, pass.until],
    [IAT, pass.issuedAt],
    [CTI, Uint8Array.of(number >> 16, (number >> 8) & 0xff, number & 0xff)],
    [PASS, [kinds.indexOf(pass.kind) + 1, pass.purpose ?? 0, ...pass.areas]],
  ]);
  if (pass.from !== undefined && pass.from !== pass.issuedAt) claims.set(NBF, pass.from);
  return claims;
}

/**
 * The pass of these claims, if they have the form of one: the same claims, no more and no less. Whether its values are legal is
 * for `passFaults` to say.
 */
export function passOf(claims: Cbor): unknown {
  if (!(claims instanceof Map) || claims.size !== (claims.has(NBF) ? 7 : 6)) return undefined;
  const cti = claims.get(CTI);
  const opens = claims.get(PASS);
  const subject = claims.get(SUB);
  if (!(cti instanceof Uint8Array) || cti.length !== 3 || !Array.isArray(opens)) return undefined;
  if (typeof subject !== 'string') return undefined;
  const [high = 0, middle = 0, low = 0] = cti;
  const [kind, purpose, ...areas] = opens;
  const from = claims.get(NBF);
  // Two ways to write one pass would be one too many.
  if (claims.has(NBF) && (from === undefined || from === claims.get(IAT))) return undefined;
  return {
    kind: kinds[Number(kind) - 1],
    id: idOfNumber((high << 16) | (middle << 8) | low),
    issuer: claims.get(ISS),
    ...(kind === 1 ? personOf(subject) : { plate: subject }),
    areas,
    purpose: purpose ?? null,
    issuedAt: claims.get(IAT),
    ...(claims.has(NBF) ? { from } : {}),
    until: claims.get(EXP),
  };
}

function personOf(subject: string) {
  const four = subject.slice(-4);
  return isLastFour(four) ? { name: subject.slice(0, -4), lastFour: four } : { name: subject };
}
