import { call } from '@liangbuwu/office/http/console/call.ts';
import { queryOptions } from '@tanstack/react-query';
import { viewMorning } from '../../morning/morning.contract.ts';
import { useNews } from '../use-news.ts';

export const morningKey = ['campus', 'morning'] as const;

// Each reading is written into the ledger: nothing is read again by itself, only when it has changed.
export const morningQuery = (of: { response: string; area: string; day: string | null }) =>
  queryOptions({
    queryKey: [...morningKey, of.response, of.area, of.day],
    queryFn: ({ signal }) =>
      call(
        viewMorning,
        { params: { area: of.area }, body: { response: of.response, day: of.day } },
        { signal },
      ),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });

export const useLiveMorning = (): void =>
  useNews(
    morningKey,
    ({ topic }) =>
      /^(campus\.(members|whereabouts)|gate\.pass|rulebook|responses|resync)/.test(topic),
    2000,
  );
