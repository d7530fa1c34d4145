import { call } from '@liangbuwu/office/http/console/call.ts';
import { LiveMessage, livePath } from '@liangbuwu/office/live/contract.ts';
import { useEventStream } from '@liangbuwu/ui/live/use-event-stream.ts';
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { viewMorning } from '../../morning/morning.contract.ts';

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

/** Milliseconds in which news is gathered: a gate sees a class within minutes. */
const gathering = 2000;

export function useLiveMorning(): void {
  const queries = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const readAgain = () => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      void queries.invalidateQueries({ queryKey: morningKey });
    }, gathering);
  };
  useEventStream(livePath, {
    message: (said) => {
      const message = LiveMessage.safeParse(said);
      const topic = message.success ? message.data.topic : '';
      if (/^(campus\.(members|whereabouts)|gate\.pass|rulebook|responses|resync)/.test(topic))
        readAgain();
    },
    reopened: readAgain,
  });
}
