import { getTimes } from 'suncalc';

/** So long before the sun sets everybody is back, seconds. */
export const beforeSunset = 15 * 60;

/** Second of the day at which the sun sets there, in the zone; null where it does not set. */
export function sunsetOn(
  day: string,
  zone: string,
  at: { lon: number; lat: number },
): number | null {
  const midnight = Temporal.PlainDate.from(day).toZonedDateTime(zone);
  const noon = midnight.add({ hours: 12 }).epochMilliseconds;
  const { sunset } = getTimes(new Date(noon), at.lat, at.lon);
  if (!sunset) return null;
  return Math.floor((sunset.getTime() - midnight.epochMilliseconds) / 1000);
}
