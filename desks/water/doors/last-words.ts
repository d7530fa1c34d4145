import type { Level } from '@liangbuwu/ui/theme/tokens.ts';
import type { Visit } from '../../doors/visit.ts';

export const levels: Record<Visit['kind'], Level> = {
  'door-done': 'ok',
  'door-away': 'warn',
  'door-worried': 'bad',
};

/** Of each household the last that was said on the day; visits come in order of time. */
export function lastWords(
  visits: readonly Visit[],
  isToday: (at: string) => boolean,
): Map<string, Visit> {
  return new Map(visits.filter(({ at }) => isToday(at)).map((visit) => [visit.household, visit]));
}
