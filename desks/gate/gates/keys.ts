import type { Tx } from '@liangbuwu/office/database/connection.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import { holdId } from '@liangbuwu/office/responses/store.ts';
import type { CodeSecret } from '@liangbuwu/passes/bundle/bundle.ts';
import { CODE_HOURS } from '@liangbuwu/passes/bundle/payload.ts';
import { type Ed25519, getEd25519 } from '@liangbuwu/passes/crypto/ed25519.ts';
import { makeSigner, type Signer } from '@liangbuwu/passes/crypto/signer.ts';
import { type Gate, seconds } from '../gate.ts';
import * as store from './gate-store.ts';

export interface KeyServices {
  keys: ResponseKeys;
  newId(): string;
}

export interface OfResponse {
  tenant: string;
  response: string;
}

let found: Promise<Ed25519> | undefined;
export const ed25519 = (): Promise<Ed25519> => (found ??= getEd25519());

/**
 * Private keys are drawn from the response's own, which lies in the data folder and in no database: nothing more has to
 * be kept, backed up or destroyed, and when the response closes nobody can sign a pass of it any more.
 */
const seedOf = (keys: ResponseKeys, of: OfResponse, key: string): Buffer =>
  keys.mark({ ...of, record: `gate-key:${key}` }, 'ed25519 seed');

const signerOf = async (keys: ResponseKeys, of: OfResponse, key: string): Promise<Signer> =>
  makeSigner(seedOf(keys, of, key), await ed25519());

/** The key in use, made the first time that it is asked for. */
export async function signerInUse(
  tx: Tx,
  of: OfResponse,
  use: store.KeyRow['use'],
  services: KeyServices,
): Promise<{ id: string; signer: Signer } | undefined> {
  const held = (await store.listKeys(tx, of.response)).find(
    (key) => key.use === use && key.until === null,
  );
  if (!held) return undefined;
  return { id: held.id, signer: await signerOf(services.keys, of, held.id) };
}

export async function makeKey(
  tx: Tx,
  of: OfResponse,
  use: store.KeyRow['use'],
  from: string,
  { keys, newId }: KeyServices,
): Promise<void> {
  const id = newId();
  const { publicKey } = await signerOf(keys, of, id);
  await store.insertKey(tx, of, { id, use, publicKey: Buffer.from(publicKey), from });
}

/** The response's keys, once: two gates that are set up at once come one after the other. */
export async function ensureKeys(
  tx: Tx,
  of: OfResponse,
  now: string,
  services: KeyServices,
): Promise<void> {
  await holdId(tx, of.response);
  const there = await store.listKeys(tx, of.response);
  for (const use of ['authority', 'issuer'] as const) {
    if (!there.some((key) => key.use === use && key.until === null))
      await makeKey(tx, of, use, now, services);
  }
}

const HOUR = 3600;

/** A secret of the gate in whose time the instant lies, made where there is none. */
export async function ensureSecret(
  tx: Tx,
  gate: Pick<Gate, 'id'>,
  { now, until }: { now: string; until: string },
  { newId }: Pick<KeyServices, 'newId'>,
): Promise<store.SecretRow> {
  const ends = Math.floor(seconds(until) / HOUR) * HOUR;
  const fits = (one: store.SecretRow) => seconds(one.from) < ends && ends <= seconds(one.until);
  const there = (await store.listSecrets(tx, gate.id, now)).find(fits);
  if (there) return there;
  const made = {
    id: newId(),
    gate: gate.id,
    from: now,
    until: Temporal.Instant.from(now).add({ hours: CODE_HOURS }).toString(),
  };
  await store.insertSecret(tx, made);
  return made;
}

export const codeSecret = (
  keys: ResponseKeys,
  of: OfResponse,
  { id, from, until }: store.SecretRow,
  { issuer, area }: { issuer: string; area: number },
): CodeSecret => ({
  issuer,
  area,
  from: seconds(from),
  until: seconds(until),
  secret: keys.mark({ ...of, record: `gate-codes:${id}` }, 'secret of typed codes'),
});
