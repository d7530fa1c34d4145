import { type Endpoint, endpoint } from '@liangbuwu/office/http/endpoint.ts';
import { getResponse } from '@liangbuwu/office/responses/store.ts';
import type { CostName } from './cost-figures.ts';
import * as exitRoutes from './exit.contract.ts';
import { exitOf, truckedOn } from './exit.ts';
import { listCosts, listWork } from './exit-store.ts';
import { putCost } from './put-cost.ts';
import { getDeskAndFloors } from './read-day.ts';
import { readRunway } from './read-runway.ts';
import { readSince } from './read-since.ts';
import { getRunway } from './runway.contract.ts';
import { getSince } from './since.contract.ts';

/** What the day's first page gathers for a whole desk: what changed, how long it lasts, what would replace it. */
export const gatheredEndpoints: Endpoint[] = [
  endpoint(getSince, async ({ query }, { tx, clock }) => {
    const { floors } = await getDeskAndFloors(tx, query);
    const response = await getResponse(tx, query.response, clock);
    return readSince(tx, { ...query, response, floors });
  }),

  endpoint(getRunway, async ({ query }, { tx, clock }) => {
    const { desk, floors } = await getDeskAndFloors(tx, query);
    const response = await getResponse(tx, query.response, clock);
    return readRunway(tx, { ...query, response, desk, floors });
  }),

  endpoint(exitRoutes.getExit, async ({ query }, { tx }) => {
    await getDeskAndFloors(tx, query);
    const figures = await listCosts(tx, query.area);
    const trucked = truckedOn(await listWork(tx, query));
    const values = Object.fromEntries(figures.map(({ figure, value }) => [figure, value]));
    return { figures, trucked, exit: exitOf(trucked, values as Record<CostName, number | null>) };
  }),

  endpoint(exitRoutes.putCost, putCost),
];
