import { type Deed, type Endpoint, endpoint } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { changedMeanwhile } from '@liangbuwu/office/http/shared-refusals.ts';
import type { Actor } from '@liangbuwu/office/identity/actor.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import { requireAreas } from '@liangbuwu/office/register/scope.ts';
import { clockOf, getOpenResponse } from '@liangbuwu/office/responses/store.ts';
import { sql } from 'kysely';
import { openTo } from './book.ts';
import { instantOf, plusMinutes } from './moments.ts';
import { placeOf } from './parcel-rules.ts';
import * as parcels from './parcel-store.ts';
import { carryingOf, plannedOf } from './plan-carrying.ts';
import * as store from './round-store.ts';
import * as routes from './zone.contract.ts';
import type { Round } from './zone.ts';
import * as rules from './zone-rules.ts';
import { findStep, holdZone, insertStep } from './zone-store.ts';

type Acting = Deed & { actor: Actor };

export const roundEndpoints = (services: { keys: ResponseKeys; newId(): string }): Endpoint[] => [
  endpoint(routes.planCarrying, async ({ params, body }, deed) => {
    const { tx, clock, actor, record, announce } = deed;
    const { school, plan } = params;
    const response = await getOpenResponse(tx, body.response, clock);
    await requireAreas(tx, [school]);
    const zone = { tenant: actor.tenant, school, response: response.id };
    const { fields } = await holdZone(tx, zone);
    const done = await store.findPlan(tx, plan);
    if (done && done.school !== school) throw refuse(changedMeanwhile, undefined);
    if (done) return { rounds: done.rounds };
    const there = await parcels.listInZone(tx, zone);
    if (there.length === 0) throw refuse(rules.nothingToCarry, undefined);
    const underWay = await store.listUnderWay(tx, zone);
    const carrying = carryingOf(fields, there, { now: response.now, underWay });
    const { planned, rounds } = plannedOf(carrying, response.now);
    await store.clearPlanned(tx, zone);
    await store.insertPlan(tx, zone, { ...planned, id: plan, by: actor.account });
    await store.insertRounds(
      tx,
      { ...zone, plan },
      rounds.map(({ carrier, leaves, back, ...one }) => ({
        ...one,
        id: services.newId(),
        carrier: carrier + 1,
        leaves: instantOf(leaves),
        back: instantOf(back),
      })),
    );
    record({
      action: 'campus.carrying-planned',
      subject: `carrying-plan:${plan}`,
      area: school,
      response: response.id,
      at: clockOf(response).now(),
      detail: { rounds: planned.rounds, parcels: planned.parcels },
    });
    announce({ topic: 'campus.zone', area: school, id: school });
    return { rounds: planned.rounds };
  }),

  endpoint(routes.leaveWithRound, async ({ params }, deed) => {
    const at = await atRound(deed, params, 'leave');
    const { round, response, zone, fields } = at;
    if (at.done) return store.viewOf(round);
    if (round.state !== 'planned') throw refuse(rules.roundMovedOn, undefined);
    const out = await store.listUnderWay(deed.tx, zone);
    if (out.some(({ carrier }) => carrier === round.carrier))
      throw refuse(rules.carrierIsOut, undefined);
    const ready = Date.parse(round.ready ?? response.now);
    const minutes = Math.ceil((ready - Date.parse(response.now)) / 60_000);
    if (minutes > 0) throw refuse(rules.notReadyYet, { minutes });
    const moved = await parcels.moveParcels(deed.tx, 'leave', sql`p.round = ${round.id}`);
    const takes = fields.buildings.find(({ id }) => id === round.building)?.minutes ?? 0;
    await store.setUnderWay(deed.tx, round.id, {
      leaves: response.now,
      back: plusMinutes(response.now, takes),
      by: deed.actor.account,
    });
    return at.finish('campus.round-left', moved, {});
  }),

  endpoint(routes.signRound, async ({ params, body }, deed) => {
    const at = await atRound(deed, params, 'sign');
    const { round, response } = at;
    if (at.done) return store.viewOf(round);
    if (round.state !== 'under-way') throw refuse(rules.roundMovedOn, undefined);
    if (round.leftBy === deed.actor.account) throw refuse(rules.signedByCarrier, undefined);
    const there = new Set((await parcels.listOfRound(deed.tx, round.id)).map(({ id }) => id));
    const missing = new Set(body.missing);
    const damaged = new Set(body.damaged);
    const ticked = [...missing, ...damaged];
    if (ticked.some((id) => !there.has(id)) || body.missing.some((id) => damaged.has(id)))
      throw refuse(rules.notInRound, undefined);
    const expected = there.size - missing.size;
    if (body.counted !== expected)
      throw refuse(rules.countDiffers, { counted: body.counted, expected });
    const moved = [
      ...(await parcels.moveParcels(deed.tx, 'miss', parcels.these([...missing]))),
      ...(await parcels.moveParcels(deed.tx, 'sign-damaged', parcels.these([...damaged]))),
      ...(await parcels.moveParcels(deed.tx, 'sign', sql`p.round = ${round.id}`)),
    ];
    const counts = { missing: missing.size, damaged: damaged.size };
    await store.setSigned(deed.tx, round.id, { at: response.now, ...counts });
    return at.finish('campus.round-signed', moved, counts);
  }),

  endpoint(routes.openRound, async ({ params }, { tx, clock, actor, record }) => {
    const round = await store.getRound(tx, params.round);
    const response = await getOpenResponse(tx, round.response, clock);
    const of = { tenant: actor.tenant, response: response.id };
    const sealed = new Map(
      (await parcels.listSealed(tx, { round: round.id })).map((one) => [one.id, one]),
    );
    const there = await parcels.listOfRound(tx, round.id);
    record({
      action: 'campus.parcels-opened',
      subject: `carrying-round:${round.id}`,
      area: round.school,
      response: response.id,
      at: clockOf(response).now(),
      detail: { parcels: there.length },
    });
    return {
      parcels: there.map((one) => {
        const named = sealed.get(one.id);
        const { id, code, number } = one;
        const to = named ? openTo(services.keys, of, named) : '';
        return { id, code, number, place: placeOf(one, response.now), to };
      }),
    };
  }),
];

