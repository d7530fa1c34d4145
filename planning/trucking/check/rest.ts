import type { Day } from './day.ts';
import type { Drive } from './drives.ts';
import { type CheckFault, clock, fault, named } from './fault.ts';

/** Rule 5. What passed before `now` is not held against the tanker, but it counts for what comes after. */
export function restFaults(day: Day, { tanker, visits }: Drive): CheckFault[] {
  const { rest } = tanker;
  if (!rest) return [];
  const faults: CheckFault[] = [];
  /** Since when the driver is at work: left home, or ended a rest. */
  let since = visits[0]?.finish ?? 0;

  const ends = (time: number, at: string, kept: boolean): void => {
    if (kept || time - since <= rest.every) return;
    faults.push(
      fault(
        'no-rest',
        at,
        `${named(tanker.id)} 从 ${clock(since)} 到 ${clock(time)} 没有休息，超过 ${rest.every} 秒`,
        `${named(tanker.id)} works from ${clock(since)} to ${clock(time)} without a rest, over ${rest.every} s`,
      ),
    );
  };

  visits.forEach((visit, i) => {
    const before = visits[i - 1];
    if (!before) return;
    // A kept leg may be on a way that is closed by now: its length is then unknown, and nothing is held against it.
    const setsOut = visit.arrive - (day.findWay(before.place, visit.place)?.seconds ?? 0);
    if (setsOut - before.finish >= rest.seconds) {
      if (before.stop.kind !== 'home') ends(before.finish, before.at, before.kept);
      since = setsOut;
    } else if (before.stop.kind === 'home' && i > 1) since = setsOut;

    if (visit.stop.kind === 'home') ends(visit.arrive, visit.at, visit.kept);
    else if (visit.start - visit.arrive >= rest.seconds) {
      ends(visit.arrive, visit.at, visit.kept);
      since = visit.start;
    }
  });
  return faults;
}
