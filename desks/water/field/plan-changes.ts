import type { DriverStop } from '../recording/field-day.ts';

/** A stop as far as its driver cares. */
export type PlannedStop = Pick<DriverStop, 'kind' | 'at' | 'litres' | 'start' | 'finish'> & {
  promise: string | null;
};

export type PlanChange =
  | { is: 'gone'; stop: PlannedStop }
  | { is: 'new'; stop: PlannedStop }
  | { is: 'changed'; before: PlannedStop; stop: PlannedStop; moved: boolean; litres: boolean };

/** Seconds by which a stop may shift without being told as moved. */
const sameTime = 300;

export const plannedStop = ({
  kind,
  at,
  litres,
  start,
  finish,
  promise,
}: DriverStop): PlannedStop => ({
  kind,
  at,
  litres,
  start,
  finish,
  promise: promise?.id ?? null,
});

/**
 * What a new plan changes for one driver, in order of time. A delivery is the same by its promise; else, and for fills,
 * the first at the same place is held against the first, the second against the second.
 */
export function planChanges(
  before: readonly PlannedStop[],
  after: readonly PlannedStop[],
): PlanChange[] {
  const left = [...before];
  const take = (fits: (one: PlannedStop) => boolean) => {
    const at = left.findIndex(fits);
    return at < 0 ? undefined : left.splice(at, 1)[0];
  };
  const byPromise = after.map(({ promise }) =>
    promise === null ? undefined : take((one) => one.promise === promise),
  );
  const changes = after.flatMap((stop, at): PlanChange[] => {
    const was = byPromise[at] ?? take((one) => one.kind === stop.kind && one.at === stop.at);
    if (!was) return [{ is: 'new', stop }];
    const moved = Math.abs(was.start - stop.start) > sameTime;
    const litres = was.litres !== stop.litres;
    return moved || litres ? [{ is: 'changed', before: was, stop, moved, litres }] : [];
  });
  const gone = left.map((stop): PlanChange => ({ is: 'gone', stop }));
  return [...changes, ...gone].sort((one, other) => one.stop.start - other.stop.start);
}
