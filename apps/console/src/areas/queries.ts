import { call } from '@liangbuwu/office/http/console/call.ts';
import { listAreas, searchAreas } from '@liangbuwu/office/register/areas/contract.ts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';

export const areaKeys = { all: ['register', 'areas'] } as const;

export const areasQuery = queryOptions({
  queryKey: [...areaKeys.all, 'tree'],
  queryFn: ({ signal }) => call(listAreas, { query: {} }, { signal }),
  staleTime: 60_000,
});

/** By name, pinyin or code; nothing typed finds nothing. */
export const areaSearchQuery = (typed: string, limit = 20) => {
  const q = typed.trim().slice(0, 50);
  return queryOptions({
    queryKey: [...areaKeys.all, 'search', q, limit],
    queryFn: ({ signal }) => call(searchAreas, { query: { q, limit } }, { signal }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
};
