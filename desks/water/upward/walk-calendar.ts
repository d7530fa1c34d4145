import { type Say, say } from '@liangbuwu/office/http/say.ts';
import type { WalkOutline } from '../doors/plan-store.ts';
import { emptyCalendar } from './calendar.ts';

const words = {
  name: say('送水到家', 'Water to doors'),
  walk: ({ doors, litres, trips }: WalkOutline): Say =>
    say(
      `送水到家：${doors} 户，${litres} 升，${trips} 趟`,
      `Water to doors: ${doors} doors, ${litres} L, ${trips} trips`,
    ),
  plan: (version: number): Say =>
    say(
      `第 ${version} 版走访；时间是估计，以手机上的最新安排为准`,
      `Walks, version ${version}; the time is an estimate, the phone has the latest`,
    ),
};

/**
 * A volunteer's day as RFC 5545 has it, one event a walk: when, how long, how many doors, from which points. Calendars
 * are shared and copied, so nobody is in it: no house, no name, and no landmark, which may be somebody's house.
 *
 * @param instantOf an instant of a second of the day
 */
export function walkCalendarOf(
  walks: readonly WalkOutline[],
  of: { response: string; day: string; volunteer: string },
  language: keyof Say,
  instantOf: (second: number) => string,
): string {
  const calendar = emptyCalendar(`${words.name[language]} ${of.day}`, language);
  for (const walk of walks) {
    calendar.createEvent({
      // Planned again, it takes the place of the walk that it was.
      id: `walk-${of.response}-${walk.area}-${of.day}-${of.volunteer}@liangbuwu`,
      stamp: new Date(walk.madeAt),
      sequence: walk.version,
      start: new Date(instantOf(walk.starts)),
      end: new Date(instantOf(walk.starts + Math.max(walk.minutes, 1) * 60)),
      summary: words.walk(walk)[language],
      location: {
        title: [walk.village, walk.points.join(language === 'en' ? ', ' : '、')].join(' ').trim(),
      },
      description: words.plan(walk.version)[language],
    });
  }
  return calendar.toString();
}
