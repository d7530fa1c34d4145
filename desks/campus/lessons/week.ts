import { id, instant, text, version } from '@liangbuwu/office/http/fields.ts';
import { z } from 'zod';
import { HttpsLink } from './https-link.ts';

/** Minutes since 00:00 of the day. */
const minute = z.int().min(0).max(1440);

/** One of the school's periods: every class has its lessons then. */
export const Period = z.strictObject({ id, name: text(12, 1), from: minute, to: minute });
export type Period = z.infer<typeof Period>;

/** How those at home take part in a subject, where the lesson itself says nothing else. */
export const LinkDefault = z.strictObject({
  subject: text(20, 1),
  teacher: text(20).describe('empty: whoever teaches it'),
  link: HttpsLink.nullable(),
  offline: text(120).describe('what to do without a connection: page of a book, telephone'),
});
export type LinkDefault = z.infer<typeof LinkDefault>;

/** What a school sets for all of its classes. */
export const LessonTimes = z.strictObject({
  periods: z.array(Period).min(1).max(16),
  links: z.array(LinkDefault).max(60),
  invented: z.boolean().default(false),
});
export type LessonTimes = z.infer<typeof LessonTimes>;

export const Teacher = z.strictObject({
  account: id.nullable().describe('null: somebody without an account'),
  name: text(20, 1),
});

export const Lesson = z.strictObject({
  day: z.int().min(1).max(7).describe('1: Monday'),
  period: id,
  subject: text(20, 1),
  teacher: Teacher.nullable(),
  room: text(20),
  link: HttpsLink.nullable().describe('null: as the subject has it'),
  offline: text(120).describe('empty: as the subject has it'),
});
export type Lesson = z.infer<typeof Lesson>;

/** A class’s lesson plan: its lessons of a week, and what those at home go by. */
export const Week = z.strictObject({
  lessons: z.array(Lesson).max(112),
  links: z.array(LinkDefault).max(60),
});
export type Week = z.infer<typeof Week>;

const Saved = z.strictObject({ version, by: z.string(), at: instant });
export const SavedTimes = Saved.extend({ times: LessonTimes });
export type SavedTimes = z.infer<typeof SavedTimes>;
export const SavedWeek = Saved.extend({ week: Week });
export type SavedWeek = z.infer<typeof SavedWeek>;

/** An earlier one, with how many of its cells the one before had otherwise. */
export const WeekVersion = Saved.extend({ changed: z.int().min(0) });
export type WeekVersion = z.infer<typeof WeekVersion>;

export const cellOf = ({ day, period }: Pick<Lesson, 'day' | 'period'>): string =>
  `${day} ${period}`;

/** The cells in which two weeks differ. */
export function changedCells(before: Week | undefined, after: Week): string[] {
  const [a, b] = [written(before), written(after)];
  return [...new Set([...a.keys(), ...b.keys()])].filter((cell) => a.get(cell) !== b.get(cell));
}

const written = (week: Week | undefined) =>
  new Map(
    week?.lessons.map((lesson) => {
      const { subject, teacher, room, link, offline } = lesson;
      const held = [subject, teacher?.account, teacher?.name, room, link, offline];
      return [cellOf(lesson), JSON.stringify(held)];
    }),
  );
