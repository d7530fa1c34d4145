import { readPart } from './plan-times.ts';
import type { Placed } from './timetable.ts';

export interface TimesChange {
  activity: string;
  /** Null: it was not there before. */
  from: Placed | null;
  /** Null: it is no more. */
  to: Placed | null;
}

/** What another timetable changes, in the order of the day's parts: other starts and ways, what is gone and what is new. */
export function whatChanges(before: readonly Placed[], after: readonly Placed[]): TimesChange[] {
  const was = new Map(before.map((one) => [one.activity, one]));
  const is = new Set(after.map(({ activity }) => activity));
  return [
    ...after.flatMap((to): TimesChange[] => {
      const from = was.get(to.activity) ?? null;
      const same = from?.start === to.start && from.way === to.way;
      return same ? [] : [{ activity: to.activity, from, to }];
    }),
    ...before
      .filter(({ activity }) => !is.has(activity))
      .map((from): TimesChange => ({ activity: from.activity, from, to: null })),
  ];
}

/** Those whom changes are about: classes, and buses. */
export const concerned = (changes: readonly TimesChange[]): Set<string> =>
  new Set(changes.map(({ activity }) => readPart(activity).of));
