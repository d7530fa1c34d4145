import type { Activity, Problem, Way } from '../problem.ts';

/** Whether every minute that the way takes of a resource lies in an opening for the activity's kind. */
export function isOpenFor(
  { resources }: Problem,
  { kind = '' }: Activity,
  start: number,
  { uses }: Way,
): boolean {
  return uses.every(({ resource: id, offset = 0, minutes }) => {
    const resource = resources.find((one) => one.id === id);
    const openings = resource?.openings;
    if (!openings) return true;
    return Array.from({ length: minutes }, (_, i) => start + offset + i).every((minute) =>
      openings.some(
        ({ from, to, kinds }) =>
          from <= minute && minute < to && (kinds === undefined || kinds.includes(kind)),
      ),
    );
  });
}
