import type { Tx } from '@liangbuwu/office/database/connection.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import * as store from '../lessons/lesson-store.ts';
import { type DayLesson, lessonsOf } from '../lessons/lessons-of-day.ts';
import { promisedBy, schoolDaysOf } from '../lessons/promise.ts';
import { type KeptQuestion, listMentors, listOfPupils } from '../lessons/question-store.ts';
import { seeToday } from '../lessons/see-today.ts';
import { mostOpen } from '../lessons/settings.ts';
import type { Today } from '../lessons/where-today.ts';
import type { PassServices } from '../passes/settle.ts';
import type { Child } from './at-home.ts';

/** What a family sees of one child’s school day. */
export interface LessonsAtHome {
  child: Pick<Child, 'member' | 'place' | 'name'>;
  where: Today;
  /** Null: the class has no lesson plan yet. */
  lessons: DayLesson[] | null;
  /** Null: the class teacher, whose name the desk does not know. */
  mentor: string | null;
  questions: KeptQuestion[];
  /** By when it would be answered if it were asked now; null: it may not be asked. */
  promised: string | null;
  mayNot: 'consent' | 'open' | null;
}

/** Lessons, mentor and questions of the children of one family, within a scope that is narrowed to their classes. */
export async function lessonsAtHome(
  tx: Tx,
  services: PassServices,
  of: { tenant: string; response: Response; children: readonly Omit<Child, 'pass'>[] },
): Promise<LessonsAtHome[]> {
  const { tenant, response, children } = of;
  const { keys } = services;
  const ids = { tenant, response: response.id };
  const pupils = children.filter(({ member, place }) => member.kind === 'pupil' && place.class);
  const classes = [...new Set(pupils.map(({ member }) => member.area))];
  const members = pupils.map(({ member }) => member.id);
  const times = await store.listTimes(tx, keys, ids);
  const weeks = await store.listWeeks(tx, keys, { ...ids, classes });
  const teachers = await store.listTeachers(tx, classes);
  const mentors = await listMentors(tx, { response: response.id, members });
  const questions = await listOfPupils(tx, keys, { ...ids, members });
  const seen = await seeToday(tx, services, { tenant, response }, pupils);
  return pupils.map(({ member, place, name, said }) => {
    const week = weeks.get(member.area)?.week;
    const here = teachers.get(member.area) ?? [];
    const named = here.find(({ id }) => id === mentors.get(member.id));
    const own = questions.filter((one) => one.member === member.id);
    const open = own.filter(({ answer }) => answer === null).length;
    const mayNot = !said.consented ? 'consent' : open >= mostOpen ? 'open' : null;
    return {
      child: { member, place, name },
      where: seen.get(member.id)?.today ?? 'home',
      lessons: week ? lessonsOf(response.today, week, times.get(place.school)?.times) : null,
      mentor: (named ?? here.find(({ leads }) => leads))?.name ?? null,
      questions: own,
      promised:
        mayNot === null ? promisedBy(response.now, response.zone, schoolDaysOf(week)) : null,
      mayNot,
    };
  });
}
