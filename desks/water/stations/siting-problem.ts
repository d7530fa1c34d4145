import { greatCircleMetres } from '@liangbuwu/roads/sphere.ts';
import type { Problem } from '@liangbuwu/siting/problem.ts';
import type { Point } from '../water.ts';
import type { SitingBasis, SitingSettings } from './siting.ts';

/** Assumptions, said on the page: where no footpath is known, nobody has measured these here. */
export const walking = { detour: 1.3, emptyPace: 1.2, ladenPace: 1 } as const;

/** Metres that nobody walks for water, whatever the limit. */
const furthest = 100_000;

/**
 * What each person at a point still needs a day up to a floor, litres; 0 where its own water reaches it. Rounded up to a
 * tenth, so that nobody is counted as served who is not.
 */
export function stillNeeds(
  { people, have }: Pick<Point, 'people' | 'have'>,
  litresPerPerson: number,
): number {
  if (people === 0) return 0;
  // In tenths of a litre of all, so that what comes out even is not rounded up by a hair.
  const short = Math.round(litresPerPerson * 100) * people - have * 100;
  return short <= 0 ? 0 : Math.ceil(short / 10 / people) / 10;
}

/** Rows → a problem of `planning/siting`. Existing stations bring what no point counts as its own water already. */
export function sitingProblem(basis: SitingBasis, settings: SitingSettings): Problem {
  const { sites, groups, detour, emptyPace, ladenPace } = basis;
  const metres = sites.map((site) =>
    groups.map((group) => {
      const way = Math.ceil(greatCircleMetres(site, group) * detour);
      return way > furthest ? null : way;
    }),
  );
  return {
    sites: sites.map(({ id, state, yieldLitres, countedLitres, building, running }) =>
      state === 'existing'
        ? { id, yield: yieldLitres - countedLitres, existing: true }
        : {
            id,
            yield: yieldLitres,
            building,
            running,
            ...(state === 'ruled-out' && { choice: 'never' as const }),
          },
    ),
    groups: groups.map(({ id, people, litres }) => ({ id, people, litres })),
    metres,
    seconds: metres.map((row) =>
      row.map((way) => way && Math.ceil(way / emptyPace) + Math.ceil(way / ladenPace)),
    ),
    limits: {
      metres: settings.metres,
      seconds: settings.minutes * 60,
      queue: settings.queueMinutes * 60,
    },
    most: settings.most,
    trucking: basis.trucking,
  };
}
