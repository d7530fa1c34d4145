import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Bar,
  closedStretches,
  findNextBar,
  lanesOf,
  type TimelineRow,
  ticksOf,
} from './bars.ts';

const bar = (id: string, from: number, to: number): Bar => ({ id, kind: 'k', from, to, title: id });

test('bars of one lane never overlap, and bars one after another share the first', () => {
  const any = fc.array(fc.tuple(fc.nat(1000), fc.integer({ min: 1, max: 200 })), { maxLength: 30 });
  fc.assert(
    fc.property(any, (spans) => {
      const bars = spans.map(([from, length], at) => bar(`${at}`, from, from + length));
      const lanes = lanesOf(bars);
      for (const one of bars) {
        const overlapping = bars.filter(
          (other) =>
            one.id < other.id &&
            lanes.get(one.id) === lanes.get(other.id) &&
            one.to > other.from &&
            other.to > one.from,
        );
        expect(overlapping).toEqual([]);
      }
    }),
  );
  expect([...lanesOf([bar('a', 0, 5), bar('b', 5, 9), bar('c', 9, 12)]).values()]).toEqual([
    0, 0, 0,
  ]);
});

test('what lies outside of the open stretches is closed', () => {
  expect(closedStretches(0, 100, undefined)).toEqual([]);
  expect(closedStretches(0, 100, [])).toEqual([{ from: 0, to: 100 }]);
  expect(
    closedStretches(0, 100, [
      { from: 60, to: 120 },
      { from: 10, to: 30 },
    ]),
  ).toEqual([
    { from: 0, to: 10 },
    { from: 30, to: 60 },
  ]);
});

test('ticks stand on full times, never closer than asked', () => {
  expect(ticksOf(25_200, 86_400, 36 / 3600, 56)).toEqual([
    28_800, 36_000, 43_200, 50_400, 57_600, 64_800, 72_000, 79_200, 86_400,
  ]);
  expect(ticksOf(25_200, 32_400, 120 / 3600, 56)).toEqual([25_200, 27_000, 28_800, 30_600, 32_400]);
});

test('arrow keys lead along a row and to what is nearest in time in the next one', () => {
  const rows: TimelineRow[] = [
    { id: 'one', label: '', bars: [bar('b', 50, 60), bar('a', 0, 10)] },
    { id: 'none', label: '', bars: [] },
    { id: 'two', label: '', bars: [bar('c', 0, 20), bar('d', 45, 70), bar('e', 80, 90)] },
  ];
  const lead = (from: string, key: string) => findNextBar(rows, from, key)?.id;
  expect(lead('a', 'ArrowRight')).toBe('b');
  expect(lead('b', 'ArrowRight')).toBeUndefined();
  expect(lead('b', 'ArrowLeft')).toBe('a');
  expect(lead('b', 'ArrowDown')).toBe('d');
  expect(lead('e', 'ArrowUp')).toBe('b');
  expect(lead('c', 'ArrowUp')).toBe('a');
  expect(lead('c', 'End')).toBe('e');
  expect(lead('e', 'Home')).toBe('c');
  expect(lead('a', 'ArrowUp')).toBeUndefined();
  expect(lead('zzz', 'ArrowUp')).toBeUndefined();
});
