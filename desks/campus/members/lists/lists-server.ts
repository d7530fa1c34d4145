import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { type Endpoint, endpoint } from '@liangbuwu/office/http/endpoint.ts';
import type { Reading } from '@liangbuwu/office/people/reading-limit.ts';
import { requireAreas } from '@liangbuwu/office/register/scope.ts';
import { getOpenResponse } from '@liangbuwu/office/responses/store.ts';
import { listClasses } from '../../schools/school-store.ts';
import { enterNew, whoIsNew } from '../enter-list.ts';
import { getPlace, type Place } from '../member-store.ts';
import * as routes from './lists.contract.ts';
import { type ListOf, readList } from './read-list.ts';
import { listTemplate } from './template.ts';

export const listEndpoints = (reading: Reading & { newId(): string }): Endpoint[] => [
  endpoint(routes.previewList, async ({ params, body }, deed) => {
    const { place, of } = await whoseList(deed.tx, params.area);
    const response = await getOpenResponse(deed.tx, body.response, deed.clock);
    const { people, ...read } = await readList(Buffer.from(body.content, 'base64'), of);
    const fresh = await whoIsNew(people, response, deed, reading);
    const groups = Map.groupBy(people, ({ area, kind }) => `${area} ${kind}`);
    const names = namesOf(place, of);
    const order = [...names.keys()];
    const places = [...groups.values()].flatMap((group) => {
      const [first] = group;
      if (!first) return [];
      const { area, kind } = first;
      const added = group.filter((one) => fresh.has(one)).length;
      const name = names.get(area) ?? '';
      return [{ area, name, kind, fresh: added, known: group.length - added }];
    });
    places.sort((a, b) => order.indexOf(a.area) - order.indexOf(b.area));
    return { ...read, places };
  }),

  endpoint(routes.bringList, async ({ params, body }, deed) => {
    const { of } = await whoseList(deed.tx, params.area);
    const response = await getOpenResponse(deed.tx, body.response, deed.clock);
    const { people, faulty } = await readList(Buffer.from(body.content, 'base64'), of);
    const fresh = await whoIsNew(people, response, deed, reading);
    const groups = Map.groupBy(fresh, ({ area, kind }) => `${area} ${kind}`);
    for (const group of groups.values()) {
      const [first] = group;
      if (!first) continue;
      const { area, kind } = first;
      const listed = group.map(({ name, born, phone }) => ({
        id: reading.newId(),
        name,
        born,
        phone,
      }));
      await enterNew(listed, { response, area, kind }, deed, reading);
    }
    return { added: fresh.size, known: people.length - fresh.size, faulty };
  }),

  endpoint(routes.getListTemplate, async ({ params, query }, { tx, clock }) => {
    const { of } = await whoseList(tx, params.area);
    return listTemplate(of, query.language, new Date(clock.now().epochMilliseconds));
  }),
];

async function whoseList(tx: Tx, area: string): Promise<{ place: Place; of: ListOf }> {
  await requireAreas(tx, [area]);
  const place = await getPlace(tx, area);
  const of = place.class
    ? { class: { id: area, name: place.areaName } }
    : { school: area, classes: await listClasses(tx, area) };
  return { place, of };
}

const namesOf = (place: Place, of: ListOf) =>
  new Map([
    [place.area, place.areaName],
    ...('school' in of ? of.classes.map(({ id, name }) => [id, name] as const) : []),
  ]);
