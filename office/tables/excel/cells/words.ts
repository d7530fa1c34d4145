import { type Say, say } from '../../../http/say.ts';
import { clock } from '../xlsx/moments.ts';

export type Language = keyof Say;

/** How values are written that are words or times in a sheet; each is read back as what it was. */
export const flagWords = { true: say('是', 'yes'), false: say('否', 'no') };
const allDay = say('全天', 'all day');
const closed = say('不开放', 'closed');

export function hoursText(hours: readonly (readonly [number, number])[], language: Language) {
  if (hours.length === 0) return closed[language];
  const [first] = hours;
  if (hours.length === 1 && first?.[0] === 0 && first[1] === 86_400) return allDay[language];
  const spans = hours.map(([from, to]) => `${clock(from)}-${clock(to)}`);
  return spans.join(language === 'en' ? ', ' : '、');
}
