import { type Say, say } from '@liangbuwu/office/http/say.ts';
import ical from 'ical-generator';
import type { DriverDay } from '../recording/field-day.ts';

const words = {
  fill: (place: string, litres: string): Say =>
    say(`取水：${place}，${litres} 升`, `Fill at ${place}, ${litres} L`),
  deliver: (place: string, litres: string): Say =>
    say(`送水：${place}，${litres} 升`, `Deliver to ${place}, ${litres} L`),
  plan: (version: number): Say =>
    say(
      `按第 ${version} 版计划；以手机上的最新路线为准`,
      `By version ${version}; the phone has the latest`,
    ),
};

export const emptyCalendar = (name: string, language: keyof Say) =>
  ical({
    name,
    prodId: { company: 'Liangbuwu', product: 'water', language: language === 'en' ? 'EN' : 'ZH' },
  });

/**
 * A tanker's day as RFC 5545 has it, one event a stop.
 *
 * @param instantOf an instant of a second of the day
 */
export function calendarOf(
  day: DriverDay,
  tanker: string,
  language: keyof Say,
  instantOf: (second: number) => string,
): string {
  const name = day.tankers.find(({ id }) => id === tanker)?.name ?? '';
  const calendar = emptyCalendar(`${name} ${day.day}`, language);
  const { plan } = day;
  if (!plan) return calendar.toString();
  const places = new Map(
    [...day.sources, ...day.points].map(({ id, name: called, where }) => [id, { called, where }]),
  );
  for (const stop of day.stops.filter((one) => one.tanker === tanker)) {
    const { called = '', where = null } = places.get(stop.at) ?? {};
    const village = day.points.find(({ id }) => id === stop.at)?.village ?? '';
    const litres = stop.litres.toLocaleString('en-US');
    calendar.createEvent({
      // The same stop of the same version is the same event, however often it is fetched.
      id: `${plan.id}-${tanker}-${stop.start}@liangbuwu`,
      stamp: new Date(plan.publishedAt ?? instantOf(stop.start)),
      sequence: plan.version,
      start: new Date(instantOf(stop.start)),
      end: new Date(instantOf(Math.max(stop.finish, stop.start + 60))),
      summary: words[stop.kind](called, litres)[language],
      location: {
        title: [village, called].filter((part) => part !== '').join(' '),
        // A drawn position would lead a driver astray.
        ...(where &&
          where.provenance !== 'schematic' && { geo: { lat: where.lat, lon: where.lon } }),
      },
      description: words.plan(plan.version)[language],
    });
  }
  return calendar.toString();
}
