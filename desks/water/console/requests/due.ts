import type { WaterRequest } from '../../requests/request.ts';
import { waitsFor } from '../../requests/rules.ts';

export const isWaiting = ({ state }: Pick<WaterRequest, 'state'>): boolean => waitsFor(state);

/** The instant at which something must have happened. */
export const dueAt = ({
  state,
  answerBy,
  promisedTo,
}: Pick<WaterRequest, 'state' | 'answerBy' | 'promisedTo'>): string =>
  state === 'promised' && promisedTo !== null ? promisedTo : answerBy;

export const isLate = (
  request: Pick<WaterRequest, 'state' | 'answerBy' | 'promisedTo'>,
  now: string,
): boolean => isWaiting(request) && Date.parse(dueAt(request)) < Date.parse(now);

/** An instant of the response's today, or tomorrow, from a second of the day. */
export function instantAt(
  now: { instant: string; seconds: number },
  of: { days: number; second: number },
): string {
  const midnight = Date.parse(now.instant) - now.seconds * 1000;
  return new Date(
    Math.round((midnight + (of.days * 86_400 + of.second) * 1000) / 1000) * 1000,
  ).toISOString();
}
