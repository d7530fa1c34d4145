import { type Endpoint, endpoint } from '@liangbuwu/office/http/endpoint.ts';
import { getResponse } from '@liangbuwu/office/responses/store.ts';
import type { IssueServices } from '../passes/issue.ts';
import { issueOne, listed, openOne, sendBack } from './decide-own.ts';
import * as routes from './own.contract.ts';
import { openOwn } from './own-seal.ts';
import { listWaiting } from './own-store.ts';

export const ownEndpoints = (services: IssueServices): Endpoint[] => [
  endpoint(routes.listOwn, async ({ query }, { tx, clock }) => {
    await getResponse(tx, query.response, clock);
    const rows = await listWaiting(tx, query);
    return {
      applications: rows.map((row) => listed(row, openOwn(services.keys, row, row.sealed))),
    };
  }),

  endpoint(routes.openOwnApplication, (input, deed) => openOne(input, deed, services)),

  endpoint(routes.issueOwn, (input, deed) => issueOne(input, deed, services)),

  endpoint(routes.sendBackOwn, (input, deed) => sendBack(input, deed, services)),
];
