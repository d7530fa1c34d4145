import { expect, test } from 'vitest';
import { exitOf, truckedOn } from './exit.ts';

const trucked = {
  days: 2,
  from: '2022-11-10',
  to: '2022-11-11',
  kilometres: 200,
  hours: 50,
  filled: 80,
  delivered: 80,
};
const costs = {
  kilometre: 4,
  driverHour: 30,
  sourceCubicMetre: 2.5,
  stationBuilding: 360_000,
  stationYears: 10,
  stationCubicMetre: 3,
  stationCubicMetresPerDay: 100,
};

test('days are averaged, to a tenth', () => {
  const one = { metres: 200_000, seconds: 180_000, filled: 80_000, delivered: 79_900 };
  const days = [
    { day: '2022-11-13', ...one },
    { day: '2022-11-10', ...one, metres: 210_120 },
  ];
  expect(truckedOn(days)).toEqual({
    days: 2,
    from: '2022-11-10',
    to: '2022-11-13',
    kilometres: 205.1,
    hours: 50,
    filled: 80,
    delivered: 79.9,
  });
  expect(truckedOn([])).toBeNull();
});

test('trucking: kilometres, hours and water make the day; thirty days the month', () => {
  // 200 × 4 + 50 × 30 + 80 × 2.5 = 2,500
  expect(exitOf(trucked, costs).trucking).toEqual({
    driving: 800,
    drivers: 1500,
    water: 200,
    day: 2500,
    month: 75_000,
    cubicMetre: 31.25,
  });
});

test('a station that can give more gives what is trucked, and has paid when its building is saved', () => {
  // 360,000 / 120 = 3,000; 3 × 80 × 30 = 7,200; 360,000 / (75,000 − 7,200) = 5.3
  const { station, payback } = exitOf(trucked, costs);
  expect(station).toEqual({
    replaces: 80,
    share: 1,
    building: 3000,
    running: 7200,
    month: 10_200,
    cubicMetre: 4.25,
  });
  expect(payback).toMatchObject({ kind: 'months', byTanker: 75_000, saves: 67_800 });
  expect(payback?.kind === 'months' && payback.months).toBeCloseTo(5.31, 2);
});

test('a smaller one replaces a share of the trucking, and saves that share', () => {
  const { station, payback } = exitOf(trucked, { ...costs, stationCubicMetresPerDay: 20 });
  expect(station).toMatchObject({ replaces: 20, share: 0.25, running: 1800 });
  expect(payback).toMatchObject({ kind: 'months', byTanker: 18_750, saves: 16_950 });
});

test('a station that costs more to run never pays; one that pays after its life says so', () => {
  expect(exitOf(trucked, { ...costs, stationCubicMetre: 40 }).payback).toEqual({
    kind: 'never',
    byTanker: 75_000,
  });
  expect(exitOf(trucked, { ...costs, stationBuilding: 9_000_000 }).payback?.kind).toBe(
    'beyond-life',
  );
});

test('where a figure is missing nothing is reckoned with it, and it is named', () => {
  const missing = exitOf(trucked, { ...costs, driverHour: null, stationYears: null });
  expect(missing).toEqual({
    missing: ['driverHour', 'stationYears'],
    trucking: null,
    station: null,
    payback: null,
  });
  expect(exitOf(trucked, { ...costs, driverHour: null }).station).not.toBeNull();
});

test('before any day is published the station stands alone, at what it can give', () => {
  const { trucking, station, payback } = exitOf(null, costs);
  expect({ trucking, payback }).toEqual({ trucking: null, payback: null });
  expect(station).toMatchObject({ replaces: 100, share: 1, running: 9000 });
});

test('a figure that is zero is a figure', () => {
  expect(exitOf(trucked, { ...costs, sourceCubicMetre: 0 }).trucking?.day).toBe(2300);
});
