import { expect, test } from 'vitest';
import { openEventStream, type StreamState, waitBefore } from './event-stream.ts';

function stage(random = () => 0.5) {
  const sources: { emit: (name: string, data?: string) => void; closed: boolean }[] = [];
  const waits: { work: () => void; milliseconds: number; cancelled: boolean }[] = [];
  const states: StreamState[] = [];
  const heard: unknown[] = [];
  let reopened = 0;
  const stream = openEventStream({
    url: '/events',
    on: { changed: (data) => heard.push(data), reopened: () => (reopened += 1) },
    onState: (state) => states.push(state),
    open: () => {
      const handlers = new Map<string, ((event: Event) => void)[]>();
      const source = {
        closed: false,
        emit: (name: string, data?: string) => {
          for (const handler of handlers.get(name) ?? []) handler({ data } as MessageEvent);
        },
        close() {
          source.closed = true;
        },
        addEventListener: (name: string, handler: unknown) => {
          handlers.set(name, [...(handlers.get(name) ?? []), handler as (event: Event) => void]);
        },
      };
      sources.push(source);
      return source;
    },
    wait: (work, milliseconds) => {
      const entry = { work, milliseconds, cancelled: false };
      waits.push(entry);
      return () => {
        entry.cancelled = true;
      };
    },
    random,
  });
  const last = <T>(list: T[]) => list[list.length - 1] as T;
  return { stream, sources, waits, states, heard, last, reopenings: () => reopened };
}

test('waits double up to half a minute and are spread over their upper half', () => {
  expect([1, 2, 3, 4, 5, 6, 20].map((attempt) => waitBefore(attempt, () => 1))).toEqual([
    1, 2, 4, 8, 16, 30, 30,
  ]);
  expect(waitBefore(4, () => 0)).toBe(4);
});

test('events arrive parsed; what is no JSON is passed over', () => {
  const { sources, heard, last, states } = stage();
  last(sources).emit('open');
  last(sources).emit('changed', '{"id":"a"}');
  last(sources).emit('changed', 'not json');
  last(sources).emit('other', '{}');
  expect(heard).toEqual([{ id: 'a' }]);
  expect(last(states)).toEqual({ is: 'open' });
});

test('after an error it closes, waits longer each time, and starts over once open', () => {
  const { sources, waits, states, last, reopenings } = stage();
  last(sources).emit('open');
  last(sources).emit('error');
  expect(sources[0]?.closed).toBe(true);
  expect(last(states)).toEqual({ is: 'waiting', attempt: 1, seconds: 0.75 });
  last(waits).work();
  last(sources).emit('error');
  expect(last(states)).toEqual({ is: 'waiting', attempt: 2, seconds: 1.5 });
  last(waits).work();
  expect(reopenings()).toBe(0);
  last(sources).emit('open');
  expect(reopenings()).toBe(1);
  last(sources).emit('error');
  expect(last(states)).toEqual({ is: 'waiting', attempt: 1, seconds: 0.75 });
});

test('an old source’s late words count for nothing', () => {
  const { sources, waits, heard, states, last } = stage();
  const first = last(sources);
  first.emit('error');
  last(waits).work();
  const before = states.length;
  first.emit('error');
  first.emit('changed', '{"id":"late"}');
  expect(heard).toEqual([]);
  expect(states.length).toBe(before);
});

test('retrying now skips the wait; closing ends everything', () => {
  const { stream, sources, waits, states, last } = stage();
  last(sources).emit('error');
  stream.retryNow();
  expect(last(waits).cancelled).toBe(true);
  expect(sources.length).toBe(2);
  stream.retryNow();
  expect(sources.length).toBe(2);
  last(sources).emit('error');
  stream.close();
  expect(last(waits).cancelled).toBe(true);
  expect(last(states)).toEqual({ is: 'closed' });
  stream.retryNow();
  expect(sources.length).toBe(2);
});
