import { readEntrance, readMe } from '@liangbuwu/office/identity/contract.ts';
import { listResponses } from '@liangbuwu/office/responses/contract.ts';
import { queryOptions } from '@tanstack/react-query';
import { call } from './call.ts';

/** Desks read these two as well, by the same keys. */
export const keys = { me: ['identity', 'me'], responses: ['responses'] } as const;

export const meQuery = queryOptions({
  queryKey: keys.me,
  queryFn: ({ signal }) => call(readMe, {}, { signal }),
  staleTime: 60_000,
});

export const responsesQuery = queryOptions({
  queryKey: keys.responses,
  queryFn: ({ signal }) => call(listResponses, {}, { signal }),
});

export const entranceQuery = queryOptions({
  queryKey: ['identity', 'entrance'],
  queryFn: ({ signal }) => call(readEntrance, {}, { signal }),
});
