import { call } from '@liangbuwu/office/http/console/call.ts';
import { queryOptions, useQueries, useQueryClient } from '@tanstack/react-query';
import { countSchool, type SchoolCount } from '../../overview/overview.contract.ts';

const key = 'campus-counts';
/** Schools that are counted at a time: each unseals all of its reports. */
const atOnce = 2;

export interface Counts {
  of(school: string): SchoolCount | undefined;
  all: readonly SchoolCount[];
  done: boolean;
  /** When the oldest of them was counted. */
  at: string | undefined;
  error: Error | null;
  again(): void;
}

// Counting reads people's reports, and the ledger hears of each: so it is done when somebody opens the page or asks again.
const countQuery = (response: string, school: string, rule: string | null) =>
  queryOptions({
    queryKey: [key, response, school, rule],
    queryFn: ({ signal }) =>
      call(countSchool, { params: { school }, body: { response, rule } }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });

/** Counts school after school, by the rules in force or as if by one. */
export function useCounts(
  response: string,
  schools: readonly string[],
  rule: string | null | undefined,
): Counts {
  const wanted = rule === undefined ? [] : schools;
  const client = useQueryClient();
  const asked = wanted.map((school) => countQuery(response, school, rule ?? null));
  const isSettled = ({ queryKey }: (typeof asked)[number]) =>
    (client.getQueryState(queryKey)?.status ?? 'pending') !== 'pending';
  const open = asked.filter(isSettled).length + atOnce;
  const results = useQueries({
    queries: asked.map((one, place) => ({ ...one, enabled: place < open })),
  });
  const found = results.flatMap(({ data }) => data ?? []);
  return {
    of: (school) => results[wanted.indexOf(school)]?.data,
    all: found,
    done: found.length === wanted.length,
    at: found.map(({ at }) => at).sort()[0],
    error: results.find(({ error }) => error)?.error ?? null,
    again: () => {
      for (const result of results) void result.refetch();
    },
  };
}
