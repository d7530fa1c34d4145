import { expect, test } from 'vitest';
import { findPin, partAt, pinOf, pinsBefore, secondOf, togglePin } from './hand-state.ts';

const stand = { tanker: 'T1', point: 'P1', start: 36_000, litres: 4000 };

test('a pin holds its delivery a quarter of an hour either way, and with more litres too', () => {
  const pins = [pinOf(stand)];
  expect(findPin(pins, { ...stand, start: 36_900, litres: 4500 })).toBe(pins[0]);
  expect(findPin(pins, { ...stand, start: 36_901 })).toBeUndefined();
  expect(findPin(pins, { ...stand, litres: 3999 })).toBeUndefined();
  expect(findPin(pins, { ...stand, tanker: 'T2' })).toBeUndefined();
  expect(findPin(pins, { ...stand, point: 'P2' })).toBeUndefined();
});

test('at the ends of the day a pin stays within it', () => {
  expect(pinOf({ ...stand, start: 60 })).toMatchObject({ from: 0, to: 960 });
  expect(pinOf({ ...stand, start: 86_000 })).toMatchObject({ to: 86_400 });
});

test('pinning twice takes the pin back, and leaves the others', () => {
  const other = pinOf({ ...stand, point: 'P2' });
  const pinned = togglePin([other], stand);
  expect(pinned).toHaveLength(2);
  expect(togglePin(pinned, stand)).toEqual([other]);
});

test('what a person moves is no longer held where it was', () => {
  const other = pinOf({ ...stand, point: 'P2' });
  expect(pinsBefore([other, pinOf(stand)], stand)).toEqual([other]);
  expect(pinsBefore([other], stand)).toEqual([other]);
  expect(pinsBefore([other], undefined)).toEqual([other]);
});

test('a tanker with a gap in its day takes a delivery in the part that it falls into', () => {
  const shift = (id: string, from: number, to: number) => ({ id, driver: '司机甲', from, to });
  const tanker = {
    shifts: [shift('c', 60_000, 70_000), shift('a', 20_000, 30_000), shift('b', 30_000, 40_000)],
  };
  expect(partAt(tanker, 35_000)).toBe('a');
  expect(partAt(tanker, 48_000)).toBe('a');
  expect(partAt(tanker, 55_000)).toBe('c');
  expect(partAt({ shifts: [] }, 55_000)).toBeUndefined();
});

test.each([
  ['09:30', 34_200],
  ['9:30', 34_200],
  ['0930', 34_200],
  ['930', 34_200],
  [' 9：05 ', 32_700],
  ['24:00', 86_400],
  ['24:01', undefined],
  ['9:60', undefined],
  ['9', undefined],
  ['', undefined],
])('%s is second %s of the day', (text, second) => {
  expect(secondOf(text)).toBe(second);
});
