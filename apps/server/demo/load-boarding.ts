import {
  changeLinen,
  fillRooms,
  putRooms,
} from '@liangbuwu/campus/boarding/rooms/rooms.contract.ts';
import {
  askForStores,
  promiseStores,
  putInside,
  putStoreEntry,
  putStoreItem,
} from '@liangbuwu/campus/boarding/stores/stores.contract.ts';
import type { Call } from '@liangbuwu/office/http/client.ts';
import type { ScenarioRooms } from '@liangbuwu/scenario-zhuzhou-2022-11/schools.ts';
import type { Loading } from './load-demo.ts';
import { stableId } from './stable-id.ts';

const response = stableId('response epidemic-2022-11');

/** A sealed school's stores: counted the evening before, one item asked for and promised in part. Then its beds. */
export async function loadBoarding(
  { scenario, area }: Loading,
  as: (user: string) => Promise<Call>,
): Promise<void> {
  for (const { id, stores, rooms } of scenario.schools.schools) {
    if (rooms) await loadRooms(await as(rooms.by), { id: area(id), area, rooms });
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

/** One class has its beds; another is still without, so that there is something to do. */
async function loadRooms(
  call: Call,
  of: { id: string; area: Loading['area']; rooms: ScenarioRooms },
): Promise<void> {
  const { id: school, area, rooms } = of;
  const params = { school };
  const idsOf = ({ building, from, to }: { building: string; from: number; to: number }) =>
    Array.from({ length: to - from + 1 }, (_, i) => ({
      id: stableId(`room ${school} ${building} ${from + i}`),
      name: String(from + i),
    }));
  for (const { beds, kind, ...range } of rooms.buildings)
    await call(putRooms, {
      params,
      body: {
        response,
        rooms: idsOf(range).map(({ id, name }) => ({
          id,
          seen: null,
          fields: { building: range.building, name, beds, kind },
        })),
      },
    });
  for (const { class: name, ...range } of rooms.filled)
    await call(fillRooms, {
      params,
      body: { response, area: area(name), rooms: idsOf(range).map(({ id }) => id) },
    });
  for (const { day, ...range } of rooms.linen)
    await call(changeLinen, {
      params,
      body: { response, day, rooms: idsOf(range).map(({ id }) => id) },
    });
}
