import type { InputOf } from '../http/contract.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { refuse } from '../http/refusal.ts';
import { changedMeanwhile } from '../http/shared-refusals.ts';
import { clockOf, getOpenResponse } from '../responses/store.ts';
import * as routes from './contract.ts';
import { getPromise, shown } from './held.ts';
import { prove } from './prove.ts';
import { resolvePromise } from './resolve.ts';
import { beforeItIsDue } from './rules.ts';
import * as store from './store.ts';

export const commitmentEndpoints = (): Endpoint[] => [
  endpoint(routes.listNeeds, async ({ query }, { tx }) => ({
    needs: await store.listNeeds(tx, query),
  })),

  endpoint(routes.recordProof, async ({ params, body }, deed) => {
    const { tx, clock } = deed;
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
      const said = {
        id: params.proof,
        side: body.side,
        quantity: body.quantity,
        at: milliseconds(body.at).toString(),
        onBehalfOf: body.onBehalfOf ?? null,
        corrects: body.corrects ?? null,
      };
      await prove(deed, promise, said, now);
    }
    return shown(await getPromise(tx, params.promise));
  }),

  endpoint(routes.resolve, resolvePromise),
];

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
