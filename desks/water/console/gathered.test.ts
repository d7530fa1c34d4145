import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { gathered } from './gathered.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('what comes close together is told once, each key once', () => {
  const told: (readonly (readonly string[])[])[] = [];
  const stale = gathered(200, (keys) => told.push(keys));
  stale.add([['water', 'board'], ['commitments']]);
  vi.advanceTimersByTime(150);
  stale.add([['water', 'board']]);
  expect(told).toEqual([]);
  vi.advanceTimersByTime(50);
  expect(told).toEqual([[['water', 'board'], ['commitments']]]);
  vi.advanceTimersByTime(1000);
  expect(told).toHaveLength(1);
  stale.add([['plans']]);
  vi.advanceTimersByTime(200);
  expect(told[1]).toEqual([['plans']]);
});

test('nothing stale is nothing to tell, and a page that is left hears no more', () => {
  const told: unknown[] = [];
  const stale = gathered(200, (keys) => told.push(keys));
  stale.add([]);
  vi.advanceTimersByTime(500);
  stale.add([['water']]);
  stale.stop();
  vi.advanceTimersByTime(500);
  expect(told).toEqual([]);
});
