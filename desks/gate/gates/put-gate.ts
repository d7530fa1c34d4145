import type { InputOf } from '@liangbuwu/office/http/contract.ts';
import type { Deed } from '@liangbuwu/office/http/endpoint.ts';
import { type Refusal, type RefusalKind, refuse } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { areaElsewhere, notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import type { Actor } from '@liangbuwu/office/identity/actor.ts';
import { words } from '@liangbuwu/office/register/scope.ts';
import { outsideResponse } from '@liangbuwu/office/responses/rules.ts';
import {
  areasCovered,
  areasInScope,
  clockOf,
  getOpenResponse,
} from '@liangbuwu/office/responses/store.ts';
import type { Gate } from '../gate.ts';
import { gateIsFixed, noMoreGates, placeHidden } from '../rules.ts';
import * as store from './gate-store.ts';
import type { putGate as route } from './gates.contract.ts';
import { ensureKeys, ensureSecret, type KeyServices } from './keys.ts';

/** A refusal that says which field of the form it is about. */
function refuseAt<D>(field: string, kind: RefusalKind<D>, about: D): Refusal {
  const { code } = kind;
  const fault = { code, cause: kind.cause(about), remedy: kind.remedy(about) };
  return refuse(kind, about, [{ path: `/body/${field}`, ...fault }]);
}

/** Sets a gate up, or changes one; its number, response and area stay as they were. */
export async function putGate(
  { params, body }: InputOf<typeof route>,
  { tx, clock, actor, record, announce }: Deed & { actor: Actor },
  services: KeyServices,
): Promise<Gate> {
  const response = await getOpenResponse(tx, body.response, clock);
  if (!(await areasInScope(tx, [body.area])).has(body.area))
    throw refuseAt('area', areaElsewhere, { what: say('卡口所在辖区', "The gate's area") });
  if (!(await areasCovered(tx, response, [body.area])).has(body.area))
    throw refuseAt('area', outsideResponse, undefined);
  const of = { tenant: actor.tenant, response: response.id };
  await ensureKeys(tx, of, response.now, services);
  const before = await store.findGate(tx, params.gate);
  if (before && before.response !== body.response)
    throw refuseAt('response', gateIsFixed, undefined);
  if (before && before.area !== body.area) throw refuseAt('area', gateIsFixed, undefined);
  const place = body.place === undefined ? (before?.place ?? null) : body.place;
  if (place !== null && place !== before?.place) {
    const isShared = await store.findIsShared(tx, place);
    if (isShared === undefined) throw refuseAt('place', notFound, { what: words.place });
    if (!isShared) throw refuseAt('place', placeHidden, undefined);
  }
  const gate = { id: params.gate, ...body, place, purposes: [...new Set(body.purposes)] };
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
    await ensureSecret(tx, gate, { now: response.now, until }, services);
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

type Given = Pick<Gate, 'name' | 'kind' | 'invented' | 'purposes' | 'place'>;

const isSame = (a: Given, b: Given): boolean =>
  a.name === b.name &&
  a.kind === b.kind &&
  a.invented === b.invented &&
  a.place === b.place &&
  a.purposes.join() === b.purposes.join();
