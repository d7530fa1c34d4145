import type { Problem, Result } from '../problem.ts';
import { type CheckFault, fault } from './fault.ts';
import { isOpenFor } from './open.ts';

/** Whether everything starts when it may, goes by a way of its own that is open, and keeps its orders. */
export function placementFaults(problem: Problem, result: Result): CheckFault[] {
  const { activities, orders = [], together = [] } = problem;
  const { placements, conflicts } = result;
  const none = conflicts.some(({ because }) => because !== 'capacity');
  const wanted = none ? [] : activities.map(({ id }) => id);
  if (JSON.stringify(placements.map(({ activity }) => activity)) !== JSON.stringify(wanted)) {
    const en = none ? 'should be empty' : 'is not one for each activity, in their order';
    const zh = none ? '应为空' : '不是按顺序每项活动一个';
    return [fault('wrong-placements', '/placements', zh, en)];
  }
  if (none) return [];
  const faults: CheckFault[] = [];
  placements.forEach(({ start, way: id, uses }, i) => {
    const activity = activities[i];
    const at = `/placements/${i}`;
    const way = activity?.ways.find((one) => one.id === id);
    if (!activity?.starts.includes(start)) {
      faults.push(fault('unknown-start', `${at}/start`, '不是可选的时刻', 'is none of its starts'));
    }
    if (!activity || !way) {
      faults.push(fault('unknown-way', `${at}/way`, '不是它的走法', 'is none of its ways'));
      return;
    }
    const right = way.uses.map((use) => {
      const from = start + (use.offset ?? 0);
      const amount = use.amount ?? activity.people;
      return [use.resource, from, from + use.minutes, amount];
    });
    const told = uses.map(({ resource, from, to, amount }) => [resource, from, to, amount]);
    if (JSON.stringify(told) !== JSON.stringify(right)) {
      faults.push(
        fault('wrong-uses', `${at}/uses`, '与走法不符', 'do not follow from start and way'),
      );
    }
    if (!isOpenFor(problem, activity, start, way)) {
      faults.push(fault('closed', at, '那时未对它开放', 'is not open to it then'));
    }
  });
  const starts = new Map(placements.map(({ activity, start }) => [activity, start]));
  const between = (one: string, other: string): number =>
    (starts.get(other) ?? 0) - (starts.get(one) ?? 0);
  orders.forEach(({ before, after, least = 0, most = Infinity }, i) => {
    const apart = between(before, after);
    if (apart >= least && apart <= most) return;
    const [zh, en] = [`第 ${i} 项先后不符`, `order ${i} is not kept: ${apart} minutes`];
    faults.push(fault('order-broken', '/placements', zh, en));
  });
  together.forEach(({ activities: [one, other], most = Infinity }, i) => {
    const apart = Math.abs(between(one, other));
    if (apart <= most) return;
    const [zh, en] = [
      `第 ${i} 项应在一起的相隔 ${apart} 分钟`,
      `pair ${i} is ${apart} minutes apart`,
    ];
    faults.push(fault('together-broken', '/placements', zh, en));
  });
  return faults;
}
