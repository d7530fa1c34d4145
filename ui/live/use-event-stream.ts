import { useEffect, useRef, useState } from 'react';
import { openEventStream, type StreamState } from './event-stream.ts';

export type EventStream = { state: StreamState; retryNow: () => void };

/**
 * Listens to server-sent events as long as the component stands; `url` undefined listens to nothing.
 * `on` may change from render to render, but its names are taken once for each url.
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
    if (url === undefined) {
      setState({ is: 'closed' });
      return;
    }
    const names = Object.keys(latest.current);
    const stream = openEventStream({
      url,
      on: Object.fromEntries(
        names.map((name) => [name, (data: unknown) => latest.current[name]?.(data)]),
      ),
      onState: setState,
      open: (address) => new EventSource(address),
      wait: (work, milliseconds) => {
        const timer = setTimeout(work, milliseconds);
        return () => clearTimeout(timer);
      },
      random: Math.random,
    });
    retry.current = stream.retryNow;
    window.addEventListener('online', stream.retryNow);
    return () => {
      window.removeEventListener('online', stream.retryNow);
      stream.close();
    };
  }, [url]);
  return { state, retryNow: () => retry.current?.() };
}
