import { toBase45 } from './base45.ts';
import { concat } from './bytes.ts';
import { type Cbor, type CborMap, encodeCbor } from './cbor/strict.ts';
import { toBeSigned, writeSign1 } from './cose/sign1.ts';
import { plainEd25519 } from './crypto/plain.ts';
import { makeSigner, type Signer } from './crypto/signer.ts';
import { fromHex } from './hex.fixture.ts';
import { CWT, PREFIX } from './issue.ts';
import { claimsOf } from './pass/claims.ts';
import { person, seedOf } from './town.fixture.ts';

/** The town's own. */
const issuer = await makeSigner(seedOf(2), plainEd25519);

/** Signed as a pass is, with whatever claims and headers. */
export async function sign(
  claims: Cbor,
  header: [Cbor, Cbor][] = [],
  signer: Signer = issuer,
): Promise<string> {
  const headers = new Map<Cbor, Cbor>([[1, -8], [3, CWT], [4, signer.kid], ...header]);
  const payload = claims instanceof Uint8Array ? claims : encodeCbor(claims);
  return PREFIX + toBase45(await writeSign1(headers, payload, signer.sign));
}

/** Those of the town's person, with others added or in their place. */
export const claims = (change: [Cbor, Cbor][] = []): CborMap =>
  new Map([...claimsOf(person), ...change]);

export const without = (label: Cbor) => new Map([...claims()].filter(([one]) => one !== label));

/** The parts of a genuine pass, put together otherwise. */
export async function rebuilt(
  build: (parts: { header: Uint8Array; payload: Uint8Array; signature: Uint8Array }) => Uint8Array,
): Promise<string> {
  const header = encodeCbor(
    new Map<Cbor, Cbor>([
      [1, -8],
      [3, CWT],
      [4, issuer.kid],
    ]),
  );
  const payload = encodeCbor(claimsOf(person));
  const signature = await issuer.sign(toBeSigned({ protectedBytes: header, payload }));
  return PREFIX + toBase45(build({ header, payload, signature }));
}

export const tagged = (value: Cbor) => concat(Uint8Array.of(0xd2), encodeCbor(value));

/** Built as the EU's certificate is: ES256, claim −260, entries in any order; deflated, in Base45. */
export const hcert = tagged([
  encodeCbor(
    new Map<Cbor, Cbor>([
      [1, -7],
      [4, new Uint8Array(8)],
    ]),
  ),
  new Map(),
  // Entries as they come: 4, 6, 1, −260.
  fromHex('a4041a62636465061a6162636401624142390103a101a0'),
  new Uint8Array(64),
]);
export const jwt = 'eyJhbGciOiJFZERTQSJ9.eyJpc3MiOiI0MzAyMTIifQ.c2lnbmF0dXJl';
