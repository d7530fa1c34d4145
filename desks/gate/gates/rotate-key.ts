import type { InputOf, OutputOf } from '@liangbuwu/office/http/contract.ts';
import type { Deed } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { areaElsewhere, notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import type { Actor } from '@liangbuwu/office/identity/actor.ts';
import { areasInScope, clockOf, getOpenResponse } from '@liangbuwu/office/responses/store.ts';
import { keyId } from '@liangbuwu/passes/crypto/signer.ts';
import { seconds } from '../gate.ts';
import { responseNotTyped } from '../rules.ts';
import * as store from './gate-store.ts';
import type { Key, rotateKey as route } from './gates.contract.ts';
import { ensureKeys, type KeyServices, makeKey } from './keys.ts';

/** Another key signs from now on. What the old one signed stays good, unless it was stolen, which may be learnt later. */
export async function rotateKey(
  { body }: InputOf<typeof route>,
  { tx, clock, actor, record, announce }: Deed & { actor: Actor },
  services: KeyServices,
): Promise<OutputOf<typeof route>> {
  const response = await getOpenResponse(tx, body.response, clock);
  const of = { tenant: actor.tenant, response: response.id };
  const all = response.areas.map(({ id }) => id);
  if ((await areasInScope(tx, all)).size < all.length)
    throw refuse(areaElsewhere, { what: say('这次响应的全部辖区', 'All of the response') });
  await ensureKeys(tx, of, response.now, services);
  const shown = async () => ({ keys: (await store.listKeys(tx, response.id)).map(keyShown) });
  const held = (await store.listKeys(tx, response.id)).find(
    ({ id, use }) => id === body.key && use === 'issuer',
  );
  if (!held) throw refuse(notFound, { what: say('签发密钥', 'key that signs passes') });
  if (body.confirm !== response.name['zh-CN'])
    throw refuse(responseNotTyped, { name: response.name['zh-CN'] });
  const stolen = body.why === 'stolen';
  const isDone = held.until !== null && (!stolen || held.compromisedAt !== null);
  if (isDone) return shown();
  // What it signed in this second stays good, also where a demonstration's clock stands still.
  const until = held.until ?? new Date((seconds(response.now) + 1) * 1000).toISOString();
  const { inForce } = (
    await store.countSigned(tx, { response: response.id, now: response.now })
  ).get(held.id) ?? { inForce: 0 };
  await store.retireKey(tx, held.id, { until, compromisedAt: stolen ? response.now : null });
  if (held.until === null) await makeKey(tx, of, 'issuer', response.now, services);
  const area = all[0] as string;
  record({
    action: 'gate.key-changed',
    subject: `response:${response.id}`,
    area,
    response: response.id,
    at: clockOf(response).now(),
    detail: { why: body.why, key: kidOf(held), passes: inForce },
  });
  announce({ topic: 'gate.keys', area, id: response.id });
  return shown();
}

const kidOf = ({ publicKey }: store.KeyRow): string =>
  Buffer.from(keyId(new Uint8Array(publicKey))).toString('hex');

export const keyShown = (row: store.KeyRow): Key => ({
  id: row.id,
  use: row.use,
  kid: kidOf(row),
  from: instant(row.from),
  until: row.until === null ? null : instant(row.until),
  compromisedAt: row.compromisedAt === null ? null : instant(row.compromisedAt),
});
const instant = (at: string) => new Date(at).toISOString();
