import { expect, it } from 'vitest';
import { estimateDrive, estimates } from './estimate.ts';

const a = { lon: 112.99, lat: 27.53 };
// 0.1 degrees of latitude: 11,119.5 m.
const b = { lon: 112.99, lat: 27.63 };

it('is the straight line, longer and slower by the kind of road', () => {
  const drive = (roadClass: 'main' | 'village' | 'track') =>
    estimateDrive({ ...a, roadClass }, { ...b, roadClass });
  expect(drive('main')).toEqual({ metres: 14_455, seconds: 1301 });
  expect(drive('village')).toEqual({ metres: 15_567, seconds: 2242 });
  expect(drive('track')).toEqual({ metres: 17_791, seconds: 5337 });
});

it('takes half of the way on the kind of road at either end, the same in both directions', () => {
  const there = estimateDrive({ ...a, roadClass: 'main' }, { ...b, roadClass: 'track' });
  const back = estimateDrive({ ...b, roadClass: 'track' }, { ...a, roadClass: 'main' });
  expect(there).toEqual(back);
  expect(there).toEqual({ metres: 16_123, seconds: 3319 });
});

it('a worse road is never quicker or shorter', () => {
  expect(estimates.main.detour).toBeLessThan(estimates.village.detour);
  expect(estimates.village.detour).toBeLessThan(estimates.track.detour);
  expect(estimates.main.kilometresPerHour).toBeGreaterThan(estimates.village.kilometresPerHour);
  expect(estimates.village.kilometresPerHour).toBeGreaterThan(estimates.track.kilometresPerHour);
});
