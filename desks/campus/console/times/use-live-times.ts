import { LiveMessage, livePath } from '@liangbuwu/office/live/contract.ts';
import { useEventStream } from '@liangbuwu/ui/live/use-event-stream.ts';
import { useQueryClient } from '@tanstack/react-query';
import { timesKey } from './times-queries.ts';

/** Reads the times again when something about them happened. */
export function useLiveTimes(): void {
  const queries = useQueryClient();
  const heard = (said: unknown) => {
    const message = LiveMessage.safeParse(said);
    if (!message.success) return;
    const { topic } = message.data;
    if (topic === 'resync' || topic === 'campus.times')
      void queries.invalidateQueries({ queryKey: timesKey });
  };
  useEventStream(livePath, { message: heard, reopened: () => heard({ topic: 'resync' }) });
}
