import { id, instant } from '@liangbuwu/office/http/fields.ts';
import { type Say, say } from '@liangbuwu/office/http/say.ts';
import { z } from 'zod';
import type { AnswerState } from '../answers/answer.ts';
import { stateOf, type Where } from '../morning/morning.ts';

/** Where a pupil has today’s lessons. Nothing is reckoned of it: no share, no score. */
export const Today = z.enum(['room', 'home', 'awaited', 'care']);
export type Today = z.infer<typeof Today>;

export const todayWords: Record<Today, Say> = {
  room: say('在教室', 'In the room'),
  home: say('在家', 'At home'),
  awaited: say('还没到', 'Not here yet'),
  care: say('在校，不在教室', 'At school, not in class'),
};

/** Why somebody is at home, as far as a lesson needs to know: nothing about health. */
export const Why = z.enum(['rule', 'leave', 'road', 'request', 'other']);
export type Why = z.infer<typeof Why>;

export const whyWords: Record<Why, Say> = {
  rule: say('按规定还不返校', 'Not to return yet by the rule'),
  leave: say('请假', 'On leave'),
  road: say('路不通', 'The road is closed'),
  request: say('家长申请在家学', 'At the parents’ request'),
  other: say('其他', 'Other'),
};

/** What the class teacher said of a pupil’s day; `known`: as the desk knows it after all. */
export const Said = z.discriminatedUnion('today', [
  z.strictObject({ today: z.literal('home'), why: Why }),
  z.strictObject({ today: z.literal('room') }),
  z.strictObject({ today: z.literal('known') }),
]);
export type Said = z.infer<typeof Said>;

export const TodayLine = z.strictObject({ id, name: z.string(), today: Today });
export type TodayLine = z.infer<typeof TodayLine>;

export const SaidLine = TodayLine.extend({
  said: z
    .strictObject({ today: z.enum(['home', 'room']), why: Why.nullable(), at: instant })
    .nullable()
    .describe('by the class teacher, for today'),
  mentor: id.nullable(),
});
export type SaidLine = z.infer<typeof SaidLine>;

export const TodayCounts = z.record(Today, z.int());
export type TodayCounts = z.infer<typeof TodayCounts>;

export interface Known {
  answer: AnswerState;
  /** Null: nobody has said when the class begins again. */
  arrival: string | null;
  /** A gate saw them today, last. */
  seen: { at: string; letThrough: boolean; direction: 'in' | 'out' } | null;
  where: { where: Where; at: string } | null;
  said: { said: Said; at: string } | null;
}

interface Moment {
  now: string;
  today: string;
  dayOf(instant: string): string;
}

/** What happened last today counts; of the same moment, what a person said. Where nothing happened, what the rule said of their return. */
export function todayOf({ answer, arrival, seen, where, said }: Known, moment: Moment): Today {
  const isLast = (one: { at: string }) =>
    [seen, where, said].every((other) => !other || Date.parse(one.at) >= Date.parse(other.at));
  if (said && said.said.today !== 'known' && isLast(said)) return said.said.today;
  const mayBe = arrival !== null && (answer === 'may-return' || answer === 'free');
  if (seen || where) {
    const last = where && (!seen || Date.parse(where.at) >= Date.parse(seen.at)) ? where : seen;
    if (last === seen && seen?.direction === 'out') return seen.letThrough ? 'home' : 'room';
    const state = stateOf({ expected: mayBe, seen, where });
    if (state === 'refused' || state === 'waits') return 'care';
    return state === 'gone' ? 'home' : 'room';
  }
  // Nobody is counted as here on the day of return before they were seen; afterwards no gate asks a boarder every day.
  if (mayBe && moment.dayOf(arrival) === moment.today) return 'awaited';
  return mayBe && Date.parse(arrival) <= Date.parse(moment.now) ? 'room' : 'home';
}

export function countToday(lines: readonly { today: Today }[]): TodayCounts {
  const counts = Object.fromEntries(Today.options.map((one) => [one, 0])) as TodayCounts;
  for (const { today } of lines) counts[today]++;
  return counts;
}
