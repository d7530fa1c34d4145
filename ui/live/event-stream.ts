export type StreamState =
  | { is: 'connecting' }
  | { is: 'open' }
  | { is: 'waiting'; attempt: number; seconds: number }
  | { is: 'closed' };

type Source = Pick<EventSource, 'addEventListener' | 'close'>;

export type StreamOptions = {
  url: string;
  /** By event name; an event without one is called `message`. */
  on: Readonly<Record<string, (data: unknown) => void>>;
  onState: (state: StreamState) => void;
  open: (url: string) => Source;
  wait: (work: () => void, milliseconds: number) => () => void;
  random: () => number;
};

const firstWait = 1;
const longestWait = 30;

/** Seconds before the given attempt (1, 2, …): doubling up to half a minute, spread so that pages don't come back all at once. */
export function waitBefore(attempt: number, random: () => number): number {
  const full = Math.min(longestWait, firstWait * 2 ** (attempt - 1));
  return full / 2 + (full / 2) * random();
}

/**
 * Server-sent events that come back by themselves. After a reconnect `on.reopened` is called, if given: what was
 * missed meanwhile has to be read again.
 */
export function openEventStream(options: StreamOptions): {
  retryNow: () => void;
  close: () => void;
} {
  let source: Source | undefined;
  let cancelWait: (() => void) | undefined;
  let attempt = 0;
  let openedBefore = false;
  let closed = false;

  function connect() {
    cancelWait = undefined;
    options.onState({ is: 'connecting' });
    const mine = options.open(options.url);
    source = mine;
    mine.addEventListener('open', () => {
      if (source !== mine) return;
      attempt = 0;
      options.onState({ is: 'open' });
      if (openedBefore) options.on.reopened?.(undefined);
      openedBefore = true;
    });
    mine.addEventListener('error', () => {
      if (source === mine) waitAndConnect();
    });
    for (const [name, handle] of Object.entries(options.on)) {
      if (name === 'reopened') continue;
      mine.addEventListener(name, (event: Event) => {
        if (source !== mine) return;
        const { data } = event as MessageEvent<string>;
        let parsed: unknown;
        try {
          parsed = JSON.parse(data);
        } catch {
          return;
        }
        handle(parsed);
      });
    }
  }

  // The browser's own reconnecting is not relied on: it gives up for good after any answer that is not 200.
  function waitAndConnect() {
    source?.close();
    source = undefined;
    attempt += 1;
    const seconds = waitBefore(attempt, options.random);
    options.onState({ is: 'waiting', attempt, seconds });
    cancelWait = options.wait(connect, seconds * 1000);
  }

  connect();
  return {
    retryNow() {
      if (closed || !cancelWait) return;
      cancelWait();
      connect();
    },
    close() {
      closed = true;
      cancelWait?.();
      cancelWait = undefined;
      source?.close();
      source = undefined;
      options.onState({ is: 'closed' });
    },
  };
}
