import { isDeepStrictEqual } from 'node:util';
import type { Tx } from '../database/connection.ts';
import type { InputOf, OutputOf } from '../http/contract.ts';
import type { Deed } from '../http/endpoint.ts';
import { refuse } from '../http/refusal.ts';
import { changedMeanwhile } from '../http/shared-refusals.ts';
import type { Actor } from '../identity/actor.ts';
import { clockOf, getOpenResponse } from '../responses/store.ts';
import type { resolve as route } from './contract.ts';
import { getPromise, shown } from './held.ts';
import { lastWord, nextPromise, nothingToResolve, settle } from './rules.ts';
import * as store from './store.ts';

/** Somebody decides by name what counts where the sides differ. What they said is not touched. */
export async function resolvePromise(
  { params, body }: InputOf<typeof route>,
  { tx, actor, clock, record, announce }: Deed & { actor: Actor },
): Promise<OutputOf<typeof route>> {
  const found = await getPromise(tx, params.promise);
  const decided = {
    promise: found.id,
    quantity: body.quantity,
    reason: body.reason,
    by: actor.account,
  };
  // Read again: the first may have ended since.
  const answer = async () => shown(await getPromise(tx, params.promise));
  if (await isRepeated(tx, params.resolution, decided)) return answer();
  const response = await getOpenResponse(tx, found.response, clock);
  const promise = await getPromise(tx, params.promise, true);
  // The same sent twice at once waited for the first at the promise.
  if (await isRepeated(tx, params.resolution, decided)) return answer();
  // Whoever decides has heard all that was said: a word that came since is looked at first.
  const heard = new Set(body.heard);
  if (promise.proofs.some(({ id }) => !heard.has(id))) throw refuse(changedMeanwhile, undefined);
  const next =
    promise.state === 'disputed' &&
    nextPromise(promise.state, settle(promise.quantity, body.quantity));
  if (!next) throw refuse(nothingToResolve, undefined);
  const at = clockOf(response).now();
  const resolution = {
    id: params.resolution,
    quantity: body.quantity,
    reason: body.reason,
    at: at.toString({ smallestUnit: 'millisecond' }),
    by: actor.account,
  };
  const of = { tenant: actor.tenant, promise, recorded: clock.now() };
  if (!(await store.insertResolution(tx, of, resolution)))
    throw refuse(changedMeanwhile, undefined);
  await store.setPromiseState(tx, promise.id, next);
  await store.settleNeeds(tx, [promise.need]);
  record({
    action: 'commitments.resolved',
    subject: `promise:${promise.id}`,
    area: promise.area,
    response: promise.response,
    at,
    detail: {
      quantity: body.quantity,
      promised: promise.quantity,
      giver: lastWord(promise.proofs, 'giver')?.quantity ?? null,
      receiver: lastWord(promise.proofs, 'receiver')?.quantity ?? null,
      state: next,
    },
  });
  announce({ topic: 'commitments', area: promise.area, id: promise.id });
  return answer();
}

/** Whether this decision is held already; another under its id is refused. */
async function isRepeated(
  tx: Tx,
  id: string,
  decided: Awaited<ReturnType<typeof store.findResolution>>,
): Promise<boolean> {
  const held = await store.findResolution(tx, id);
  if (held && !isDeepStrictEqual(held, decided)) throw refuse(changedMeanwhile, undefined);
  return held !== undefined;
}
