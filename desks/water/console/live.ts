import { LiveMessage, livePath } from '@liangbuwu/office/live/contract.ts';
import { type EventStream, useEventStream } from '@liangbuwu/ui/live/use-event-stream.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { gathered } from './gathered.ts';
import type { plansQuery } from './queries.ts';
import { findProgress, staleAfter, withProgress } from './query-keys.ts';

type Plans = Awaited<ReturnType<NonNullable<ReturnType<typeof plansQuery>['queryFn']>>>;

/** Milliseconds in which news is gathered: fifty phones that find signal at once are one reading, not a hundred. */
const gathering = 200;

/** Keeps what the pages show up to date: reads again what an event makes stale, and moves progress on directly. */
export function useLiveWater(): EventStream {
  const queries = useQueryClient();
  const stale = useMemo(
    () =>
      gathered(gathering, (keys) => {
        for (const queryKey of keys) void queries.invalidateQueries({ queryKey });
      }),
    [queries],
  );
  useEffect(() => () => stale.stop(), [stale]);
  const heard = (said: unknown) => {
    const message = LiveMessage.safeParse(said);
    if (!message.success) return;
    const progress = findProgress(message.data);
    if (progress) {
      queries.setQueriesData<Plans>(
        { queryKey: ['plans', 'water'] },
        (list) => list && withProgress(list, progress),
      );
    }
    stale.add(staleAfter(message.data));
  };
  return useEventStream(livePath, { message: heard, reopened: () => heard({ topic: 'resync' }) });
}
