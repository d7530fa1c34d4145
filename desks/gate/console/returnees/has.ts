import { isMissed, type MonitoredDay, type Returnee } from '../../returnees/returnee.ts';

/** Whether some day of somebody who is monitored stands so. */
export const has = ({ state, days }: Returnee, of: MonitoredDay['state']): boolean =>
  state === 'home' && days.some((day) => (of === 'overdue' ? isMissed(day) : day.state === of));

/** Whether somebody there is unwell, by the household's last word. */
export const isUnwell = ({ state, days }: Returnee): boolean =>
  state === 'home' &&
  days.findLast(({ household }) => household !== null)?.household?.said === 'unwell';

/** Where somebody is unwell first, then those who were missed, then whom to see today, then whom to release. */
export const byUrgency = (a: Returnee, b: Returnee): number => urgency(b) - urgency(a);

const urgency = (one: Returnee): number =>
  (isUnwell(one) ? 8 : 0) +
  (has(one, 'overdue') ? 4 : 0) +
  (has(one, 'due') ? 2 : 0) +
  (one.mayRelease ? 1 : 0);
