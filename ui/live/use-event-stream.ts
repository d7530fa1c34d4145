import { useEffect, useRef, useState } from 'react';
import type { StreamState } from './event-stream.ts';
import { createSharedStreams } from './shared-streams.ts';

export type EventStream = { state: StreamState; retryNow: () => void };

const streams = createSharedStreams({
  open: (url) => new EventSource(url),
  wait: (work, milliseconds) => {
    const timer = setTimeout(work, milliseconds);
    return () => clearTimeout(timer);
  },
  random: Math.random,
});

/**
 * Listens to server-sent events as long as the component stands; `url` undefined listens to nothing. All that listen to
 * one address share one connection. `on` may change from render to render, but its names are taken once for each url.
 */
export function useEventStream(
  url: string | undefined,
  on: Readonly<Record<string, (data: unknown) => void>>,
): EventStream {
  const [state, setState] = useState<StreamState>({ is: 'connecting' });
  const latest = useRef(on);
  const retry = useRef<() => void>(undefined);
  useEffect(() => {
    latest.current = on;
  });
  useEffect(() => {
    if (url === undefined) return;
    const names = Object.keys(latest.current);
    const { retryNow, leave } = streams.listen(url, {
      on: Object.fromEntries(
        names.map((name) => [name, (data: unknown) => latest.current[name]?.(data)]),
      ),
      onState: setState,
    });
    retry.current = retryNow;
    window.addEventListener('online', retryNow);
    return () => {
      window.removeEventListener('online', retryNow);
      leave();
    };
  }, [url]);
  return { state: url === undefined ? { is: 'closed' } : state, retryNow: () => retry.current?.() };
}
