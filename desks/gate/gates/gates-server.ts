import type { InputOf } from '@liangbuwu/office/http/contract.ts';
import { type Deed, type Endpoint, endpoint } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { areaElsewhere, notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import type { Actor } from '@liangbuwu/office/identity/actor.ts';
import { outsideResponse, responseClosed } from '@liangbuwu/office/responses/rules.ts';
import {
  areasCovered,
  areasInScope,
  clockOf,
  getOpenResponse,
  listResponses,
} from '@liangbuwu/office/responses/store.ts';
import { signBundle } from '@liangbuwu/passes/bundle/sign.ts';
import { keyId } from '@liangbuwu/passes/crypto/signer.ts';
import { listInside } from '../board/board-store.ts';
import { expiryOf, makeBundle } from '../bundle/make-bundle.ts';
import { rulesFrom } from '../bundle/rules-from.ts';
import { type Gate, seconds } from '../gate.ts';
import { gateIsFixed, noMoreGates, placeHidden } from '../rules.ts';
import * as store from './gate-store.ts';
import * as routes from './gates.contract.ts';
import { ensureKeys, ensureSecret, type KeyServices, makeKey, signerInUse } from './keys.ts';

export const gateEndpoints = (services: KeyServices): Endpoint[] => [
  endpoint(routes.listGates, async ({ query }, { tx, clock }) => {
    const responses = new Map((await listResponses(tx, clock)).map((one) => [one.id, one]));
    const gates = await store.listGates(tx, query.response);
    return {
      gates: gates.map((gate) => ({ ...gate, now: responses.get(gate.response)?.now ?? '' })),
    };
  }),

  endpoint(routes.putGate, (input, deed) => putGate(input, deed, services)),

  endpoint(routes.getBundle, async ({ params }, { tx, clock, actor }) => {
    const gate = await store.getGate(tx, params.gate);
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

  endpoint(routes.rotateKey, async ({ body }, { tx, clock, actor, record }) => {
    const response = await getOpenResponse(tx, body.response, clock);
    const of = { tenant: actor.tenant, response: response.id };
    const all = response.areas.map(({ id }) => id);
    if ((await areasInScope(tx, all)).size < all.length)
      throw refuse(areaElsewhere, { what: say('这次响应的全部辖区', 'All of the response') });
    await ensureKeys(tx, of, response.now, services);
    const held = (await store.listKeys(tx, response.id)).find(
      ({ use, until }) => use === 'issuer' && until === null,
    );
    if (held) {
      // What it signed in this second stays good, also where a demonstration's clock stands still.
      const until = new Date((seconds(response.now) + 1) * 1000).toISOString();
      const compromisedAt = body.why === 'stolen' ? response.now : null;
      await store.retireKey(tx, held.id, { until, compromisedAt });
    }
    await makeKey(tx, of, 'issuer', response.now, services);
    record({
      action: 'gate.key-changed',
      subject: `response:${response.id}`,
      area: all[0] as string,
      response: response.id,
      at: clockOf(response).now(),
      detail: { why: body.why },
    });
    return { keys: (await store.listKeys(tx, response.id)).map(keyShown) };
  }),
];

const keyShown = ({ id, use, publicKey, from, until, compromisedAt }: store.KeyRow) => ({
  id,
  use,
  kid: Buffer.from(keyId(new Uint8Array(publicKey))).toString('hex'),
  from: instant(from),
  until: until === null ? null : instant(until),
  compromisedAt: compromisedAt === null ? null : instant(compromisedAt),
});
const instant = (at: string) => new Date(at).toISOString();
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

async function putGate(
  { params, body }: InputOf<typeof routes.putGate>,
  { tx, clock, actor, record, announce }: Deed & { actor: Actor },
  services: KeyServices,
): Promise<Gate> {
  const response = await getOpenResponse(tx, body.response, clock);
  if (!(await areasInScope(tx, [body.area])).has(body.area))
    throw refuse(areaElsewhere, { what: say('卡口所在辖区', "The gate's area") });
  if (!(await areasCovered(tx, response, [body.area])).has(body.area))
    throw refuse(outsideResponse, undefined);
  if (body.place !== null) {
    const isShared = await store.findIsShared(tx, body.place);
    if (isShared === undefined) throw refuse(notFound, { what: say('地点', 'place') });
    if (!isShared) throw refuse(placeHidden, undefined);
  }
  const of = { tenant: actor.tenant, response: response.id };
  await ensureKeys(tx, of, response.now, services);
  const before = await store.findGate(tx, params.gate);
  if (before && (before.response !== body.response || before.area !== body.area))
    throw refuse(gateIsFixed, undefined);
  const gate = { id: params.gate, ...body, purposes: [...new Set(body.purposes)] };
  if (before && isSame(before, gate)) return before;
  if (before) await store.updateGate(tx, gate);
  else {
    const taken = new Set((await store.listNumbers(tx, response.id)).map(({ number }) => number));
    const number = Array.from({ length: 255 }, (_, at) => at + 1).find((one) => !taken.has(one));
    if (number === undefined) throw refuse(noMoreGates, undefined);
    await store.insertGate(tx, actor.tenant, { ...gate, number });
    const until = Temporal.Instant.from(response.now)
      .add({ hours: 24 * 31 })
      .toString();
    await ensureSecret(tx, of, gate, { now: response.now, until }, services);
  }
  record({
    action: 'gate.gate-put',
    subject: `gate:${gate.id}`,
    area: gate.area,
    response: response.id,
    at: clockOf(response).now(),
    detail: { kind: gate.kind, purposes: gate.purposes },
  });
  announce({ topic: 'gate.gates', area: gate.area, id: gate.id });
  return store.getGate(tx, gate.id);
}

const isSame = (a: Gate, b: Omit<Gate, 'areaName' | 'number'>): boolean =>
  a.name === b.name &&
  a.kind === b.kind &&
  a.place === b.place &&
  a.invented === b.invented &&
  a.purposes.join() === b.purposes.join();
