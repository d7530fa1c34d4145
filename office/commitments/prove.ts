import type { Deed } from '../http/endpoint.ts';
import { refuse } from '../http/refusal.ts';
import { say } from '../http/say.ts';
import { notFound } from '../http/shared-refusals.ts';
import type { Actor } from '../identity/actor.ts';
import type { Proof } from './contract.ts';
import { judge, lastWord, nextPromise, type PromiseState, promiseWithdrawn } from './rules.ts';
import * as store from './store.ts';

/**
 * Writes down what one side says of a promise, and what becomes of the promise by it. The promise is held by the
 * caller (`findPromise` with `lock`).
 *
 * @param at by the response's clock, for the ledger
 */
export async function prove(
  { tx, actor, clock, record, announce }: Deed & { actor: Actor },
  promise: store.HeldPromise,
  said: Omit<Proof, 'saidBy'>,
  at: Temporal.Instant,
): Promise<PromiseState> {
  const { corrects } = said;
  const correctable = ({ id, side }: Proof) => id === corrects && side === said.side;
  if (corrects && !promise.proofs.some(correctable)) {
    throw refuse(notFound, { what: say('要更正的凭证', 'proof to correct') });
  }
  const proof: Proof = { ...said, saidBy: actor.account };
  const state = stateAfter(promise, proof);
  await store.insertProof(tx, { tenant: actor.tenant, promise, recorded: clock.now() }, proof);
  await store.setPromiseState(tx, promise.id, state);
  await store.settleNeeds(tx, [promise.need]);
  record({
    action: 'commitments.proved',
    subject: `promise:${promise.id}`,
    area: promise.area,
    response: promise.response,
    at,
    detail: { side: proof.side, quantity: proof.quantity, promised: promise.quantity, state },
  });
  announce({ topic: 'commitments', area: promise.area, id: promise.id });
  return state;
}

function stateAfter(promise: store.HeldPromise, added: Proof): PromiseState {
  const proofs = [...promise.proofs, added];
  const event = judge(promise.quantity, {
    giver: lastWord(proofs, 'giver')?.quantity,
    receiver: lastWord(proofs, 'receiver')?.quantity,
  });
  const next = event && nextPromise(promise.state, event);
  if (!next) throw refuse(promiseWithdrawn, undefined);
  return next;
}
