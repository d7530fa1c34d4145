import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { refuse } from '../http/refusal.ts';
import { say } from '../http/say.ts';
import { notFound } from '../http/shared-refusals.ts';
import { clockOf, getOpenResponse } from '../responses/store.ts';
import * as routes from './contract.ts';
import { beforeItIsDue, judge, nextPromise, promiseWithdrawn } from './rules.ts';
import * as store from './store.ts';

export const commitmentEndpoints = (): Endpoint[] => [
  endpoint(routes.listNeeds, async ({ query }, { tx }) => ({ needs: await store.listNeeds(tx, query) })),

  endpoint(routes.recordProof, async ({ params, body }, { tx, clock, actor, record, announce }) => {
    const promise = await store.findPromise(tx, params.promise, true);
    if (!promise) throw refuse(notFound, { what: say('承诺', 'promise') });
    const held = promise.proofs.find((proof) => proof.id === params.proof);
    if (!held) {
      const response = await getOpenResponse(tx, promise.response, clock);
      const now = clockOf(response).now();
      if (Temporal.Instant.compare(Temporal.Instant.from(body.at), now) > 0) {
        throw refuse(beforeItIsDue, { due: promise.dueFrom });
      }
      const proof: routes.Proof = {
        id: params.proof,
        side: body.side,
        quantity: body.quantity,
        at: Temporal.Instant.from(body.at).toString(),
        saidBy: actor.account,
        onBehalfOf: body.onBehalfOf ?? null,
        corrects: body.corrects ?? null,
      };
      await store.insertProof(tx, { tenant: actor.tenant, promise, recorded: clock.now() }, proof);
      const state = stateAfter(promise, proof);
      await store.setPromiseState(tx, promise.id, state);
      await store.settleNeed(tx, promise.need);
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
    const after = await store.findPromise(tx, params.promise);
    if (!after) throw refuse(notFound, { what: say('承诺', 'promise') });
    const { need: _, area: __, response: ___, ...commitment } = after;
    return commitment;
  }),
];

function stateAfter(promise: store.HeldPromise, added: routes.Proof): routes.Commitment['state'] {
  // Statements are read in the order in which they were made; the last word of a side is what that side says.
  const last = { giver: undefined as number | undefined, receiver: undefined as number | undefined };
  for (const proof of [...promise.proofs, added]) last[proof.side] = proof.quantity;
  const event = judge(promise.quantity, last);
  const next = event && nextPromise(promise.state, event);
  if (!next) throw refuse(promiseWithdrawn, undefined);
  return next;
}
