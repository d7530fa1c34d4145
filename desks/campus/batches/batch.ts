import { day, id, instant, text, version } from '@liangbuwu/office/http/fields.ts';
import { Say } from '@liangbuwu/office/http/say.ts';
import { z } from 'zod';
import { SchoolClass } from '../campus.ts';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: '07:30' });

/** In both languages, either of which may still be empty. */
const bothWays = z.strictObject({ 'zh-CN': text(500), en: text(500) });

/** A class that comes back with a batch: how many, from when to when, by which gate. */
export const BatchLine = z
  .strictObject({
    class: id,
    people: z.int().min(0).max(10_000),
    from: time,
    to: time,
    gate: text(30, 1),
  })
  .refine(({ from, to }) => from < to, { path: ['to'], error: '晚于开始 · later than the start' });
export type BatchLine = z.infer<typeof BatchLine>;

export const BatchBody = z.strictObject({
  response: id,
  school: id,
  seen: version.nullable().describe('the version that was seen; null makes one'),
  day,
  perQuarter: z.int().min(1).max(10_000).describe('people that a gate lets in within 15 minutes'),
  lines: z
    .array(BatchLine)
    .max(300)
    .refine((all) => new Set(all.map((one) => one.class)).size === all.length, {
      error: '每个班一次 · each class once',
    }),
  bring: bothWays,
  contact: bothWays,
});
export type BatchBody = z.infer<typeof BatchBody>;

export const BatchCheck = z.strictObject({
  what: z.enum(['gate', 'beds', 'samplers', 'day', 'twice', 'empty']),
  ok: z.boolean(),
  words: Say,
});
export type BatchCheck = z.infer<typeof BatchCheck>;

/** What parents are told, as it was said. */
export const AnnouncementWords = z.strictObject({
  'zh-CN': text(4000, 10),
  en: text(4000, 10),
});

export const Announcement = z.strictObject({
  id,
  number: z.int().describe('1: the first; those after it correct it'),
  words: Say,
  at: instant,
  by: z.string(),
  read: z
    .array(z.strictObject({ class: id, count: z.int() }))
    .describe('how many said that they have read it; who did is not known'),
});
export type Announcement = z.infer<typeof Announcement>;

export const Batch = z.strictObject({
  id,
  school: id,
  number: z.int(),
  plan: id,
  day,
  perQuarter: z.int(),
  lines: z.array(BatchLine),
  bring: Say,
  contact: Say,
  people: z.int(),
  checks: z.array(BatchCheck),
  announcements: z.array(Announcement).describe('the latest first'),
  changedSince: z.boolean().describe('changed since it was announced last'),
  version,
});
export type Batch = z.infer<typeof Batch>;

export const SchoolBatches = z.strictObject({
  school: z.strictObject({ id, name: z.string(), boards: z.boolean() }),
  today: day,
  approved: z
    .strictObject({ id, number: z.int(), at: instant, firstDay: day })
    .nullable()
    .describe('the plan that batches go by; null while none is approved'),
  classes: z.array(SchoolClass),
  batches: z.array(Batch),
  code: z.string().nullable().describe('opens the page for parents'),
});
export type SchoolBatches = z.infer<typeof SchoolBatches>;
