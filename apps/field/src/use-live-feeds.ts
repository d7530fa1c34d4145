import { useEventStream } from '@liangbuwu/ui/live/use-event-stream.ts';
import { useEffect, useRef } from 'react';
import { routes } from './routes.ts';

/** What only the pages of planners show; and each check at a gate, or fact about a person, which change nothing that another phone keeps. */
const notForPhones =
  /^plans\.(progress|presence|stop)$|^water\.(course|one-more|costs)$|^gate\.(checks|limit)$|^people\./;
const soon = 400;

/** Reads the feeds again soon after the server says that something changed. */
export function useLiveFeeds(on: boolean, read: () => Promise<void>): void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const heard = (said: unknown) => {
    const { topic = '' } = (said ?? {}) as { topic?: string };
    if (notForPhones.test(topic)) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void read(), soon);
  };
  useEventStream(on ? routes.live : undefined, {
    message: heard,
    reopened: () => heard({ topic: 'resync' }),
  });
}
