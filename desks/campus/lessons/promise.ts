import { promise, usualDays } from './settings.ts';
import type { Week } from './week.ts';

/** Days of the week on which the class has lessons. */
export function schoolDaysOf(week: Week | undefined): readonly number[] {
  const days = [...new Set(week?.lessons.map(({ day }) => day))];
  return days.length > 0 ? days : usualDays;
}

/** By when an answer is promised: the same school day if it was asked early enough, else the next one. */
export function promisedBy(asked: string, zone: string, schoolDays: readonly number[]): string {
  const at = Temporal.Instant.from(asked).toZonedDateTimeISO(zone);
  const minute = at.hour * 60 + at.minute;
  let day = at.toPlainDate();
  if (minute >= promise.askedUntil) day = day.add({ days: 1 });
  while (!schoolDays.includes(day.dayOfWeek)) day = day.add({ days: 1 });
  return day
    .toPlainDateTime()
    .add({ minutes: promise.answeredBy })
    .toZonedDateTime(zone)
    .toInstant()
    .toString({ smallestUnit: 'millisecond' });
}
