/** The moment of a minute of a day, where the school is. */
export const momentOf = (day: string, minute: number, zone: string): Temporal.Instant =>
  Temporal.PlainDate.from(day)
    .toPlainDateTime()
    .add({ minutes: minute })
    .toZonedDateTime(zone)
    .toInstant();

export const secondsOf = (at: string): number => Math.ceil(Date.parse(at) / 1000);

export const instantOf = (seconds: number): string =>
  Temporal.Instant.fromEpochMilliseconds(seconds * 1000).toString();

export const plusMinutes = (at: string, minutes: number): string =>
  Temporal.Instant.from(at).add({ minutes }).toString({ smallestUnit: 'millisecond' });
