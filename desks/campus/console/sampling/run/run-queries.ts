import { call } from '@liangbuwu/office/http/console/call.ts';
import { LiveMessage, livePath } from '@liangbuwu/office/live/contract.ts';
import { useEventStream } from '@liangbuwu/ui/live/use-event-stream.ts';
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { openQueue, readRun } from '../../../sampling/run/run.contract.ts';

export const runQuery = (session: string) =>
  queryOptions({
    queryKey: ['sampling', 'run', session],
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

/** Milliseconds in which news is gathered: three stations tap within seconds of one another. */
const gathering = 700;

export function useLiveRun(session: string): void {
  const queries = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const readAgain = () => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      void queries.invalidateQueries({ queryKey: ['sampling', 'run', session] });
    }, gathering);
  };
  useEventStream(livePath, {
    message: (said) => {
      const message = LiveMessage.safeParse(said);
      if (!message.success) return;
      const { data } = message;
      if (data.topic === 'resync' || ('id' in data && data.id === session)) readAgain();
      else if (/^(campus\.members|responses)/.test(data.topic)) readAgain();
    },
    reopened: readAgain,
  });
}
