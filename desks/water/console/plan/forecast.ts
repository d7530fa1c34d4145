import type { TankerDay } from '../../schedule.ts';
import type { PromiseRow } from '../promises.ts';

export type Forecast = { made: number; withdrawn: number; kept: number };

/**
 * What publishing a plan would do to the promises: made for every delivery from now on that is not promised already,
 * withdrawn where a promise from now on, of which nobody has spoken, is no longer planned.
 */
export function forecast(
  days: readonly TankerDay[],
  promises: readonly PromiseRow[],
  now: number,
): Forecast {
  const keyOf = (giver: string, point: string, litres: number, from: number) =>
    [giver, point, litres, from].join(' ');
  const wanted = days.flatMap(({ tanker, stretches }) =>
    stretches
      .filter(({ kind, from }) => kind === 'deliver' && from >= now)
      .map(({ at, litres, from }) => keyOf(`tanker:${tanker}`, at ?? '', litres ?? 0, from)),
  );
  const standing = promises
    .filter(({ state, from }) => state === 'made' && from >= now)
    .map(({ giver, point, litres, from }) => keyOf(giver, point, litres, from));
  const planned = new Set(wanted);
  const kept = standing.filter((key) => planned.has(key));
  const stays = new Set(kept);
  return {
    made: wanted.filter((key) => !stays.has(key)).length,
    withdrawn: standing.length - kept.length,
    kept: kept.length,
  };
}
