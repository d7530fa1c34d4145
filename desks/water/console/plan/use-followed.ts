import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { TankerDay } from '../../schedule.ts';
import { scheduleQuery } from '../queries.ts';
import type { DayNames } from './day-names.ts';
import { type Followed, follow } from './follow.ts';

const none: readonly TankerDay[] = [];

/** A plan's timetable, followed over the map; empty while there is none. */
export function useFollowed(plan: string | undefined, names: DayNames) {
  const query = useQuery({ ...scheduleQuery(plan ?? ''), enabled: plan !== undefined });
  const schedule = query.data?.tankers ?? none;
  const followed = useMemo<Followed>(
    () => follow(schedule, (tanker) => names.tankers.get(tanker)?.home),
    [schedule, names],
  );
  return { query, schedule, followed };
}
