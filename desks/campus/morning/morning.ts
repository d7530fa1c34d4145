import { day, id, instant } from '@liangbuwu/office/http/fields.ts';
import { Say, say } from '@liangbuwu/office/http/say.ts';
import { z } from 'zod';
import { ReturnAnswer } from '../answers/answer.ts';
import { MemberKind } from '../members/member.ts';

/** Where somebody is who was not let in, or had to leave the class. */
export const Where = z.enum(['gate', 'isolation', 'fetched', 'sent', 'class']);
export type Where = z.infer<typeof Where>;

export const whereWords: Record<Where, Say> = {
  gate: say('校门口等候', 'Waiting at the gate'),
  isolation: say('隔离观察室', 'Isolation room'),
  fetched: say('家长接走', 'Fetched by a parent'),
  sent: say('送指定地点', 'Sent to the designated place'),
  class: say('已进班', 'In class'),
};

/** How the morning stands for one person. */
export const MorningState = z.enum(['refused', 'waits', 'awaited', 'arrived', 'gone', 'stays']);
export type MorningState = z.infer<typeof MorningState>;

export const morningWords: Record<MorningState, Say> = {
  refused: say('没放行，还没安置', 'Refused, not looked after yet'),
  waits: say('等家长来接', 'Waits for a parent'),
  awaited: say('还没到', 'Not here yet'),
  arrived: say('已到', 'Arrived'),
  gone: say('已接走、送走', 'Fetched or sent'),
  stays: say('今天不该来', 'Not to come today'),
};

/** A gate saw them, last on that day. */
export const SeenAtGate = z.strictObject({
  at: instant,
  gate: z.string(),
  letThrough: z.boolean(),
  refused: Say.nullable(),
  next: Say.nullable().describe('what they were told to do'),
});
export type SeenAtGate = z.infer<typeof SeenAtGate>;

export const MorningLine = ReturnAnswer.extend({
  id,
  kind: MemberKind,
  name: z.string(),
  class: z.string(),
  now: MorningState,
  pass: z.enum(['none', 'issued', 'withdrawn']),
  seen: SeenAtGate.nullable(),
  where: z.strictObject({ where: Where, at: instant, by: z.string() }).nullable(),
});
export type MorningLine = z.infer<typeof MorningLine>;

export const MorningCounts = z.record(MorningState, z.int());
export type MorningCounts = z.infer<typeof MorningCounts>;

export const MorningClass = z.strictObject({
  area: id,
  name: z.string(),
  expected: z.int(),
  arrival: instant.nullable().describe('the moment by which they are judged; null: not that day'),
  coming: z
    .strictObject({ from: z.string(), to: z.string(), gate: z.string() })
    .nullable()
    .describe('as parents were told'),
  counts: MorningCounts,
});
export type MorningClass = z.infer<typeof MorningClass>;

export const Morning = z.strictObject({
  day,
  days: z.array(day).describe('on which somebody is to return'),
  classes: z.array(MorningClass),
  lines: z
    .array(MorningLine)
    .describe('of a class everybody of that day; of a school those who need somebody'),
  astray: z.int().describe('whose pass does not go with the answer'),
});
export type Morning = z.infer<typeof Morning>;

/** Whoever of a class is looked after by somebody, or should be. */
export const needsSomebody: readonly MorningState[] = ['refused', 'waits', 'gone'];

interface Known {
  expected: boolean;
  seen: Pick<SeenAtGate, 'at' | 'letThrough'> | null;
  where: { where: Where; at: string } | null;
}

/** What happened last decides; of the same moment, what a person said. */
export function stateOf({ expected, seen, where }: Known): MorningState {
  if (where && (!seen || Date.parse(where.at) >= Date.parse(seen.at))) return ofWhere[where.where];
  if (seen) return seen.letThrough ? 'arrived' : 'refused';
  return expected ? 'awaited' : 'stays';
}

const ofWhere: Record<Where, MorningState> = {
  gate: 'waits',
  isolation: 'waits',
  fetched: 'gone',
  sent: 'gone',
  class: 'arrived',
};

export function countMorning(lines: readonly { now: MorningState }[]): MorningCounts {
  const counts = Object.fromEntries(MorningState.options.map((one) => [one, 0])) as MorningCounts;
  for (const { now } of lines) counts[now]++;
  return counts;
}
