import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import type { PlannedWalk } from '../../doors/plan.ts';
import { doorMessages } from '../messages/doors.ts';

/** How a walk and its trips are put into words. */
export function useWalkWords() {
  const t = doorMessages.use();
  const format = useFormat();
  return {
    sums: ({ stops, litres, trips }: PlannedWalk) =>
      t('walks.sums', {
        doors: format.number(stops.length),
        litres: format.litres(litres),
        trips: format.number(trips),
      }),
    trip: ({ trip, lastTrip }: { trip: number; lastTrip: number }) =>
      trip === lastTrip
        ? t('walks.trip', { trip })
        : t('walks.trips', { from: trip, to: lastTrip }),
  };
}
