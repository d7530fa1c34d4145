import { keepPreviousData, useQueries } from '@tanstack/react-query';
import type { AnyRow, Listing, Names, TableRoutes } from './queries.ts';
import { section, sectionQuery } from './queries.ts';

/** The sections of a long list that are in sight, and the first, which says how long it is. */
export function useSections(
  routes: TableRoutes,
  listing: Listing,
  shown: { from: number; to: number },
) {
  const first = Math.floor(shown.from / section);
  const last = Math.floor(Math.max(shown.from, shown.to - 1) / section);
  const wanted = [
    ...new Set([0, ...Array.from({ length: last - first + 1 }, (_, i) => first + i)]),
  ];
  const queries = useQueries({
    queries: wanted.map((at) => ({
      ...sectionQuery(routes, listing, at),
      ...(at === 0 && { placeholderData: keepPreviousData }),
    })),
  });
  const sections = new Map(wanted.map((at, i) => [at, queries[i]?.data]));
  const total = sections.get(0)?.total;
  const failed = queries.find(({ error }) => error !== null);
  const names: Names = Object.assign({}, ...queries.map(({ data }) => data?.names));
  return {
    total,
    names,
    error: failed?.error ?? undefined,
    retry: () => void failed?.refetch(),
    rowAt: (at: number): AnyRow | undefined =>
      sections.get(Math.floor(at / section))?.rows[at % section],
  };
}
