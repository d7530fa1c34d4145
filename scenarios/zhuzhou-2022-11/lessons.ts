import { z } from 'zod';
import { inventedOrigin, Said } from './origin.ts';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: '08:00' });
const made = z.string().startsWith('虚构');

const ClassLessons = z.strictObject({
  class: z.string(),
  by: z.string().describe('the user who makes the plan'),
  room: z.string(),
  teachers: z
    .record(z.string(), z.strictObject({ name: made, user: z.string().optional() }))
    .describe('by subject'),
  week: z
    .record(z.string().regex(/^[1-7]$/), z.array(z.string()))
    .describe('by day, a subject for each period'),
  mentored: z.strictObject({ by: z.string(), pupils: z.array(z.string()) }),
  asks: z.strictObject({ pupil: z.string(), guardian: made, question: z.string() }),
  ...inventedOrigin,
});
export type ScenarioClassLessons = z.infer<typeof ClassLessons>;

/** data/lessons.json: periods of schools, lesson plans of classes, mentors, and what a family asked. */
export const Lessons = z.strictObject({
  note: Said,
  schools: z.array(
    z.strictObject({
      id: z.string(),
      by: z.string().describe('the user who sets the periods'),
      periods: z.array(z.strictObject({ name: z.string(), from: time, to: time })),
      links: z.array(
        z.strictObject({
          subject: z.string(),
          link: z.url({ protocol: /^https$/ }),
          offline: z.string(),
        }),
      ),
      classes: z.array(ClassLessons),
      ...inventedOrigin,
    }),
  ),
});
export type Lessons = z.infer<typeof Lessons>;
