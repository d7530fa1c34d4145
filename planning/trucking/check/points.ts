import type { DeliverStop, Point, Problem } from '../water-day.ts';
import type { Day } from './day.ts';
import { type Drive, deliveriesOf, type Visit } from './drives.ts';
import { type CheckFault, clock, fault, named } from './fault.ts';
import { ceilLitres, HAIR, lastNeed } from './need.ts';
import { tankDay } from './tank.ts';

/** What a point takes in the day (rule 3), and its village tank (rule 4). */
export function pointFaults(day: Day, drives: Drive[]): CheckFault[] {
  const deliveries = Map.groupBy(deliveriesOf(drives), (delivery) => delivery.stop.point);
  return [...deliveries].flatMap(([id, own]) => {
    const point = day.points.get(id);
    if (!point) return [];
    own.sort((a, b) => a.finish - b.finish);
    return point.storage
      ? overflowFaults(day.problem, point, own)
      : overNeedFaults(day.problem, point, own);
  });
}

function overNeedFaults(
  problem: Problem,
  point: Point,
  deliveries: Visit<DeliverStop>[],
): CheckFault[] {
  const litres = deliveries.reduce((sum, delivery) => sum + delivery.stop.litres, 0);
  const most = ceilLitres(lastNeed(problem, point));
  const blamed = deliveries.findLast((delivery) => !delivery.kept);
  if (litres <= most || !blamed) return [];
  return [
    fault(
      'over-need',
      blamed.at,
      `${named(point.id)} 全天送到 ${litres} 升，需水 ${most} 升，又没有蓄水池`,
      `${named(point.id)} takes ${litres} litres in the day; it needs ${most} and has no tank`,
    ),
  ];
}

function overflowFaults(
  problem: Problem,
  point: Point,
  deliveries: Visit<DeliverStop>[],
): CheckFault[] {
  const size = point.storage?.litres ?? 0;
  const { levels } = tankDay(
    problem.day,
    point.storage?.level ?? 0,
    lastNeed(problem, point),
    deliveries.map(({ finish, stop }) => ({ finish, litres: stop.litres })),
  );
  const faults: CheckFault[] = [];
  let blamed: Visit<DeliverStop> | undefined;
  deliveries.forEach((delivery, i) => {
    if (!delivery.kept) blamed = delivery;
    const level = levels[i] ?? 0;
    if (!blamed || level <= size + 1 + HAIR) return;
    faults.push(
      fault(
        'tank-overflow',
        blamed.at,
        `${clock(delivery.finish)} 时 ${named(point.id)} 的蓄水池达到 ${Math.ceil(level)} 升，容量 ${size} 升`,
        `at ${clock(delivery.finish)} the tank of ${named(point.id)} stands at ${Math.ceil(level)} litres; it takes ${size}`,
      ),
    );
  });
  return faults;
}
