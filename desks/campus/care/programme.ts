import { day, id, text } from '@liangbuwu/office/http/fields.ts';
import type { RefusalKind } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { z } from 'zod';

/** One piece of the day’s broadcasting; `at` in minutes of the day. */
export const BroadcastItem = z.strictObject({
  at: z.int().min(0).max(1439),
  what: text(120, 1),
  reader: text(30).describe('a post or a class; may be empty'),
});
export type BroadcastItem = z.infer<typeof BroadcastItem>;

export const mostItems = 20;
export const BroadcastItems = z.array(BroadcastItem).max(mostItems);

export const BroadcastDay = z.strictObject({ day, items: BroadcastItems });
export type BroadcastDay = z.infer<typeof BroadcastDay>;

export const Programme = z.strictObject({
  ...BroadcastDay.shape,
  version: z.int().describe('0: nothing is saved yet'),
  before: BroadcastDay.nullable().describe('the latest day before with something in it'),
  school: id,
});
export type Programme = z.infer<typeof Programme>;

/** By time; what was said first of the same minute stays first. */
export const byTime = (items: readonly BroadcastItem[]): BroadcastItem[] =>
  [...items].sort((a, b) => a.at - b.at);

/** The first minute that two are read out at. */
export const findTwice = (items: readonly BroadcastItem[]): number | undefined =>
  items.find(({ at }, i) => items.findIndex((one) => one.at === at) < i)?.at;

export const timeOfMinute = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

export const twoAtOnce: RefusalKind<{ at: number }> = {
  code: 'two-broadcasts-at-once',
  status: 422,
  cause: ({ at }) =>
    say(`${timeOfMinute(at)} 有两条广播。`, `Two are to be read out at ${timeOfMinute(at)}.`),
  remedy: () => say('请改其中一条的时间。', 'Give one of them another time.'),
};
