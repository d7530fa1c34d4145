import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { getSchedule } from '../../contract.ts';
import type { TankerDay } from '../../schedule.ts';
import { usePermitted } from '../permitted.ts';
import { scheduleQuery } from '../queries.ts';
import type { DayNames } from './day-names.ts';
import { type Followed, follow } from './follow.ts';

const none: readonly TankerDay[] = [];

/**
 * A plan's timetable, followed over the map; empty while there is none, or where it may not be seen.
 *
 * @param instead a timetable to show in its place, of a plan that is being changed.
 */
export function useFollowed(
  plan: string | undefined,
  names: DayNames,
  instead?: readonly TankerDay[],
) {
  const unseen = usePermitted(getSchedule.permission);
  const query = useQuery({
    ...scheduleQuery(plan ?? ''),
    enabled: plan !== undefined && unseen === undefined,
  });
  const schedule = instead ?? query.data?.tankers ?? none;
  const followed = useMemo<Followed>(
    () => follow(schedule, (tanker) => names.tankers.get(tanker)?.home),
    [schedule, names],
  );
  return { query, schedule, followed, unseen };
}
