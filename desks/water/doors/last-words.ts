import type { Visit } from './visit.ts';

/** Of each household the last that was said on the day; visits come in the order in which they were recorded. */
export function lastWords<Said extends Pick<Visit, 'household' | 'at'>>(
  visits: readonly Said[],
  isToday: (at: string) => boolean,
): Map<string, Said> {
  return new Map(visits.filter(({ at }) => isToday(at)).map((visit) => [visit.household, visit]));
}
