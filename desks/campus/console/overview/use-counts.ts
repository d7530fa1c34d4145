import { call } from '@liangbuwu/office/http/console/call.ts';
import { queryOptions, useQueries } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
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
  const [open, setOpen] = useState(atOnce);
  const results = useQueries({
    queries: wanted.map((school, place) => ({
      ...countQuery(response, school, rule ?? null),
      enabled: place < open,
    })),
  });
  const settled = results.filter(({ isSuccess, isError }) => isSuccess || isError).length;
  useEffect(() => setOpen((before) => Math.max(before, settled + atOnce)), [settled]);
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
