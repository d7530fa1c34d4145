import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { useMemo } from 'react';
import { type SchoolDay, walkersOf } from '../../times/day.ts';
import { canteenId, type Part, readPart } from '../../times/plan-times.ts';
import type { TimesBasis } from '../../times/timetable.ts';
import { timesMessages } from '../messages/times.ts';

/** How many an activity is about. */
export function peopleIn({ classes, meals }: SchoolDay, { phase, of, mode }: Part): number {
  if (mode === 'bus')
    return classes
      .filter(({ home }) => !home)
      .flatMap(({ rides }) => rides)
      .reduce((sum, { bus, people }) => sum + (bus === of ? people : 0), 0);
  const one = classes.find((found) => found.class === of);
  if (!one) return 0;
  if (mode === 'walk') return walkersOf(one);
  if (mode === 'car') return one.cars;
  return meals.find(({ id }) => id === phase)?.eats === 'boarders' ? one.boarders : one.people;
}

/** What parts of a day are called. */
export function useTimesWords({ day, classes }: Pick<TimesBasis, 'day' | 'classes'>) {
  const t = timesMessages.use();
  const format = useFormat();
  return useMemo(() => {
    const names = new Map<string, string>([
      ['arrival', t('phase.arrival')],
      ['dismissal', t('phase.dismissal')],
      [canteenId.seats, t('load.seats')],
      [canteenId.counters, t('load.counters')],
      ...[...classes, ...day.buses, ...day.gates, ...day.stairs, ...day.meals].map(
        ({ id, name }): [string, string] => [id, name],
      ),
    ]);
    const name = (id: string) => names.get(id) ?? '';
    return {
      name,
      way: (id: string) => (id === canteenId.seats ? t('print.canteen') : name(id)),
      at: (minute: number) => format.timeOfDay(minute * 60),
      what: ({ phase, mode }: Part) =>
        mode === 'meal' ? name(phase) : `${name(phase)} · ${t(`mode.${mode}`)}`,
      activity: (activity: string) => {
        const part = readPart(activity);
        return `${name(part.of)} ${name(part.phase)}`;
      },
    };
  }, [classes, day, format, t]);
}
export type TimesWords = ReturnType<typeof useTimesWords>;
