import { createFormat } from '@liangbuwu/ui/language/format.ts';
import { nowBy } from '@liangbuwu/ui/phone/now-by.ts';
import { useTools } from '@liangbuwu/ui/phone/tools.ts';
import { useMemo } from 'react';
import type { VolunteerDay } from '../../doors/sheet.ts';
import { type DoorState, doorStates } from './door-states.ts';

export const volunteerCard = 'water-volunteer';
export const volunteerFeed = 'water-volunteer';

export type Walk = {
  day: VolunteerDay;
  states: readonly DoorState[];
  /** The response's time, ISO 8601. */
  now: () => string;
};

/** The walks of who is signed in; undefined: nothing was ever read. */
export function useWalks(): readonly Walk[] | undefined {
  const { feed, entries, clock } = useTools();
  const kept = feed(volunteerFeed);
  return useMemo(
    () =>
      kept &&
      (kept.value as { days: VolunteerDay[] }).days.map((day): Walk => {
        const format = createFormat('en', day.response.zone);
        const told = { now: day.response.now, fetched: kept.fetched };
        const own = entries.filter(({ card }) => card === volunteerCard);
        return {
          day,
          states: doorStates(day, own, (at) => format.findMoment(at)?.day),
          now: () => new Date(nowBy([told], day.response.clock, clock.now())).toISOString(),
        };
      }),
    [kept, entries, clock],
  );
}

/** The house number of a household, by the walks that this phone keeps. */
export function useLabel(): (household: string) => string | undefined {
  const walks = useWalks();
  return (household) =>
    walks?.flatMap(({ day }) => day.stops).find((stop) => stop.household === household)?.label;
}
