import { isDeepStrictEqual } from 'node:util';
import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { type Endpoint, endpoint } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { changedMeanwhile } from '@liangbuwu/office/http/shared-refusals.ts';
import { readCode } from '@liangbuwu/office/public/code.ts';
import { requireAreas } from '@liangbuwu/office/register/scope.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { outsideResponse } from '@liangbuwu/office/responses/rules.ts';
import {
  areasCovered,
  clockOf,
  getOpenResponse,
  getResponse,
} from '@liangbuwu/office/responses/store.ts';
import { sql } from 'kysely';
import { getSchool } from '../schools/school-store.ts';
import { type BookServices, book } from './book.ts';
import { momentOf, plusMinutes } from './moments.ts';
import { lateOf, placeOf } from './parcel-rules.ts';
import * as store from './parcel-store.ts';
import { carryingOf, plannedOf } from './plan-carrying.ts';
import { findLatestPlan, listRounds, viewOf } from './round-store.ts';
import * as routes from './zone.contract.ts';
import { type ParcelLine, Place } from './zone.ts';
import { buildingInUse } from './zone-rules.ts';
import { findStep, findZone, holdZone, insertStep, putZone } from './zone-store.ts';

const mostLate = 200;

export const zoneEndpoints = (services: BookServices): Endpoint[] => [
  endpoint(routes.readZone, async ({ params, query }, { tx, clock }) => {
    await requireAreas(tx, [params.school]);
    return boardOf(tx, params.school, await getResponse(tx, query.response, clock));
  }),

  endpoint(routes.putZone, async ({ params, body }, { tx, clock, actor, record, announce }) => {
    const { school } = params;
    const response = await getOpenResponse(tx, body.response, clock);
    await requireAreas(tx, [school]);
    await getSchool(tx, school);
    if (!(await areasCovered(tx, response, [school])).has(school))
      throw refuse(outsideResponse, undefined);
    const zone = { tenant: actor.tenant, school, response: response.id };
    const before = await findZone(tx, zone, true);
    const { fields } = body;
    // Sent again after a lost answer it changes nothing.
    if (before && isDeepStrictEqual(before.fields, fields)) return before;
    if ((before?.version ?? null) !== body.seen) throw refuse(changedMeanwhile, undefined);
    const used = await store.listBuildingsInUse(tx, zone, response.today);
    const kept = new Set(fields.buildings.map(({ id }) => id));
    const lost = before?.fields.buildings.find(({ id }) => used.has(id) && !kept.has(id));
    if (lost) throw refuse(buildingInUse, { name: lost.name });
    const version = (before?.version ?? 0) + 1;
    await putZone(tx, { ...zone, version }, fields);
    record({
      action: 'campus.zone-set-up',
      subject: `school:${school}`,
      area: school,
      response: response.id,
      at: clockOf(response).now(),
      detail: { version, carriers: fields.carriers, buildings: fields.buildings.length },
    });
    announce({ topic: 'campus.zone', area: school, id: school });
    return { fields, version };
  }),

  endpoint(routes.listParcels, async ({ params, query }, { tx, clock }) => {
    await requireAreas(tx, [params.school]);
    const response = await getResponse(tx, query.response, clock);
    const zone = { school: params.school, response: response.id };
    const parcels = await store.listOfSlot(tx, zone, query);
    return { parcels: parcels.map((one) => lineOf(one, response.now)) };
  }),

  endpoint(routes.bookParcels, async ({ params, body }, deed) => {
    const { response: of, ...asked } = body;
    const response = await getOpenResponse(deed.tx, of, deed.clock);
    await requireAreas(deed.tx, [params.school]);
    const at = { tenant: deed.actor.tenant, school: params.school, response };
    const { secret, parcels } = await book(deed, services, at, { ...asked, id: params.booking });
    return { secret, parcels: parcels.map((one) => lineOf(one, response.now)) };
  }),

  endpoint(
    routes.receiveParcels,
    async ({ params, body }, { tx, clock, actor, record, announce }) => {
      const { school, step } = params;
      const response = await getOpenResponse(tx, body.response, clock);
      await requireAreas(tx, [school]);
      const zone = { tenant: actor.tenant, school, response: response.id };
      const { fields } = await holdZone(tx, zone);
      const read = body.codes.map((typed) => ({ typed, code: readCode(typed) }));
      const codes = [...new Set(read.flatMap(({ code }) => code ?? []))];
      const there = await store.listByCode(tx, zone, codes);
      const known = new Set(there.map(({ code }) => code));
      const unknown = read
        .filter(({ code }) => code === undefined || !known.has(code))
        .map(({ typed }) => typed);
      const done = await findStep(tx, step);
      if (done && (done.event !== 'receive' || done.about !== school))
        throw refuse(changedMeanwhile, undefined);
      if (done) {
        const received = done.parcels.length;
        return { received, before: Math.max(0, there.length - received), unknown };
      }
      const ids = there.map(({ id }) => id);
      const readyAt = plusMinutes(response.now, fields.disinfect);
      const fresh = await store.moveParcels(
        tx,
        'receive',
        store.these(ids),
        sql`, ready_at = ${readyAt}`,
      );
      const found = await store.moveParcels(tx, 'find', store.these(ids), sql`, round = null`);
      const moved = [...fresh, ...found];
      const at = { at: response.now, recorded: clock.now().toString(), by: actor.account };
      await insertStep(tx, {
        ...zone,
        ...at,
        id: step,
        event: 'receive',
        about: school,
        parcels: moved,
      });
      if (moved.length > 0) {
        record({
          action: 'campus.parcels-received',
          subject: `school:${school}`,
          area: school,
          response: response.id,
          at: clockOf(response).now(),
          detail: { step, parcels: fresh.length, found: found.length },
        });
        announce({ topic: 'campus.zone', area: school, id: school });
      }
      return {
        received: moved.length,
        before: there.length - moved.length,
        unknown,
      };
    },
  ),
];

export const lineOf = (parcel: store.StoredParcel, now: string): ParcelLine => {
  const { id, code, number, building, day, slot } = parcel;
  return {
    id,
    code,
    number,
    building,
    day,
    slot,
    place: placeOf(parcel, now),
    late: lateOf(parcel, now),
  };
};

async function boardOf(tx: Tx, school: string, response: Response): Promise<routes.ZoneBoard> {
  const of = { school, response: response.id };
  const { now, today } = response;
  const zone = await findZone(tx, of);
  const parcels = await store.listOfDay(tx, of, today);
  const lines = parcels.map((one) => lineOf(one, now));
  const rounds = await listRounds(tx, of, momentOf(today, 0, response.zone).toString());
  const slots = await store.countSlots(tx, of, today);
  const late = lines.filter(({ late: why }) => why !== null);
  const by = Map.groupBy(lines, ({ place }) => place);
  const waits = parcels.some(({ state }) => state === 'booked');
  const expected = parcels.filter(({ state }) => state === 'booked' || state === 'in-zone');
  return {
    zone: zone ?? null,
    places: Place.options.map((place) => ({ place, parcels: by.get(place)?.length ?? 0 })),
    parcels: lines.length,
    later: slots.reduce((sum, { day, outside }) => (day > today ? sum + outside : sum), 0),
    slots,
    late: late.slice(0, mostLate),
    lates: late.length,
    rounds: rounds.map(viewOf),
    plan: (await findLatestPlan(tx, of)) ?? null,
    forecast:
      zone && waits
        ? plannedOf(
            carryingOf(zone.fields, expected, {
              now,
              underWay: rounds.filter(({ state }) => state === 'under-way'),
            }),
            now,
          ).planned
        : null,
  };
}
