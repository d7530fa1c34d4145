import { readPart } from './plan-times.ts';
import type { Timetable } from './timetable.ts';

/** The first minute of the day at which any of a class comes, by class. Who boards or stays at home has none. */
export function arrivalMinutes({ basis, result }: Pick<Timetable, 'basis' | 'result'>) {
  const first = new Map<string, number>();
  for (const { activity, start } of result?.placements ?? []) {
    const { phase, of, mode } = readPart(activity);
    if (phase !== 'arrival') continue;
    const classes =
      mode === 'bus'
        ? basis.day.classes.filter((one) => !one.home && one.rides.some(({ bus }) => bus === of))
        : [{ class: of }];
    for (const one of classes)
      first.set(one.class, Math.min(start, first.get(one.class) ?? Number.POSITIVE_INFINITY));
  }
  return first;
}

export interface ArrivalLine {
  area: string;
  name: string;
  /** The class's own, or its school's; null: nobody has said. */
  was: string | null;
  becomes: string;
  /** Whether there is anything to set. */
  changes: boolean;
}

/** What a class's arrival is now and would be on a day by these minutes. */
export function arrivalLines(of: {
  classes: readonly { id: string; name: string }[];
  minutes: ReadonlyMap<string, number>;
  arrivals: ReadonlyMap<string, string>;
  school: string;
  day: string;
  zone: string;
}): ArrivalLine[] {
  const { minutes, arrivals, school, day, zone } = of;
  return of.classes.flatMap(({ id, name }) => {
    const minute = minutes.get(id);
    if (minute === undefined) return [];
    const at = Temporal.PlainDate.from(day).toZonedDateTime({
      timeZone: zone,
      plainTime: { hour: Math.floor(minute / 60), minute: minute % 60 },
    });
    const becomes = at.toInstant().toString();
    const own = arrivals.get(id);
    const changes = own === undefined || Date.parse(own) !== Date.parse(becomes);
    return [{ area: id, name, was: own ?? arrivals.get(school) ?? null, becomes, changes }];
  });
}
