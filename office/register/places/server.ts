import { type Endpoint, endpoint } from '../../http/endpoint.ts';
import { page } from '../cursor.ts';
import { requireAreas } from '../scope.ts';
import * as routes from './contract.ts';
import { findDoubts } from './doubts.ts';
import * as store from './store.ts';

export const placeEndpoints: Endpoint[] = [
  endpoint(routes.listPlaces, async ({ query }, { tx }) => {
    const found = await store.listPlaces(tx, query);
    const { rows, next } = page(found, query.limit, (place) => place.name);
    return { places: rows, next };
  }),

  endpoint(routes.searchPlaces, async ({ query }, { tx }) => ({
    places: await store.searchPlaces(tx, query.q, query.limit),
  })),

  endpoint(routes.readPlace, async ({ params }, { tx }) => store.getPlace(tx, params.place)),

  endpoint(routes.putPlace, async ({ params, body }, { tx, actor, record, announce }) => {
    const { version, ...fields } = body;
    await requireAreas(tx, [body.area]);
    const before = await store.lockPlace(tx, params.place, version);
    const changed = await store.putPlace(tx, actor.tenant, { id: params.place, ...fields });
    if (changed) {
      const { name, kind, lon, lat, provenance, shared } = body;
      record({
        action: 'register.place-saved',
        subject: `place:${params.place}`,
        area: body.area,
        detail: {
          name,
          kind,
          lon,
          lat,
          provenance,
          shared,
          before: before ? { area: before.area, lon: before.lon, lat: before.lat } : null,
        },
      });
      announce({ topic: 'register.places', area: body.area, id: params.place });
    }
    const sameSpot = await store.namesAt(tx, { id: params.place, ...fields });
    return {
      place: await store.getPlace(tx, params.place),
      doubts: findDoubts({ ...fields, sameSpot }),
    };
  }),
];
