import { type Endpoint, endpoint } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import { responseClosed } from '@liangbuwu/office/responses/rules.ts';
import { type getOpenResponse, listResponses } from '@liangbuwu/office/responses/store.ts';
import { signBundle } from '@liangbuwu/passes/bundle/sign.ts';
import { listInside } from '../board/board-store.ts';
import { expiryOf, makeBundle } from '../bundle/make-bundle.ts';
import { rulesFrom } from '../bundle/rules-from.ts';
import { seconds } from '../gate.ts';
import { gateOutOfUse } from '../rules.ts';
import * as store from './gate-store.ts';
import * as routes from './gates.contract.ts';
import { type KeyServices, signerInUse } from './keys.ts';
import { putGate } from './put-gate.ts';
import { rotateKey } from './rotate-key.ts';
import * as setUpRoutes from './set-up.contract.ts';
import { readSetUp, setInUse } from './set-up.ts';

export const gateEndpoints = (services: KeyServices): Endpoint[] => [
  endpoint(routes.listGates, async ({ query }, { tx, clock }) => {
    const responses = new Map((await listResponses(tx, clock)).map((one) => [one.id, one]));
    const gates = await store.listGates(tx, {
      response: query.response,
      all: query.all === 'yes',
    });
    return {
      gates: gates.map((gate) => ({ ...gate, now: responses.get(gate.response)?.now ?? '' })),
    };
  }),

  endpoint(routes.putGate, (input, deed) => putGate(input, deed, services)),

  endpoint(routes.getBundle, async ({ params }, { tx, clock, actor }) => {
    const gate = await store.getGate(tx, params.gate);
    if ((await store.findOutOfUse(tx, [gate.id])).size > 0)
      throw refuse(gateOutOfUse, { gate: gate.name });
    const response = await getReadableResponse(tx, gate.response, clock);
    const of = { tenant: actor.tenant, response: response.id };
    const authority = await signerInUse(tx, of, 'authority', services);
    if (!authority) throw new Error('a gate’s response has keys');
    const at = response.now;
    const span = { from: seconds(at), until: expiryOf(at) };
    const rules = await rulesFrom({ tx, clock }, gate, span);
    const needs = { tx, keys: services.keys };
    const sequence = sequenceOf(clock.now());
    const bundle = await makeBundle(needs, of, gate, { at, sequence, rules });
    const inside = await listInside(tx, { gate: gate.id, day: response.today });
    const iso = (second: number) => new Date(second * 1000).toISOString();
    return {
      gate,
      bundle: base64(await signBundle(bundle, authority.signer)),
      roots: [base64(authority.signer.publicKey)],
      sequence,
      issuedAt: iso(bundle.issuedAt),
      staleAt: iso(bundle.staleAt),
      expiresAt: iso(bundle.expiresAt),
      now: response.now,
      inside: inside.map(({ number, since }) => ({ number, since })),
    };
  }),

  endpoint(routes.rotateKey, (input, deed) => rotateKey(input, deed, services)),

  endpoint(setUpRoutes.readSetUp, readSetUp),

  endpoint(setUpRoutes.setInUse, setInUse),
];

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

/** Quarters of a second since 2022: grows by itself, wherever a bundle is made, and fits 32 bits until 2056. */
const sequenceOf = (now: Temporal.Instant): number =>
  Math.floor((now.epochMilliseconds - Date.UTC(2022, 0)) / 250);

/** Read-only transactions cannot hold the response against its closing; what is read is signed for then. */
async function getReadableResponse(...[tx, id, clock]: Parameters<typeof getOpenResponse>) {
  const response = (await listResponses(tx, clock)).find((one) => one.id === id);
  if (!response) throw refuse(notFound, { what: say('应急响应', 'response') });
  if (response.ended) throw refuse(responseClosed, { ended: response.ended });
  return response;
}
