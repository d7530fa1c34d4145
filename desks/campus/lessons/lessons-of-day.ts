import type { Lesson, LessonTimes, LinkDefault, Week } from './week.ts';

/** A lesson of a day, with how those at home take part in it. */
export interface DayLesson {
  period: string;
  name: string;
  from: number;
  to: number;
  subject: string;
  teacher: Lesson['teacher'];
  room: string;
  link: string | null;
  offline: string;
}

/** The lessons of a day, in the order of the school’s periods. */
export function lessonsOf(
  day: string,
  week: Week | undefined,
  times: LessonTimes | undefined,
): DayLesson[] {
  if (!week || !times) return [];
  const { dayOfWeek } = Temporal.PlainDate.from(day);
  const there = week.lessons.filter((one) => one.day === dayOfWeek);
  return times.periods.flatMap(({ id, name, from, to }): DayLesson[] => {
    const lesson = there.find(({ period }) => period === id);
    if (!lesson) return [];
    const { subject, teacher, room } = lesson;
    return [{ period: id, name, from, to, subject, teacher, room, ...atHome(lesson, week, times) }];
  });
}

/** The lesson’s own link goes first, then the class’s for its subject, then the school’s; the teacher’s before anybody’s. */
export function atHome(
  lesson: Pick<Lesson, 'subject' | 'teacher' | 'link' | 'offline'>,
  week: Pick<Week, 'links'>,
  times: Pick<LessonTimes, 'links'> | undefined,
): { link: string | null; offline: string } {
  const name = lesson.teacher?.name ?? '';
  const fit = ({ subject, teacher }: LinkDefault) =>
    subject === lesson.subject && (teacher === '' || teacher === name);
  const ranked = [week.links, times?.links ?? []].flatMap((links) => {
    const fitting = links.filter(fit);
    return [
      ...fitting.filter(({ teacher }) => teacher !== ''),
      ...fitting.filter(({ teacher }) => teacher === ''),
    ];
  });
  return {
    link: lesson.link ?? ranked.find(({ link }) => link !== null)?.link ?? null,
    offline: lesson.offline || ranked.find(({ offline }) => offline !== '')?.offline || '',
  };
}

/** Whether a lesson is over, on, or still to come, by a minute of its day. */
export const stateAt = (
  { from, to }: Pick<DayLesson, 'from' | 'to'>,
  minute: number,
): 'past' | 'now' | 'ahead' => (minute >= to ? 'past' : minute >= from ? 'now' : 'ahead');

export const minuteIn = (now: string, zone: string): number => {
  const at = Temporal.Instant.from(now).toZonedDateTimeISO(zone);
  return at.hour * 60 + at.minute;
};

export const clockText = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
