import { expect, test } from 'vitest';
import { pointStart, withStarts } from './point-start.ts';
import { recorded } from './testing/point-day.ts';
import { floors, point } from './testing/small-day.ts';
import { withKinds } from './testing/with-kinds.ts';

const epochOf = (day: string, second: number) => Date.parse(`${day}T00:00:00Z`) / 1000 + second;
const of = {
  point: { kind: 'village' as const, tank: null },
  floors,
  day: '2022-11-10',
  begins: 25_200,
  past: [undefined, recorded({ day: '2022-11-09' }, 16.8)],
  today: undefined,
  reading: undefined,
  fair: true,
  epochOf,
};

test('what a point went short yesterday weighs today', () => {
  expect(pointStart(of)).toEqual({
    yesterday: 3.2,
    owed: 3.2,
    factor: 1.3,
    weighed: true,
    tank: null,
  });
});

test('switched off it is still said, and weighs nothing', () => {
  expect(pointStart({ ...of, fair: false })).toMatchObject({
    owed: 3.2,
    factor: 1,
    weighed: false,
  });
});

test('yesterday’s tank is carried over, with when it ended', () => {
  const tank = { litres: 5000, level: 3000 };
  const yesterday = recorded({ day: '2022-11-09', tank }, 5);
  expect(pointStart({ ...of, point: { kind: 'village', tank }, past: [yesterday] }).tank).toEqual({
    level: 1500,
    basis: 'carried',
    at: '2022-11-10T00:00:00.000Z',
  });
});

test('a plan takes the weight and the level, and leaves who has no start alone', () => {
  const tank = { litres: 5000, level: 3000 };
  const points = [{ ...point('p', 'north', 100), weight: 1.5, tank }, point('q', 'south', 100)];
  const carried = { level: 1200, basis: 'carried' as const, at: null };
  const start = { ...pointStart(of), tank: carried };
  expect(withStarts(points, new Map([['p', start]]))).toEqual([
    { ...points[0], weight: 1.95, tank: { litres: 5000, level: 1200 } },
    points[1],
  ]);
});

test('a litre counts by its share of the kind’s last floor', () => {
  const pupils = recorded({ day: '2022-11-09', kind: 'school', people: 100, need: 300 }, 1.5);
  expect(
    pointStart({
      ...of,
      point: { kind: 'school', tank: null },
      floors: withKinds,
      past: [pupils],
    }),
  ).toMatchObject({ yesterday: 1.5, owed: 1.5, factor: 2 });
});

test('what was spilled is no longer in the tank that is carried over', () => {
  const tank = { litres: 5000, level: 3000 };
  const yesterday = recorded({ day: '2022-11-09', tank, lossPercent: 50, need: 1000 }, 0);
  expect(
    pointStart({ ...of, point: { kind: 'village', tank }, past: [yesterday] }).tank,
  ).toMatchObject({ level: 1000, basis: 'carried' });
});
