import { call } from '@liangbuwu/office/http/console/call.ts';
import { meQuery as officeMe } from '@liangbuwu/office/identity/console/me.ts';
import { readEntrance } from '@liangbuwu/office/identity/contract.ts';
import { responsesQuery } from '@liangbuwu/office/responses/console/responses-query.ts';
import { queryOptions } from '@tanstack/react-query';

/** Desks read these two as well, by the same keys. */
export const keys = { me: officeMe.queryKey, responses: responsesQuery.queryKey } as const;

export const meQuery = { ...officeMe, staleTime: 60_000 };

export { responsesQuery };

export const entranceQuery = queryOptions({
  queryKey: ['identity', 'entrance'],
  queryFn: ({ signal }) => call(readEntrance, {}, { signal }),
});
