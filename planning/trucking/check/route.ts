import type { Day } from './day.ts';
import type { Drive, Visit } from './drives.ts';
import { type CheckFault, clock, fault, named } from './fault.ts';

/** Rule 1, and what planning again adds to it. */
export function routeFaults(day: Day, drive: Drive, now: number | undefined): CheckFault[] {
  return [
    ...homeFaults(drive, now),
    ...shiftFaults(drive),
    ...nowFaults(drive, now),
    ...legFaults(day, drive, now),
  ];
}

function isOut({ tanker }: Drive, now: number | undefined): boolean {
  return now !== undefined && tanker.out !== undefined && tanker.out <= now;
}

function homeFaults(drive: Drive, now: number | undefined): CheckFault[] {
  const { tanker, at, visits } = drive;
  const faults: CheckFault[] = [];
  const first = visits.at(0);
  const last = visits.at(-1);
  if (!first || first.stop.kind !== 'home') {
    faults.push(
      fault(
        'not-from-home',
        first?.at ?? at,
        `${named(tanker.id)} 的路线不从驻地开始`,
        `the route of ${named(tanker.id)} does not begin at its home`,
      ),
    );
  }
  // Its last kept stop is at a source or point that was since taken out: the way home is unknown.
  const lost = last?.kept && last.place === undefined;
  if (last && last.stop.kind !== 'home' && !isOut(drive, now) && !lost) {
    faults.push(
      fault(
        'not-back-home',
        last.at,
        `${named(tanker.id)} 的路线不回到驻地`,
        `the route of ${named(tanker.id)} does not end at its home`,
      ),
    );
  }
  for (const visit of visits.slice(1, -1)) {
    if (visit.stop.kind !== 'home' || visit.kept) continue;
    faults.push(
      fault(
        'home-in-mid-route',
        visit.at,
        '驻地只能是路线的起点和终点',
        'home stands at the beginning and the end of a route only',
      ),
    );
  }
  return faults;
}

function shiftFaults({ tanker, visits }: Drive): CheckFault[] {
  const faults: CheckFault[] = [];
  const first = visits.at(0);
  const last = visits.at(-1);
  if (first?.stop.kind === 'home' && !first.kept && first.start < tanker.from) {
    faults.push(
      fault(
        'leaves-before-shift',
        first.at,
        `${clock(first.start)} 出发，早于班次开始 ${clock(tanker.from)}`,
        `leaves at ${clock(first.start)}, before the shift begins at ${clock(tanker.from)}`,
      ),
    );
  }
  if (last?.stop.kind === 'home' && !last.kept && last.start > tanker.to) {
    faults.push(
      fault(
        'back-after-shift',
        last.at,
        `${clock(last.start)} 回到驻地，晚于班次结束 ${clock(tanker.to)}`,
        `is back at ${clock(last.start)}, after the shift ends at ${clock(tanker.to)}`,
      ),
    );
  }
  return faults;
}

function nowFaults(drive: Drive, now: number | undefined): CheckFault[] {
  if (now === undefined) return [];
  const added = drive.visits.filter((visit) => !visit.kept);
  const early = added
    .filter((visit) => visit.start < now)
    .map((visit) =>
      fault(
        'starts-before-now',
        visit.at,
        `新的停靠 ${clock(visit.start)} 开始，早于此刻 ${clock(now)}`,
        `is new and starts at ${clock(visit.start)}, before now, ${clock(now)}`,
      ),
    );
  const firstAdded = added[0];
  if (!firstAdded || !isOut(drive, now)) return early;
  const { id, out = 0 } = drive.tanker;
  const broken = fault(
    'tanker-out',
    firstAdded.at,
    `${named(id)} 自 ${clock(out)} 起停用，不能再有新的停靠`,
    `${named(id)} is out since ${clock(out)} and can have no new stop`,
  );
  return [...early, broken];
}

function legFaults(day: Day, drive: Drive, now: number | undefined): CheckFault[] {
  const { visits, heading } = drive;
  const faults: CheckFault[] = [];
  visits.forEach((visit, i) => {
    const before = visits[i - 1];
    if (visit.kept) return;
    if (visit.start < visit.arrive) {
      faults.push(
        fault(
          'starts-before-arriving',
          visit.at,
          `${clock(visit.start)} 开始，${clock(visit.arrive)} 才到`,
          `starts at ${clock(visit.start)}, but arrives at ${clock(visit.arrive)}`,
        ),
      );
    }
    if (!before) return;
    const asPlanned =
      before.kept && heading && heading.place === visit.place && heading.arrive === visit.arrive;
    if (!asPlanned) faults.push(...legFault(day, before, visit, now));
  });
  return faults;
}

function legFault(day: Day, before: Visit, visit: Visit, now: number | undefined): CheckFault[] {
  if (visit.place === undefined || (before.place === undefined && !before.kept)) return [];
  // A kept stop may be at a source or point that was since taken out: from there the drive is unknown.
  const way = before.place === undefined ? { seconds: 0 } : day.findWay(before.place, visit.place);
  if (!way) {
    const from = named(before.place ?? '');
    const to = named(visit.place);
    return [
      fault(
        'no-way',
        visit.at,
        `从 ${from} 到 ${to} 没有路`,
        `there is no way from ${from} to ${to}`,
      ),
    ];
  }
  const setsOut = visit.arrive - way.seconds;
  if (setsOut < before.finish) {
    return [
      fault(
        'sets-out-early',
        visit.at,
        `要在 ${clock(visit.arrive)} 到达，须在上一站 ${clock(before.finish)} 结束前 ${before.finish - setsOut} 秒出发`,
        `to arrive at ${clock(visit.arrive)} it must set out ${before.finish - setsOut} s before the stop before ends at ${clock(before.finish)}`,
      ),
    ];
  }
  if (before.kept && now !== undefined && setsOut < now) {
    return [
      fault(
        'sets-out-before-now',
        visit.at,
        `要在 ${clock(visit.arrive)} 到达，须在此刻 ${clock(now)} 前 ${now - setsOut} 秒出发`,
        `to arrive at ${clock(visit.arrive)} it must set out ${now - setsOut} s before now, ${clock(now)}`,
      ),
    ];
  }
  return [];
}
