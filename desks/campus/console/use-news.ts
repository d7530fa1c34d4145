import { LiveMessage, livePath } from '@liangbuwu/office/live/contract.ts';
import { useEventStream } from '@liangbuwu/ui/live/use-event-stream.ts';
import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';

/**
 * Reads again what news makes stale.
 *
 * @param gathering milliseconds in which news is gathered first: a class reports, or passes a gate, within minutes.
 */
export function useNews(
  queryKey: QueryKey,
  isNews: (message: LiveMessage) => boolean,
  gathering = 0,
): void {
  const queries = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const readAgain = () => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      void queries.invalidateQueries({ queryKey });
    }, gathering);
  };
  useEventStream(livePath, {
    message: (said) => {
      const message = LiveMessage.safeParse(said);
      if (message.success && isNews(message.data)) readAgain();
    },
    reopened: readAgain,
  });
}
