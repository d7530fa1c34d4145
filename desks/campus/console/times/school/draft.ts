import type { SchoolDay } from '../../../times/day.ts';
import type { NamedClass } from '../../../times/timetable.ts';

const at = (hours: number, minutes = 0) => 60 * hours + minutes;

/** What a school begins from that has written nothing down yet. */
const empty: SchoolDay = {
  gates: [],
  stairs: [],
  canteen: null,
  arrival: { first: at(7), last: at(7, 45), step: 5, usual: at(7, 30) },
  meals: [],
  dismissal: { first: at(17), last: at(17, 45), step: 5, usual: at(17, 10) },
  buses: [],
  classes: [],
  siblings: [],
  invented: false,
};

/** The saved day, or an empty one, with a row for each class that the school has now. */
export function draftOf(
  saved: SchoolDay | undefined,
  classes: readonly Pick<NamedClass, 'id'>[],
): SchoolDay {
  const day = saved ?? empty;
  const rows = new Map(day.classes.map((one) => [one.class, one]));
  const there = new Set(classes.map(({ id }) => id));
  return {
    ...day,
    classes: classes.map(
      ({ id }) =>
        rows.get(id) ?? {
          class: id,
          people: 0,
          boarders: 0,
          cars: 0,
          rides: [],
          stair: null,
          home: false,
        },
    ),
    siblings: day.siblings.filter(({ classes: pair }) => pair.every((one) => there.has(one))),
  };
}

/** “06:30-08:00，17:00-19:00” as minutes; undefined where it cannot be read. */
export function readHours(text: string): SchoolDay['gates'][number]['open'] | undefined {
  const hours = text
    .split(/[,，、;；]/)
    .map((part) => /^\s*(\d{1,2})[:：](\d\d)\s*[-–—~～至]\s*(\d{1,2})[:：](\d\d)\s*$/.exec(part))
    .map((found) => {
      if (!found) return undefined;
      const [, fromHour, fromMinute, toHour, toMinute] = found.map(Number);
      return {
        from: at(fromHour ?? 0, fromMinute ?? 0),
        to: at(toHour ?? 0, toMinute ?? 0),
      };
    });
  const whole = hours.filter((one) => one !== undefined);
  const inDay = whole.every(({ from, to }) => from < 1440 && to <= 1440);
  return whole.length === hours.length && inDay ? whole : undefined;
}

export const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

export const hoursText = (open: SchoolDay['gates'][number]['open']): string =>
  open.map(({ from, to }) => `${clock(from)}-${clock(to)}`).join(', ');
