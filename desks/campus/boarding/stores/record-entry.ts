import { isDeepStrictEqual } from 'node:util';
import { getPromise } from '@liangbuwu/office/commitments/held.ts';
import { prove } from '@liangbuwu/office/commitments/prove.ts';
import type { InputOf } from '@liangbuwu/office/http/contract.ts';
import type { Deed } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { changedMeanwhile } from '@liangbuwu/office/http/shared-refusals.ts';
import type { Actor } from '@liangbuwu/office/identity/actor.ts';
import { requireAreas } from '@liangbuwu/office/register/scope.ts';
import { clockOf, getOpenResponse } from '@liangbuwu/office/responses/store.ts';
import { milliseconds, requireTime } from '@liangbuwu/office/responses/when.ts';
import { idOf } from '../../home/secret.ts';
import { getStoreNeed, settleNeed } from './store-needs.ts';
import type { putStoreEntry as route } from './stores.contract.ts';
import type { StoreEntry } from './stores.ts';
import {
  loadCounted,
  notOfThisItem,
  notToCorrect,
  onlyDeliveries,
  twoPromises,
} from './stores-rules.ts';
import * as store from './stores-store.ts';

type Acting = Deed & { actor: Actor };

/** The words under which a school says what a supplier’s delivery note says: a supplier has no account. */
const onBehalfOf = '供应商送货单';

/**
 * Keeps what somebody counted, once, however often it arrives. What came of a promise is its proof: what was counted
 * is the receiver’s word, what the delivery note says the giver’s.
 */
export async function recordStoreEntry(
  { params, body }: InputOf<typeof route>,
  deed: Acting,
): Promise<StoreEntry> {
  const { tx, actor, clock, record, announce } = deed;
  const { school, item: itemId, entry: id } = params;
  const { response: of, ...given } = body;
  const response = await getOpenResponse(tx, of, clock);
  await requireAreas(tx, [school]);
  const item = await store.getItem(tx, { response: response.id, school, item: itemId }, true);
  const said = { ...given, item: item.id, at: milliseconds(given.at) };
  const held = await store.findEntry(tx, id);
  if (held) {
    const { account, by: _, corrected: __, id: ___, ...before } = held;
    if (!isDeepStrictEqual({ ...before, at: milliseconds(before.at) }, said))
      throw refuse(changedMeanwhile, undefined);
    if (account !== actor.account) throw refuse(changedMeanwhile, undefined);
    return shown(held);
  }
  requireTime(response, said.at);
  if (said.kind === 'count' && (said.noted !== null || said.promise !== null))
    throw refuse(onlyDeliveries, undefined);
  const corrected = said.corrects === null ? null : await getCorrected(tx, said);
  if (corrected && corrected.promise !== said.promise) throw refuse(twoPromises, undefined);
  await refuseSecondLoad(tx, said);
  const at = { recorded: clock.now().toString(), account: actor.account };
  await store.insertEntry(
    tx,
    { tenant: actor.tenant, response: response.id, school, ...at },
    { ...said, id },
  );
  if (said.promise !== null) await proveBoth(deed, said.promise, id, said, clockOf(response).now());
  record({
    action: said.kind === 'count' ? 'campus.store-counted' : 'campus.store-delivered',
    subject: `store-item:${item.id}`,
    area: school,
    response: response.id,
    at: clockOf(response).now(),
    detail: {
      entry: id,
      quantity: said.quantity,
      noted: said.noted,
      promise: said.promise,
      corrects: said.corrects,
      happened: said.at,
    },
  });
  announce({ topic: 'campus.stores', area: school, id: item.id });
  return shown(await store.findEntry(tx, id));
}

function shown(kept: Awaited<ReturnType<typeof store.findEntry>>): StoreEntry {
  if (!kept) throw new Error('the entry was not kept');
  const { account: _, ...entry } = kept;
  return entry;
}

type Said = Pick<
  StoreEntry,
  'item' | 'kind' | 'quantity' | 'noted' | 'at' | 'promise' | 'corrects'
>;

async function getCorrected(tx: Deed['tx'], said: Said): Promise<StoreEntry> {
  const found = await store.findEntry(tx, said.corrects ?? '');
  if (!found || found.item !== said.item || found.kind !== said.kind || found.corrected)
    throw refuse(notToCorrect, undefined);
  return found;
}

/** A promise is one load: whatever else comes is another’s, or a gift. */
async function refuseSecondLoad(tx: Deed['tx'], { promise, corrects }: Said): Promise<void> {
  if (promise === null) return;
  const loads = await store.listEntries(tx, { promise });
  if (loads.some((one) => !one.corrected && one.id !== corrects))
    throw refuse(loadCounted, undefined);
}

async function proveBoth(
  deed: Acting,
  id: string,
  entry: string,
  said: Said,
  now: Temporal.Instant,
): Promise<void> {
  const { tx, actor } = deed;
  const promise = await getPromise(tx, id, true);
  const need = await getStoreNeed(tx, promise.need);
  if (need.item !== said.item) throw refuse(notOfThisItem, undefined);
  const last = (side: 'giver' | 'receiver') =>
    promise.proofs.findLast((one) => one.side === side)?.id ?? null;
  const { at } = said;
  await prove(
    deed,
    promise,
    {
      id: entry,
      side: 'receiver',
      quantity: said.quantity,
      at,
      onBehalfOf: null,
      corrects: last('receiver'),
    },
    now,
  );
  if (said.noted !== null) {
    const noted = { quantity: said.noted, at, onBehalfOf, corrects: last('giver') };
    const proof = { id: idOf(entry, id, 'delivery-note'), side: 'giver' as const, ...noted };
    await prove(deed, await getPromise(tx, id), proof, now);
  }
  await settleNeed(tx, actor.tenant, need.id);
}
