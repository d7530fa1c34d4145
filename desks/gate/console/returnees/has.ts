import type { MonitoredDay, Returnee } from '../../returnees/returnee.ts';

/** Whether some day of somebody who is monitored stands so. */
export const has = ({ state, days }: Returnee, of: MonitoredDay['state']): boolean =>
  state === 'home' && days.some((day) => day.state === of);

/** Those who were missed first, then whom to see today, then whom to release. */
export const byUrgency = (a: Returnee, b: Returnee): number => urgency(b) - urgency(a);

const urgency = (one: Returnee): number =>
  (has(one, 'overdue') ? 4 : 0) + (has(one, 'due') ? 2 : 0) + (one.mayRelease ? 1 : 0);
