import { day, id, instant } from '@liangbuwu/office/http/fields.ts';
import { type Say, say } from '@liangbuwu/office/http/say.ts';
import { z } from 'zod';
import { ReturnAnswer } from '../answers/answer.ts';

/** An answer as a family reads it: what, why, and for which arrival. */
export const ToldAnswer = ReturnAnswer.extend({
  arrival: instant,
  arrivalKnown: z.boolean().describe('false: nobody has said when'),
});
export type ToldAnswer = z.infer<typeof ToldAnswer>;

/** How a family is told by somebody; opening its own page is the other way. */
export const TellingWay = z.enum(['phone', 'message', 'in-person']);
export type TellingWay = z.infer<typeof TellingWay>;

export const ToldHow = z.enum(['page', ...TellingWay.options]);
export type ToldHow = z.infer<typeof ToldHow>;

export const toldHowWords: Record<ToldHow, Say> = {
  page: say('打开了自家的页面', 'Opened their page'),
  phone: say('电话', 'Telephone'),
  message: say('发了消息', 'Message'),
  'in-person': say('当面', 'In person'),
};

/** What may go wrong while the family does not know: comes in vain, stays at home in vain, or neither. */
export const Urgency = z.enum(['comes', 'may', 'other', 'never']);
export type Urgency = z.infer<typeof Urgency>;

export const ToldLine = z.strictObject({
  id,
  name: z.string(),
  household: id,
  linked: z.boolean().describe('whether this class gave the family a link'),
  mark: z.string().length(64).describe('of the answer of now; sent back when it was told'),
  now: ToldAnswer,
  last: z
    .strictObject({ ...ToldAnswer.shape, how: ToldHow, at: instant, by: z.string().nullable() })
    .nullable()
    .describe('what the family saw or was told last; null: nothing yet'),
  since: instant.nullable().describe('when it was noticed that the answer is another one'),
  urgency: Urgency,
  day: day.nullable().describe('the day of return that is at stake'),
});
export type ToldLine = z.infer<typeof ToldLine>;

export const ToldClass = z.strictObject({
  area: id,
  name: z.string(),
  counts: z.record(Urgency, z.int()),
  soonest: day.nullable().describe('of those who would come in vain'),
});
export type ToldClass = z.infer<typeof ToldClass>;

/** Of an answer what a family is told. */
export const asTold = ({
  state,
  outcome,
  why,
  ask,
  arrival,
  arrivalKnown,
}: ToldAnswer): ToldAnswer => ({
  state,
  outcome,
  why,
  ask,
  arrival,
  arrivalKnown,
});

/** Whether a family has something to be told that was never told: not where the page only asks it to report. */
export const isTold = ({ state }: ToldAnswer): boolean =>
  state === 'may-return' || state === 'not-now' || state === 'missing';

/** What an answer that the family does not know leads to, and on which day. */
export function urgencyOf(
  last: ToldAnswer | null,
  now: ToldAnswer,
  { today, dayOf }: { today: string; dayOf(at: string): string },
): { urgency: Urgency; day: string | null } {
  const dayAt = ({ arrival, arrivalKnown }: ToldAnswer) => (arrivalKnown ? dayOf(arrival) : null);
  const ahead = (day: string | null) => day !== null && day >= today;
  if (!last) return { urgency: 'never', day: dayAt(now) };
  const [would, may] = [dayAt(last), dayAt(now)];
  const comes = last.state === 'may-return' && ahead(would);
  const knows = now.state === 'may-return' && may === would;
  if (comes && !knows) return { urgency: 'comes', day: would };
  if (!comes && now.state === 'may-return' && ahead(may)) return { urgency: 'may', day: may };
  return { urgency: 'other', day: may };
}

const last = '9999';

/** Who would come in vain first, the soonest day before later ones. */
export const byUrgency = (
  a: Pick<ToldLine, 'urgency' | 'day' | 'name' | 'id'>,
  b: Pick<ToldLine, 'urgency' | 'day' | 'name' | 'id'>,
): number =>
  Urgency.options.indexOf(a.urgency) - Urgency.options.indexOf(b.urgency) ||
  (a.day ?? last).localeCompare(b.day ?? last) ||
  a.name.localeCompare(b.name, 'zh-CN') ||
  (a.id < b.id ? -1 : 1);
