import { call } from '@liangbuwu/office/http/console/call.ts';
import { queryOptions } from '@tanstack/react-query';
import { openQueue, readRun } from '../../../sampling/run/run.contract.ts';
import { useNews } from '../../use-news.ts';

export const runKey = (session: string) => ['sampling', 'run', session] as const;

export const runQuery = (session: string) =>
  queryOptions({
    queryKey: runKey(session),
    queryFn: ({ signal }) => call(readRun, { params: { session } }, { signal }),
  });

/** Names are opened once, and again only where the lists have another number of people. */
export const queueQuery = (session: string, people: number) =>
  queryOptions({
    queryKey: ['sampling', 'people', session, people],
    queryFn: ({ signal }) => call(openQueue, { params: { session }, body: {} }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });

export const useLiveRun = (session: string): void =>
  useNews(
    runKey(session),
    (said) =>
      /^(campus\.members|responses|resync)/.test(said.topic) ||
      ('id' in said && said.id === session),
    700,
  );
