import type { Load, Problem, Resource, Result } from '../problem.ts';
import { type CheckFault, fault } from './fault.ts';

/** Whether loads and overload are what the placements make them: minute by minute. */
export function loadFaults(
  problem: Problem,
  { placements, loads, overload }: Result,
): CheckFault[] {
  const faults: CheckFault[] = [];
  const right: Load[] = [];
  let over = 0;
  for (const resource of problem.resources) {
    const amounts = new Map<number, number>();
    const kinds = new Map<number, Set<string>>();
    placements.forEach(({ uses }, i) => {
      for (const use of uses.filter((one) => one.resource === resource.id)) {
        for (let minute = use.from; minute < use.to; minute += 1) {
          amounts.set(minute, (amounts.get(minute) ?? 0) + use.amount);
          const there = kinds.get(minute) ?? new Set();
          kinds.set(minute, there.add(problem.activities[i]?.kind ?? ''));
        }
      }
    });
    for (const minute of [...amounts.keys()].sort((a, b) => a - b)) {
      const amount = amounts.get(minute) ?? 0;
      const capacity = capacityAt(resource, minute);
      const many = kinds.get(minute)?.size ?? 0;
      const mixed = resource.oneKind && many > 1 ? many : 0;
      const excess = Math.max(0, amount - capacity);
      over += excess + Math.max(0, mixed - 1);
      right.push({
        resource: resource.id,
        from: minute,
        to: minute + 1,
        amount,
        capacity,
        over: excess,
        mixed,
      });
    }
  }
  if (written(byMinute(loads)) !== written(right)) {
    const en = 'are not what the placements take';
    faults.push(fault('wrong-loads', '/loads', '与安排占用的不符', en));
  }
  if (over !== overload) {
    faults.push(fault('wrong-overload', '/overload', `应为 ${over}`, `should be ${over}`));
  }
  return faults;
}

function capacityAt({ capacity, openings = [] }: Resource, minute: number): number {
  const opening = openings.find(({ from, to }) => from <= minute && minute < to);
  return opening?.capacity ?? capacity;
}

function byMinute(loads: readonly Load[]): Load[] {
  return loads.flatMap((load) =>
    Array.from({ length: Math.max(0, load.to - load.from) }, (_, i) => ({
      ...load,
      from: load.from + i,
      to: load.from + i + 1,
    })),
  );
}

function written(loads: readonly Load[]): string {
  return loads
    .map((l) => [l.resource, l.from, l.to, l.amount, l.capacity, l.over, l.mixed].join(' '))
    .join('\n');
}
