import type { Floors, Point, PointKind } from '../water.ts';
import { floors, point } from './small-day.ts';

/** The small day's floors with figures and weights by kind. */
export const withKinds: Floors = {
  ...floors,
  version: 'test/2',
  kinds: {
    clinic: {
      litres: { perHead: [40, 40, 60], source: 'beds' },
      weight: { times: 3, source: 'test' },
    },
    school: { litres: { perHead: [3, 3, 3], source: 'pupils' }, weight: null },
    'elderly-home': { litres: null, weight: { times: 2, source: 'test' } },
    livestock: {
      litres: { perHead: [0, 20, 30], source: 'animals' },
      weight: { times: 0.5, source: 'test' },
    },
  },
};

export const kindPoint = (
  kind: PointKind,
  id: string,
  area: string,
  heads: number,
  have = 0,
): Point => ({ ...point(id, area, heads, have), kind });
