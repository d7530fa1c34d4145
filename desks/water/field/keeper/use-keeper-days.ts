import { useTools } from '@liangbuwu/ui/phone/tools.ts';
import { useMemo } from 'react';
import type { KeeperDay, KeeperPoint } from '../../recording/field-day.ts';
import { type Said, saidOn } from '../said.ts';
import { likelyTime } from '../when.ts';

export const keeperCard = 'water-keeper';
export const keeperFeed = 'water-keeper';

export type Village = {
  area: string;
  name: string;
  day: KeeperDay;
  points: readonly KeeperPoint[];
  said: readonly Said[];
  /** When it most likely happened, ISO 8601. */
  likely: (planned?: string) => string;
};

/** The villages within reach with their points; undefined: nothing was ever read. */
export function useVillages(): readonly Village[] | undefined {
  const { feed, entries, clock } = useTools();
  const kept = feed(keeperFeed);
  return useMemo(
    () =>
      kept &&
      (kept.value as { days: KeeperDay[] }).days.flatMap((day) => {
        const said = saidOn(day, entries);
        return [...new Set(day.points.map(({ area }) => area))].map((area): Village => {
          const points = day.points.filter((point) => point.area === area);
          return {
            area,
            name: points[0]?.village ?? '',
            day,
            points,
            said: said.filter((one) => points.some(({ id }) => id === one.point)),
            likely: (planned) =>
              new Date(
                likelyTime(
                  day.response,
                  kept.fetched,
                  clock.now(),
                  planned ? Date.parse(planned) : undefined,
                ),
              ).toISOString(),
          };
        });
      }),
    [kept, entries, clock],
  );
}
