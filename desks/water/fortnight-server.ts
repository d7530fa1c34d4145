import { type Endpoint, endpoint } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { getResponse } from '@liangbuwu/office/responses/store.ts';
import * as routes from './fortnight.contract.ts';
import { fortnight, fortnightDays } from './fortnight.ts';
import { measureTank } from './measure-tank.ts';
import { daysBefore, readFloorsOf, readHistory } from './read-history.ts';
import { noDesk } from './rules.ts';
import * as store from './store.ts';

export const fortnightEndpoints: Endpoint[] = [
  endpoint(routes.getFortnight, async ({ query }, { tx, clock }) => {
    const desk = await store.findDesk(tx, query);
    const floors = await store.findFloors(tx, query.day);
    const points = await store.listPoints(tx, query.area);
    if (!desk || !floors || points.length === 0) throw refuse(noDesk, undefined);
    const response = await getResponse(tx, query.response, clock);
    const days = [...daysBefore(query.day, fortnightDays - 1), query.day];
    const [from = query.day] = days;
    const recorded = await readHistory(tx, { response, area: query.area, from, to: query.day });
    const areas = [...points, ...recorded].map(({ area }) => area);
    return fortnight({
      floors,
      days,
      points,
      villages: await store.areaNames(tx, [...new Set(areas)]),
      recorded,
      floorsOf: await readFloorsOf(tx, floors),
    });
  }),

  endpoint(routes.measureTank, measureTank),
];
