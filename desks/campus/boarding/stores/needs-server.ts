import { nextNeed, nextPromise } from '@liangbuwu/office/commitments/rules.ts';
import * as commitments from '@liangbuwu/office/commitments/store.ts';
import { type Deed, type Endpoint, endpoint } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { changedMeanwhile } from '@liangbuwu/office/http/shared-refusals.ts';
import type { Actor } from '@liangbuwu/office/identity/actor.ts';
import { requireAreas } from '@liangbuwu/office/register/scope.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { clockOf, getOpenResponse } from '@liangbuwu/office/responses/store.ts';
import { milliseconds } from '@liangbuwu/office/responses/when.ts';
import {
  desk,
  getStoreNeed,
  listStoreNeeds,
  outlookOf,
  settleNeed,
  shownNeed,
  subjectOf,
  writeNeed,
} from './store-needs.ts';
import * as routes from './stores.contract.ts';
import type { StoreNeed } from './stores.ts';
import { alreadyAsked, needOver, promiseSpokenOf } from './stores-rules.ts';
import { findItem, getItem } from './stores-store.ts';

type Acting = Deed & { actor: Actor };

export const storeNeedEndpoints: Endpoint[] = [
  endpoint(routes.askForStores, async ({ params, body }, deed) => {
    const { tx, clock, actor } = deed;
    const { school, need: id } = params;
    const { quantity } = body;
    const response = await getOpenResponse(tx, body.response, clock);
    await requireAreas(tx, [school]);
    const of = { response: response.id, school };
    const item = await getItem(tx, { ...of, item: params.item }, true);
    const needs = await listStoreNeeds(tx, of);
    const before = needs.find((one) => one.id === id);
    if (before) {
      if (before.item !== item.id || before.quantity !== quantity)
        throw refuse(changedMeanwhile, undefined);
      return before;
    }
    const { unit } = item.fields;
    const standing = needs.find((one) => one.item === item.id && one.standing);
    if (standing) throw refuse(alreadyAsked, { quantity: standing.quantity, unit });
    await writeNeed(tx, actor.tenant, {
      id,
      area: school,
      response: response.id,
      day: response.today,
      subject: subjectOf(item.id, id),
      quantity,
      unit,
      state: 'open',
      outlook: outlookOf(quantity, 0),
    });
    return say(deed, 'campus.store-asked', response, id, { quantity, unit });
  }),

  endpoint(routes.withdrawStoreNeed, async ({ params }, deed) => {
    const { tx, actor } = deed;
    const { need, response } = await holdOpen(deed, params.need);
    if (need.state === 'withdrawn') return shownNeed(need);
    const state = nextNeed(need.state, 'withdrawn');
    if (!state || !shownNeed(need).standing) throw refuse(needOver, undefined);
    const gone = need.promises.filter((one) => nextPromise(one.state, 'withdrawn'));
    await commitments.withdrawPromises(
      tx,
      gone.map(({ id }) => id),
    );
    await writeNeed(tx, actor.tenant, { ...need, state });
    return say(deed, 'campus.store-need-withdrawn', response, need.id, { promises: gone.length });
  }),

  endpoint(routes.promiseStores, async ({ params, body }, deed) => {
    const { tx, actor } = deed;
    const { need, response } = await holdOpen(deed, params.need);
    const { promise: id } = params;
    const due = milliseconds(body.due);
    const before = await commitments.findPromise(tx, id);
    if (before) {
      const same =
        before.need === need.id &&
        before.giverName === body.giver &&
        before.quantity === body.quantity &&
        Date.parse(before.dueTo) === Date.parse(due);
      if (!same) throw refuse(changedMeanwhile, undefined);
      return shownNeed(need);
    }
    if (!shownNeed(need).standing) throw refuse(needOver, undefined);
    const { area, day } = need;
    await commitments.insertPromises(
      tx,
      { tenant: actor.tenant, response: response.id, desk, day, plan: null },
      [
        {
          id,
          need: need.id,
          area,
          giver: `supplier:${id}`,
          giver_name: body.giver,
          quantity: body.quantity,
          due_from: due,
          due_to: due,
        },
      ],
    );
    await settleNeed(tx, actor.tenant, need.id);
    return say(deed, 'campus.store-promised', response, need.id, {
      promise: id,
      quantity: body.quantity,
      due,
    });
  }),

  endpoint(routes.takePromiseBack, async ({ params }, deed) => {
    const { tx, actor } = deed;
    const { need, response } = await holdOpen(deed, params.need);
    const promise = need.promises.find(({ id }) => id === params.promise);
    // Taken back already: the answer was lost.
    if (!promise) return shownNeed(need);
    if (!nextPromise(promise.state, 'withdrawn')) throw refuse(promiseSpokenOf, undefined);
    await commitments.withdrawPromises(tx, [promise.id]);
    await settleNeed(tx, actor.tenant, need.id);
    return say(deed, 'campus.store-promise-taken-back', response, need.id, {
      promise: promise.id,
    });
  }),
];

/** The need as it stands once nobody else is at its item. */
async function holdOpen(deed: Acting, id: string) {
  const { tx, clock } = deed;
  const found = await getStoreNeed(tx, id);
  const response = await getOpenResponse(tx, found.response, clock);
  await findItem(tx, found.item, true);
  return { response, need: await getStoreNeed(tx, id) };
}

async function say(
  { tx, record, announce }: Acting,
  action: `campus.${string}`,
  response: Response,
  id: string,
  detail: Record<string, string | number>,
): Promise<StoreNeed> {
  const need = await getStoreNeed(tx, id);
  record({
    action,
    subject: `need:${id}`,
    area: need.area,
    response: response.id,
    at: clockOf(response).now(),
    detail,
  });
  announce({ topic: 'campus.stores', area: need.area, id: need.item });
  announce({ topic: 'commitments', area: need.area, id: need.day });
  return shownNeed(need);
}