/** The round as a step finds it, its zone held; a step that was taken before is known by its id. */
async function atRound(
  { tx, clock, actor, record, announce }: Acting,
  params: { round: string; step: string },
  event: 'leave' | 'sign',
) {
  const { school, response: of } = await store.getRound(tx, params.round);
  const response = await getOpenResponse(tx, of, clock);
  const zone = { tenant: actor.tenant, school, response: response.id };
  const { fields } = await holdZone(tx, zone);
  const round = await store.getRound(tx, params.round, true);
  const done = await findStep(tx, params.step);
  if (done && (done.event !== event || done.about !== round.id))
    throw refuse(changedMeanwhile, undefined);
  const finish = async (
    action: 'campus.round-left' | 'campus.round-signed',
    moved: readonly string[],
    detail: object,
  ): Promise<Round> => {
    // What the round says it holds is what moved: anything else is a fault of ours, and is undone.
    if (moved.length !== round.parcels) throw new Error(`round ${round.id} lost count`);
    await insertStep(tx, {
      ...zone,
      id: params.step,
      event,
      about: round.id,
      parcels: moved,
      by: actor.account,
      at: response.now,
      recorded: clock.now().toString(),
    });
    record({
      action,
      subject: `carrying-round:${round.id}`,
      area: school,
      response: response.id,
      at: clockOf(response).now(),
      detail: { parcels: moved.length, ...detail },
    });
    announce({ topic: 'campus.zone', area: school, id: round.id });
    return store.viewOf(await store.getRound(tx, round.id));
  };
  return { round, response, zone, fields, done, finish };
}
