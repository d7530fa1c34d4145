import { call } from '@liangbuwu/office/http/console/call.ts';
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { openRoster } from '../../roster/roster.contract.ts';

/** Each reading is written into the ledger: it is read when the page is opened and after a change, not by itself. */
export const rosterQuery = (school: string, response: string, from: string) =>
  queryOptions({
    queryKey: ['roster', school, response, from],
    queryFn: ({ signal }) =>
      call(openRoster, { params: { school }, body: { response, from } }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });

export function useReadAgain(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['roster'] });
}
