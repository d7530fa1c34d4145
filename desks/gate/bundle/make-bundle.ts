import type { Tx } from '@liangbuwu/office/database/connection.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import { purposeWords } from '@liangbuwu/office/rulebook/rulebook.ts';
import type { Bundle, IssuerKey, IssuerList } from '@liangbuwu/passes/bundle/bundle.ts';
import { keyId } from '@liangbuwu/passes/crypto/signer.ts';
import { PLACES } from '@liangbuwu/passes/pass/pass.ts';
import { makeStatusList, REVOKED, setStatus } from '@liangbuwu/passes/status/status-list.ts';
import { type Gate, isAboutVehicles, numberOfPurpose, Purpose, seconds } from '../gate.ts';
import * as store from '../gates/gate-store.ts';
import { codeSecret, type OfResponse } from '../gates/keys.ts';
import { placesUsed, revokedBy } from '../passes/pass-store.ts';
import { bundleHours } from '../rules.ts';

const EDDSA = -8;
/** What has no end yet. Seconds that fit the bundle's 32 bits. */
const noEnd = 4_000_000_000;

/** When a bundle of an instant ends, in seconds. */
export const expiryOf = (at: string): number => seconds(at) + bundleHours.expires * 3600;

/** All that a gate needs to decide alone, as of an instant. */
export async function makeBundle(
  { tx, keys }: { tx: Tx; keys: ResponseKeys },
  of: OfResponse,
  gate: Gate,
  { at, sequence, rules }: { at: string; sequence: number; rules: Bundle['rules'] },
): Promise<Bundle> {
  const issuedAt = seconds(at);
  const { code: issuer, name } = await store.readIssuer(tx);
  const rows = (await store.listKeys(tx, of.response)).filter(({ use }) => use === 'issuer');
  const secrets = await store.listSecrets(tx, gate.id, at);
  return {
    authority: `${name}卡口组`.slice(0, 60),
    sequence,
    issuedAt,
    staleAt: issuedAt + bundleHours.stale * 3600,
    expiresAt: expiryOf(at),
    gates: [{ name: gate.id, area: gate.number }],
    areas: (await store.listNumbers(tx, of.response)).map(({ number, name: called }) => ({
      number,
      name: called,
    })),
    purposes: Purpose.options.map((purpose) => ({
      kind: isAboutVehicles(purpose) ? 'vehicle' : 'person',
      number: numberOfPurpose(purpose),
      name: purposeWords[purpose]['zh-CN'],
    })),
    keys: rows.map((row): IssuerKey => keyOf(row, issuer)),
    lists: await listsOf(tx, of.response, issuer, at),
    rules,
    codes: secrets.slice(-4).map((one) => codeSecret(keys, of, one, { issuer, area: gate.number })),
  };
}

function keyOf(row: store.KeyRow, issuer: string): IssuerKey {
  const publicKey = new Uint8Array(row.publicKey);
  return {
    kid: keyId(publicKey),
    algorithm: EDDSA,
    publicKey,
    issuer,
    from: seconds(row.from),
    until: row.until === null ? noEnd : seconds(row.until),
    ...(row.compromisedAt !== null && { compromisedAt: seconds(row.compromisedAt) }),
  };
}

/** Every list of the issuer that has passes; the first one always. */
async function listsOf(
  tx: Tx,
  response: string,
  issuer: string,
  at: string,
): Promise<IssuerList[]> {
  const revoked = Map.groupBy(await revokedBy(tx, response, at), (place) =>
    Math.floor(place / PLACES),
  );
  const { lastPlace } = await placesUsed(tx, response);
  const last = Math.floor(lastPlace / PLACES);
  return Array.from({ length: last + 1 }, (_, list) => {
    const status = makeStatusList(PLACES);
    for (const place of revoked.get(list) ?? []) setStatus(status, place % PLACES, REVOKED);
    return { issuer, list, status };
  });
}
