import { expect, test } from 'vitest';
import { tapFlow } from './tap-flow.ts';

test('without a tank the tanker runs through the taps; with one, nobody has measured them', () => {
  const point = { taps: 4, litresPerMinute: 48, tank: null };
  expect(tapFlow(point)).toEqual({ taps: 4, each: 12, basis: 'registered' });
  const tank = { litres: 4000, level: 600 };
  expect(tapFlow({ ...point, litresPerMinute: 300, tank })).toEqual({
    taps: 4,
    each: 7.5,
    basis: 'usual',
  });
  expect(tapFlow({ ...point, taps: 0 }).each).toBe(0);
});
