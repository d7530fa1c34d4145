import type { Tx } from '../database/connection.ts';
import type { InputOf } from '../http/contract.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { refuse } from '../http/refusal.ts';
import { say } from '../http/say.ts';
import { changedMeanwhile, notFound } from '../http/shared-refusals.ts';
import { clockOf, getOpenResponse } from '../responses/store.ts';
import * as routes from './contract.ts';
import { beforeItIsDue, judge, nextPromise, promiseWithdrawn } from './rules.ts';
import * as store from './store.ts';

export const commitmentEndpoints = (): Endpoint[] => [
  endpoint(routes.listNeeds, async ({ query }, { tx }) => ({
    needs: await store.listNeeds(tx, query),
  })),

  endpoint(routes.recordProof, async ({ params, body }, { tx, clock, actor, record, announce }) => {
    const found = await getPromise(tx, params.promise);
    // The response before the promise, as publishing holds them: two who wait for each other in turn would not end.
    const response = isRepeated(found, params.proof, body)
      ? undefined
      : await getOpenResponse(tx, found.response, clock);
    const promise = await getPromise(tx, params.promise, true);
    if (response && !isRepeated(promise, params.proof, body)) {
      const now = clockOf(response).now();
      if (Temporal.Instant.compare(Temporal.Instant.from(body.at), now) > 0) {
        throw refuse(beforeItIsDue, { due: promise.dueFrom });
      }
      if (
        body.corrects &&
        !promise.proofs.some(({ id, side }) => id === body.corrects && side === body.side)
      ) {
        throw refuse(notFound, { what: say('要更正的凭证', 'proof to correct') });
      }
      const proof: routes.Proof = {
        id: params.proof,
        side: body.side,
        quantity: body.quantity,
        at: milliseconds(body.at).toString(),
        saidBy: actor.account,
        onBehalfOf: body.onBehalfOf ?? null,
        corrects: body.corrects ?? null,
      };
      await store.insertProof(tx, { tenant: actor.tenant, promise, recorded: clock.now() }, proof);
      const state = stateAfter(promise, proof);
      await store.setPromiseState(tx, promise.id, state);
      await store.settleNeeds(tx, [promise.need]);
      record({
        action: 'commitments.proved',
        subject: `promise:${promise.id}`,
        area: promise.area,
        response: promise.response,
        at: now,
        detail: { side: proof.side, quantity: proof.quantity, promised: promise.quantity, state },
      });
      announce({ topic: 'commitments', area: promise.area, id: promise.id });
    }
    const {
      need: _,
      area: __,
      response: ___,
      ...commitment
    } = await getPromise(tx, params.promise);
    return commitment;
  }),
];

async function getPromise(tx: Tx, id: string, lock = false): Promise<store.HeldPromise> {
  const promise = await store.findPromise(tx, id, lock);
  if (!promise) throw refuse(notFound, { what: say('承诺', 'promise') });
  return promise;
}

/** Whether this proof is held already; another under its id is refused. */
function isRepeated(
  promise: store.HeldPromise,
  proof: string,
  body: InputOf<typeof routes.recordProof>['body'],
): boolean {
  const held = promise.proofs.find(({ id }) => id === proof);
  if (!held) return false;
  const same =
    held.side === body.side &&
    held.quantity === body.quantity &&
    Temporal.Instant.compare(Temporal.Instant.from(held.at), milliseconds(body.at)) === 0;
  if (!same) throw refuse(changedMeanwhile, undefined);
  return true;
}

const milliseconds = (at: string) =>
  Temporal.Instant.from(at).round({ smallestUnit: 'millisecond', roundingMode: 'trunc' });

function stateAfter(promise: store.HeldPromise, added: routes.Proof): routes.Commitment['state'] {
  // Statements are read in the order in which they were made; the last word of a side is what that side says.
  const last = {
    giver: undefined as number | undefined,
    receiver: undefined as number | undefined,
  };
  for (const proof of [...promise.proofs, added]) last[proof.side] = proof.quantity;
  const event = judge(promise.quantity, last);
  const next = event && nextPromise(promise.state, event);
  if (!next) throw refuse(promiseWithdrawn, undefined);
  return next;
}
