import { id, instant, text, version } from '@liangbuwu/office/http/fields.ts';
import { z } from 'zod';

export const mostLetters = 500;
export const QuestionText = text(mostLetters, 1);

/** What a family asked a mentor, and by when an answer was promised. */
export const Question = z.strictObject({
  id,
  class: id,
  className: z.string(),
  pupil: z.string(),
  mentor: z.string().nullable().describe('null: the class teacher'),
  text: z.string(),
  asked: instant,
  promised: instant,
  answer: z.strictObject({ version, text: z.string(), at: instant, by: z.string() }).nullable(),
});
export type Question = z.infer<typeof Question>;

/** What waits first, the earliest promised first; then what was answered, the latest first. */
export const byPromise = (
  a: Pick<Question, 'promised' | 'answer' | 'id'>,
  b: Pick<Question, 'promised' | 'answer' | 'id'>,
): number =>
  Number(a.answer !== null) - Number(b.answer !== null) ||
  (a.answer && b.answer
    ? Date.parse(b.answer.at) - Date.parse(a.answer.at)
    : Date.parse(a.promised) - Date.parse(b.promised)) ||
  (a.id < b.id ? -1 : 1);

export const isOverdue = (
  { promised, answer }: { promised: string; answer: unknown },
  now: string,
): boolean => !answer && Date.parse(promised) < Date.parse(now);
