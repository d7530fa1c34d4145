import {
  askForStores,
  promiseStores,
  putInside,
  putStoreEntry,
  putStoreItem,
} from '@liangbuwu/campus/boarding/stores/stores.contract.ts';
import type { Call } from '@liangbuwu/office/http/client.ts';
import type { Loading } from './load-demo.ts';
import { stableId } from './stable-id.ts';

const response = stableId('response epidemic-2022-11');

/** A sealed school's stores: counted the evening before, one item asked for and promised in part. */
export async function loadBoarding(
  { scenario, area }: Loading,
  as: (user: string) => Promise<Call>,
): Promise<void> {
  for (const { id, stores } of scenario.schools.schools) {
    if (!stores) continue;
    const call = await as(stores.by);
    const school = area(id);
    const { people, source } = stores;
    await call(putInside, { params: { school }, body: { response, seen: null, people, source } });
    for (const { id: item, counted, ...fields } of stores.items) {
      const params = { school, item: stableId(`store ${item}`) };
      await call(putStoreItem, { params, body: { response, seen: null, fields } });
      await call(putStoreEntry, {
        params: { ...params, entry: stableId(`store count ${item}`) },
        body: { response, kind: 'count', quantity: counted, at: stores.countedAt },
      });
    }
    for (const { id: need, item, quantity, promises } of stores.needs) {
      const of = { school, item: stableId(`store ${item}`), need: stableId(`need ${need}`) };
      await call(askForStores, { params: of, body: { response, quantity } });
      for (const { id: promise, ...body } of promises)
        await call(promiseStores, {
          params: { need: of.need, promise: stableId(`promise ${promise}`) },
          body,
        });
    }
  }
}
