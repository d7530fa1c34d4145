import { expect, test } from 'vitest';
import { sunsetOn } from './dark.ts';

const hours = (second: number | null) => (second === null ? null : second / 3600);

test('the sun sets over the town as NOAA reckons it, within three minutes', () => {
  // By NOAA's general solar position equations for 27.53° N, 112.99° E, in China's one zone.
  const town = { lon: 112.99, lat: 27.53 };
  expect(hours(sunsetOn('2022-11-10', 'Asia/Shanghai', town))).toBeCloseTo(17 + 40 / 60, 1);
  expect(hours(sunsetOn('2022-06-21', 'Asia/Shanghai', town))).toBeCloseTo(19 + 26 / 60, 1);
});

test('at Greenwich on the equinox it sets soon after six, UTC', () => {
  const second = sunsetOn('2024-03-20', 'UTC', { lon: 0, lat: 51.48 });
  expect(Math.abs((second ?? 0) - (18 * 3600 + 13 * 60))).toBeLessThan(180);
});

test('where it does not set, nothing is said', () => {
  expect(sunsetOn('2024-06-21', 'Europe/Oslo', { lon: 25.8, lat: 71.1 })).toBeNull();
});
