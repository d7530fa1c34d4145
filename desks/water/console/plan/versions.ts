import type { PlanHead } from '@liangbuwu/office/plans/contract.ts';

export const isRunning = ({ state }: Pick<PlanHead, 'state'>): boolean =>
  state === 'queued' || state === 'solving';

/** A plan with a result that can be looked at. */
export const hasResult = ({ state }: Pick<PlanHead, 'state'>): boolean =>
  state === 'solved' || state === 'published' || state === 'replaced';

export const findInForce = (plans: readonly PlanHead[]): PlanHead | undefined =>
  plans.find(({ state }) => state === 'published');

/** The plan that the page shows: the wanted one, else the one in force, else the newest with a result, else the newest. */
export function choosePlan(
  plans: readonly PlanHead[],
  wanted: string | undefined,
): PlanHead | undefined {
  return (
    plans.find(({ id }) => id === wanted) ?? findInForce(plans) ?? plans.find(hasResult) ?? plans[0]
  );
}

/** Whose map and timetable are shown with it: its own, or, as long as it has none, those of the plan in force. */
export function chooseResult(
  plans: readonly PlanHead[],
  shown: PlanHead | undefined,
): PlanHead | undefined {
  if (!shown) return undefined;
  return hasResult(shown) ? shown : (findInForce(plans) ?? plans.find(hasResult));
}
