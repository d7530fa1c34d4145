import type { Problem, Result } from '../problem.ts';
import { type CheckFault, fault } from './fault.ts';

/** Whether costs and changes are what the placements make them. */
export function costFaults(problem: Problem, { placements, costs, changes }: Result): CheckFault[] {
  const { activities, phases, together = [], previous = [], change = 0 } = problem;
  const faults: CheckFault[] = [];
  const at = new Map(placements.map((one) => [one.activity, one]));
  const startOf = (id: string): number => at.get(id)?.start ?? 0;
  let [waiting, apart, spread, changed] = [0, 0, 0, 0];
  for (const { id, people, preferred, weight = 1 } of activities) {
    if (preferred !== undefined) waiting += people * weight * Math.abs(startOf(id) - preferred);
  }
  for (const {
    activities: [one, other],
    people,
    weight = 1,
  } of together) {
    apart += people * weight * Math.abs(startOf(one) - startOf(other));
  }
  for (const { id, spread: price = 0 } of phases) {
    const starts = activities.filter(({ phase }) => phase === id).map((own) => startOf(own.id));
    if (starts.length > 0) spread += price * (Math.max(...starts) - Math.min(...starts));
  }
  const right: string[] = [];
  for (const { id, people } of activities) {
    const was = previous.find(({ activity }) => activity === id);
    const is = at.get(id);
    if (!was || !is || (was.start === is.start && was.way === is.way)) continue;
    changed += people * change;
    right.push([id, was.start, was.way, is.start, is.way].join(' '));
  }
  const own = { waiting, apart, spread, changes: changed };
  const total = waiting + apart + spread + changed;
  for (const [key, value] of Object.entries({ ...own, total })) {
    if (costs[key as keyof typeof costs] === value) continue;
    faults.push(fault('wrong-costs', `/costs/${key}`, `应为 ${value}`, `should be ${value}`));
  }
  const told = changes.map(({ activity, from, to }) =>
    [activity, from.start, from.way, to.start, to.way].join(' '),
  );
  if (told.join('\n') !== right.join('\n')) {
    const en = 'are not the activities that are elsewhere than before';
    faults.push(fault('wrong-changes', '/changes', '与原先不同的活动不符', en));
  }
  return faults;
}
