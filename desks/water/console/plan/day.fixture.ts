import type { Stretch, TankerDay } from '../../schedule.ts';

const stop = (
  kind: 'fill' | 'deliver',
  from: number,
  to: number,
  at: string,
  place: string,
  litres: number,
): Stretch => ({
  kind,
  from,
  to,
  litres,
  metres: null,
  at,
  place,
});
const drive = (from: number, to: number, place: string): Stretch => ({
  kind: 'drive',
  from,
  to,
  litres: null,
  metres: (to - from) * 8,
  at: null,
  place,
});
const stand = (
  kind: 'wait' | 'rest',
  from: number,
  to: number,
  place: string,
  at: string | null,
): Stretch => ({
  kind,
  from,
  to,
  litres: null,
  metres: null,
  at,
  place,
});

const stretches: Stretch[] = [
  drive(25_200, 25_800, 'well'),
  stop('fill', 25_800, 27_000, 's-well', 'well', 5000),
  stand('wait', 27_000, 27_300, 'well', null),
  drive(27_300, 28_000, 'upper'),
  stand('wait', 28_000, 28_800, 'upper', 'p-upper'),
  stop('deliver', 28_800, 30_600, 'p-upper', 'upper', 3000),
  drive(30_600, 31_000, 'lower'),
  stop('deliver', 31_000, 32_000, 'p-lower', 'lower', 2000),
  drive(32_000, 32_900, 'well'),
  stop('fill', 32_900, 34_000, 's-well', 'well', 4000),
  drive(34_000, 34_700, 'upper'),
  stop('deliver', 34_700, 36_000, 'p-upper', 'upper', 4000),
  stand('rest', 36_000, 37_200, 'upper', null),
  drive(37_200, 37_900, 'yard'),
];

/** One tanker's morning: from the yard to a well, two points, the well again, one of the points, home. */
export const oneDay: { home: string; schedule: TankerDay[] } = {
  home: 'yard',
  schedule: [
    {
      tanker: 'tanker',
      shift: 'shift',
      from: 25_200,
      to: 54_000,
      litres: 9000,
      metres: 30_000,
      stretches,
    },
  ],
};
