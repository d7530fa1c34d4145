import { expect, test } from 'vitest';
import type { StreamState } from './event-stream.ts';
import { createSharedStreams } from './shared-streams.ts';

function stage() {
  const opened: { url: string; closed: boolean; emit: (name: string, data?: string) => void }[] =
    [];
  const streams = createSharedStreams({
    open: (url) => {
      const handlers = new Map<string, (event: Event) => void>();
      const source = {
        url,
        closed: false,
        emit: (name: string, data?: string) => handlers.get(name)?.({ data } as MessageEvent),
        close() {
          source.closed = true;
        },
        addEventListener: (name: string, handler: unknown) =>
          void handlers.set(name, handler as (event: Event) => void),
      };
      opened.push(source);
      return source;
    },
    wait: () => () => undefined,
    random: () => 0,
  });
  const listener = () => {
    const heard: unknown[] = [];
    const states: StreamState['is'][] = [];
    return {
      heard,
      states,
      on: { message: (data: unknown) => void heard.push(data) },
      onState: (state: StreamState) => void states.push(state.is),
    };
  };
  return { opened, streams, listener };
}

test('two listeners share one connection, and it ends with the last of them', () => {
  const { opened, streams, listener } = stage();
  const [one, other] = [listener(), listener()];
  const first = streams.listen('/live', one);
  opened[0]?.emit('open');
  const second = streams.listen('/live', other);
  expect(opened.length).toBe(1);
  expect(other.states).toEqual(['open']);
  opened[0]?.emit('message', '1');
  first.leave();
  opened[0]?.emit('message', '2');
  expect(one.heard).toEqual([1]);
  expect(other.heard).toEqual([1, 2]);
  expect(opened[0]?.closed).toBe(false);
  second.leave();
  expect(opened[0]?.closed).toBe(true);
  const again = streams.listen('/live', one);
  expect(opened.length).toBe(2);
  again.leave();
});

test('other addresses have connections of their own', () => {
  const { opened, streams, listener } = stage();
  streams.listen('/live', listener());
  streams.listen('/other', listener());
  expect(opened.map(({ url }) => url)).toEqual(['/live', '/other']);
});
