import { id, instant, text } from '@liangbuwu/office/http/fields.ts';
import { type Say, say } from '@liangbuwu/office/http/say.ts';
import { z } from 'zod';

/** What parents ask a school about; questions about lessons go to the teacher of the lesson. */
export const Topic = z.enum(['return', 'report', 'gate', 'living', 'health', 'other']);
export type Topic = z.infer<typeof Topic>;

export const topicWords: Record<Topic, Say> = {
  return: say('什么时候、谁可以返校', 'Who returns when'),
  report: say('填报、核酸、健康码', 'Reporting, tests, codes'),
  gate: say('接送和校门', 'Bringing and fetching'),
  living: say('住宿和吃饭', 'Boarding and meals'),
  health: say('生病、请假、隔离', 'Illness and leave'),
  other: say('其他', 'Anything else'),
};

export const questionText = text(500, 2);
export const answerText = text(2000, 2);

export const Asked = z.strictObject({
  id,
  topic: Topic,
  class: z.string().nullable().describe('null: asked on the public page, by nobody knows whom'),
  child: z.string().nullable(),
  text: z.string(),
  at: instant,
  answerBy: instant,
  answer: z.strictObject({ text: z.string(), at: instant, by: z.string() }).nullable(),
  version: z.int(),
});
export type Asked = z.infer<typeof Asked>;

export const Published = z.strictObject({
  id,
  topic: Topic,
  question: z.string(),
  answer: z.string(),
  at: instant,
  own: z.boolean().describe('whether who reads it may withdraw it'),
});
export type Published = z.infer<typeof Published>;
