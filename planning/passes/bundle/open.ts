import { sha256 } from '@noble/hashes/sha2.js';
import { hex, sameBytes } from '../bytes.ts';
import { CborFault, decodeCbor } from '../cbor/strict.ts';
import { EDDSA, HeaderFault, keyIdOf, readSign1, type Sign1, toBeSigned } from '../cose/sign1.ts';
import type { Ed25519, Verify } from '../crypto/ed25519.ts';
import { keyId } from '../crypto/signer.ts';
import type { StatusList } from '../status/status-list.ts';
import type { Bundle, IssuerKey } from './bundle.ts';
import { InvalidBundle } from './invalid-bundle.ts';
import { type BundleMark, compareBundles } from './newer.ts';
import { bundleOf } from './payload.ts';
import { BUNDLE_TYPE } from './sign.ts';

/** Larger than any bundle has to be: 4 MiB. */
const MOST_BYTES = 4 * 1024 * 1024;

/** A bundle that was found genuine, ready for verifying. */
export interface OpenBundle {
  bundle: Bundle;
  /** What to remember of it, so that no older one is taken. */
  mark: BundleMark;
  /** The area of the gate that opened it; `undefined` where none was named. */
  area: number | undefined;
  findKey(kid: Uint8Array): OpenKey | undefined;
  findList(issuer: string, list: number): StatusList | undefined;
}

export interface OpenKey extends IssuerKey {
  /** `undefined` for a key of another algorithm. */
  verify: Verify | undefined;
}

export interface OpenOptions {
  /** Public keys of the authority, 32 bytes each, which the gate was set up with: the one in use, and perhaps the next. */
  roots: readonly Uint8Array[];
  /** From `getEd25519`. */
  ed25519: Ed25519;
  /** Name of the gate: a bundle that does not name it is refused, and passes for other areas than its own are. Default: not asked. */
  gate?: string;
  /** The mark of the bundle held before: an older one is refused. Default: none is held. */
  held?: BundleMark;
}

/**
 * Opens a gate's bundle, if an authority that the gate knows has signed it. Its times are for `verify` to judge.
 *
 * @param bytes as fetched, from wherever.
 * @throws InvalidBundle, and nothing else whatever the bytes are.
 */
export async function openBundle(bytes: Uint8Array, options: OpenOptions): Promise<OpenBundle> {
  try {
    return await open(bytes, options);
  } catch (error) {
    if (error instanceof CborFault || error instanceof HeaderFault) {
      throw new InvalidBundle(error.code);
    }
    throw error;
  }
}

async function open(bytes: Uint8Array, { roots, ed25519, gate, held }: OpenOptions) {
  if (bytes.length > MOST_BYTES) throw new InvalidBundle('too-large');
  const sign1 = readSign1(bytes);
  const kid = keyIdOf(sign1, BUNDLE_TYPE);
  const root = roots.find((key) => sameBytes(keyId(key), kid));
  if (!root) throw new InvalidBundle('unknown-root');
  if (!(await isSignedBy(await ed25519.verifier(root), sign1))) {
    throw new InvalidBundle('bad-signature');
  }
  const bundle = bundleOf(decodeCbor(sign1.payload));
  for (const { publicKey } of bundle.keys) {
    if (roots.some((key) => sameBytes(key, publicKey))) throw new InvalidBundle('root-as-issuer');
  }
  const here = bundle.gates.find(({ name }) => name === gate);
  if (gate !== undefined && !here) throw new InvalidBundle('other-gate');
  const mark = {
    authority: bundle.authority,
    sequence: bundle.sequence,
    digest: hex(sha256(bytes)),
  };
  if (held) {
    const found = compareBundles(held, mark);
    if (found !== 'newer' && found !== 'same') throw new InvalidBundle(found);
  }
  return prepare(bundle, mark, here?.area, ed25519);
}

async function prepare(
  bundle: Bundle,
  mark: BundleMark,
  area: number | undefined,
  ed25519: Ed25519,
): Promise<OpenBundle> {
  const keys = new Map<string, OpenKey>();
  for (const key of bundle.keys) {
    const verify = key.algorithm === EDDSA ? await prepareKey(key, ed25519) : undefined;
    keys.set(hex(key.kid), { ...key, verify });
  }
  const lists = new Map(
    bundle.lists.map(({ issuer, list, status }) => [`${issuer} ${list}`, status]),
  );
  return {
    bundle,
    mark,
    area,
    findKey: (kid) => keys.get(hex(kid)),
    findList: (issuer, list) => lists.get(`${issuer} ${list}`),
  };
}

/** Not every 32 bytes are a point: where they are none, no signature is the key's. */
async function prepareKey({ publicKey }: IssuerKey, ed25519: Ed25519): Promise<Verify> {
  return ed25519.verifier(publicKey).catch(() => async () => false);
}

/** A library that throws at a malformed signature has refused it. */
export async function isSignedBy(verify: Verify, sign1: Sign1): Promise<boolean> {
  if (sign1.signature.length !== 64) return false;
  try {
    return await verify(toBeSigned(sign1), sign1.signature);
  } catch {
    return false;
  }
}
