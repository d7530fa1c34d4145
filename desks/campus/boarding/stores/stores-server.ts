import { isDeepStrictEqual } from 'node:util';
import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { type Endpoint, endpoint } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { changedMeanwhile } from '@liangbuwu/office/http/shared-refusals.ts';
import { requireAreas } from '@liangbuwu/office/register/scope.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { outsideResponse } from '@liangbuwu/office/responses/rules.ts';
import {
  areasCovered,
  clockOf,
  getOpenResponse,
  getResponse,
} from '@liangbuwu/office/responses/store.ts';
import { getSchool } from '../../schools/school-store.ts';
import { byUrgency, reckon } from './reckon.ts';
import { recordStoreEntry } from './record-entry.ts';
import { listStoreNeeds } from './store-needs.ts';
import * as routes from './stores.contract.ts';
import { itemCounted, sameItemName } from './stores-rules.ts';
import * as store from './stores-store.ts';

export const storesEndpoints: Endpoint[] = [
  endpoint(routes.readStores, async ({ params, query }, { tx, clock }) => {
    await requireAreas(tx, [params.school]);
    return boardOf(tx, params.school, await getResponse(tx, query.response, clock));
  }),

  endpoint(routes.putInside, async ({ params, body }, { tx, clock, actor, record, announce }) => {
    const { school } = params;
    const response = await openAt(tx, body.response, school, clock);
    const of = { tenant: actor.tenant, response: response.id, school };
    const { people, seen } = body;
    const source = people === null ? '' : body.source;
    const before = await store.findInside(tx, of, true);
    const version = before?.version ?? null;
    const set = before?.from === 'set' ? before.people : null;
    // Sent again after a lost answer it changes nothing.
    const same = set === people && (before?.source ?? '') === source;
    if (same && (version !== null || people === null)) return { inside: before };
    if (version !== seen) throw refuse(changedMeanwhile, undefined);
    await store.putInside(tx, of, { people, source, version: (version ?? 0) + 1 });
    record({
      action: 'campus.inside-set',
      subject: `school:${school}`,
      area: school,
      response: response.id,
      at: clockOf(response).now(),
      detail: { people },
    });
    announce({ topic: 'campus.stores', area: school, id: school });
    return { inside: await store.findInside(tx, of) };
  }),

  endpoint(
    routes.putStoreItem,
    async ({ params, body }, { tx, clock, actor, record, announce }) => {
      const { school, item } = params;
      const response = await openAt(tx, body.response, school, clock);
      const of = { tenant: actor.tenant, response: response.id, school };
      const { fields } = body;
      const found = await store.findItem(tx, item, true);
      const before = found && (await store.getItem(tx, { ...of, item }));
      if (before && isDeepStrictEqual(before.fields, fields)) return plain(before);
      if ((before?.version ?? null) !== body.seen) throw refuse(changedMeanwhile, undefined);
      const others = await store.listItems(tx, of);
      if (others.some((one) => one.id !== item && one.fields.name === fields.name))
        throw refuse(sameItemName, { name: fields.name });
      const version = (before?.version ?? 0) + 1;
      await store.putItem(tx, of, { id: item, fields, version });
      record({
        action: 'campus.store-item-saved',
        subject: `store-item:${item}`,
        area: school,
        response: response.id,
        at: clockOf(response).now(),
        detail: { version, use: fields.use, lead: fields.lead, floor: fields.floor },
      });
      announce({ topic: 'campus.stores', area: school, id: item });
      return { id: item, fields, version };
    },
  ),

  endpoint(routes.removeStoreItem, async ({ params, query }, { tx, clock, record, announce }) => {
    const { school, item } = params;
    const response = await openAt(tx, query.response, school, clock);
    const of = { response: response.id, school };
    // Removed already: the answer was lost.
    if (!(await store.findItem(tx, item, true))) return {};
    await store.getItem(tx, { ...of, item });
    const isOnRecord =
      (await store.listEntries(tx, { item })).length > 0 ||
      (await listStoreNeeds(tx, of)).some((need) => need.item === item);
    if (isOnRecord) throw refuse(itemCounted, undefined);
    await store.deleteItem(tx, item);
    record({
      action: 'campus.store-item-removed',
      subject: `store-item:${item}`,
      area: school,
      response: response.id,
      at: clockOf(response).now(),
    });
    announce({ topic: 'campus.stores', area: school, id: item });
    return {};
  }),

  endpoint(routes.listStoreEntries, async ({ params, query }, { tx }) => {
    const { school, item } = params;
    await requireAreas(tx, [school]);
    await store.getItem(tx, { response: query.response, school, item });
    return { entries: (await store.listEntries(tx, { item })).reverse() };
  }),

  endpoint(routes.putStoreEntry, recordStoreEntry),
];

const plain = ({ id, fields, version }: store.HeldItem) => ({ id, fields, version });

/** A response that goes on and covers the school, which the request reaches. */
async function openAt(
  tx: Tx,
  of: string,
  school: string,
  clock: Parameters<typeof getOpenResponse>[2],
): Promise<Response> {
  const response = await getOpenResponse(tx, of, clock);
  await requireAreas(tx, [school]);
  await getSchool(tx, school);
  if (!(await areasCovered(tx, response, [school])).has(school))
    throw refuse(outsideResponse, undefined);
  return response;
}

async function boardOf(tx: Tx, school: string, response: Response): Promise<routes.StoresBoard> {
  const of = { response: response.id, school };
  const inside = await store.findInside(tx, of);
  const counting = (await store.listEntries(tx, of)).filter(({ corrected }) => !corrected);
  const entries = Map.groupBy(counting, ({ item }) => item);
  const { now, zone } = response;
  const items = (await store.listItems(tx, of)).map((item) => ({
    ...item,
    standing: reckon(item.fields, entries.get(item.id) ?? [], {
      people: inside?.people ?? null,
      now,
      zone,
    }),
  }));
  return {
    inside,
    items: items.sort((a, b) => byUrgency(a.standing, b.standing)),
    needs: await listStoreNeeds(tx, of),
  };
}
