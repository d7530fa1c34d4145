import { queryOptions } from '@tanstack/react-query';
import { call } from '../../http/console/call.ts';
import { listResponses } from '../contract.ts';

/** The responses, the open ones first. */
export const responsesQuery = queryOptions({
  queryKey: ['responses'],
  queryFn: ({ signal }) => call(listResponses, {}, { signal }),
});
