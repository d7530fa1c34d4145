import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { type Endpoint, endpoint } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import type { JobQueue } from '@liangbuwu/office/jobs/queue.ts';
import { getResponse } from '@liangbuwu/office/responses/store.ts';
import { getDeskAndFloors } from '../read-day.ts';
import { makeSiting } from './make-siting.ts';
import * as routes from './siting.contract.ts';
import type { SitingHead } from './siting.ts';
import { findSiting, findSitingHead, listSitings, setStop } from './siting-store.ts';

export const stationEndpoints = (queue: JobQueue): Endpoint[] => [
  endpoint(routes.makeSiting, (input, deed) => makeSiting(input, deed, queue)),

  endpoint(routes.listSitings, async ({ query }, { tx, clock }) => {
    const { today } = await getResponse(tx, query.response, clock);
    await getDeskAndFloors(tx, { ...query, day: today });
    return { sitings: await listSitings(tx, query) };
  }),

  endpoint(routes.getSiting, async ({ params }, { tx }) => {
    const siting = await findSiting(tx, params.siting);
    if (!siting) throw refuse(notFound, { what: say('选站记录', 'siting') });
    return siting;
  }),

  endpoint(routes.stopSiting, async ({ params }, { tx, announce }) => {
    const { area } = await getHead(tx, params.siting);
    await setStop(tx, params.siting);
    announce({ topic: 'water.siting', area, id: params.siting });
    return getHead(tx, params.siting);
  }),
];

async function getHead(tx: Tx, siting: string): Promise<SitingHead> {
  const head = await findSitingHead(tx, siting);
  if (!head) throw refuse(notFound, { what: say('选站记录', 'siting') });
  return head;
}
