import { call } from '@liangbuwu/office/http/console/call.ts';
import { queryOptions } from '@tanstack/react-query';
import { viewUntold } from '../../told/told.contract.ts';
import { useNews } from '../use-news.ts';

export const toldKey = ['campus', 'told'] as const;

// Each reading is written into the ledger: nothing is read again by itself, only when it has changed.
export const untoldQuery = (response: string, area: string) =>
  queryOptions({
    queryKey: [...toldKey, response, area],
    queryFn: ({ signal }) => call(viewUntold, { params: { area }, body: { response } }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });

export const useLiveTold = (): void =>
  useNews(
    toldKey,
    ({ topic }) => /^(campus\.(members|told)|rulebook|responses|resync)/.test(topic),
    1000,
  );
