import { openEventStream, type StreamOptions, type StreamState } from './event-stream.ts';

export type Listener = {
  on: Readonly<Record<string, (data: unknown) => void>>;
  onState: (state: StreamState) => void;
};

type Shared = {
  listeners: Set<Listener>;
  state: StreamState;
  stream: ReturnType<typeof openEventStream>;
};

/**
 * One connection for each address, however many listen: a browser keeps few connections to a server, and an open
 * stream holds one. Who comes later is told the state at once.
 */
export function createSharedStreams(means: Pick<StreamOptions, 'open' | 'wait' | 'random'>) {
  const shared = new Map<string, Shared>();

  function connect(url: string, names: readonly string[], first: Listener): Shared {
    const listeners = new Set([first]);
    const entry: Shared = {
      listeners,
      state: { is: 'connecting' },
      stream: { retryNow() {}, close() {} },
    };
    const spread = (name: string) => (data: unknown) => {
      for (const listener of listeners) listener.on[name]?.(data);
    };
    entry.stream = openEventStream({
      ...means,
      url,
      on: Object.fromEntries([...names, 'reopened'].map((name) => [name, spread(name)])),
      onState: (state) => {
        entry.state = state;
        for (const listener of listeners) listener.onState(state);
      },
    });
    return entry;
  }

  return {
    listen(url: string, listener: Listener): { retryNow: () => void; leave: () => void } {
      const names = Object.keys(listener.on)
        .filter((name) => name !== 'reopened')
        .sort();
      const key = [url, ...names].join(' ');
      let entry = shared.get(key);
      if (entry) {
        entry.listeners.add(listener);
        listener.onState(entry.state);
      } else {
        entry = connect(url, names, listener);
        shared.set(key, entry);
      }
      const mine = entry;
      return {
        retryNow: () => mine.stream.retryNow(),
        leave() {
          mine.listeners.delete(listener);
          if (mine.listeners.size > 0) return;
          if (shared.get(key) === mine) shared.delete(key);
          mine.stream.close();
        },
      };
    },
  };
}
