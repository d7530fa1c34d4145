import { type CampusSearch, readCampusSearch } from '../search.ts';

export const lessonParts = ['today', 'plan', 'questions', 'times'] as const;
export type LessonPart = (typeof lessonParts)[number];
export type LessonsSearch = CampusSearch & { part?: LessonPart };

export function readLessonsSearch(raw: Record<string, unknown>): LessonsSearch {
  const part = lessonParts.find((one) => one === raw.part);
  return { ...readCampusSearch(raw), ...(part && { part }) };
}
