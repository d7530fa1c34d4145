import { call } from '@liangbuwu/office/http/console/call.ts';
import { queryOptions } from '@tanstack/react-query';
import { readLessonPlan, readLessonTimes } from '../../lessons/lessons.contract.ts';
import { listClassQuestions, listOwnQuestions } from '../../lessons/questions.contract.ts';
import { viewLessonDay, viewWhoIsWhere } from '../../lessons/today.contract.ts';
import { useNews } from '../use-news.ts';

const key = ['campus', 'lessons'] as const;
export const planKey = [...key, 'plan'] as const;
export const todayKey = [...key, 'today'] as const;
export const questionsKey = [...key, 'questions'] as const;

// Each reading of these is written into the ledger: nothing is read again by itself, only when it has changed.
const once = { staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false } as const;

export const planQuery = (response: string, of: string, version?: number) =>
  queryOptions({
    queryKey: [...planKey, response, of, version],
    queryFn: ({ signal }) =>
      call(
        readLessonPlan,
        { params: { class: of }, query: { response, ...(version && { version }) } },
        { signal },
      ),
  });

export const timesQuery = (response: string, school: string) =>
  queryOptions({
    queryKey: [...planKey, response, 'school', school],
    queryFn: ({ signal }) =>
      call(readLessonTimes, { params: { school }, query: { response } }, { signal }),
  });

export const whoIsWhereQuery = (response: string, area: string) =>
  queryOptions({
    queryKey: [...todayKey, response, area],
    queryFn: ({ signal }) =>
      call(viewWhoIsWhere, { params: { area }, body: { response } }, { signal }),
    ...once,
  });

export const lessonDayQuery = (response: string, of: string) =>
  queryOptions({
    queryKey: [...todayKey, response, 'lesson', of],
    queryFn: ({ signal }) =>
      call(viewLessonDay, { params: { class: of }, body: { response } }, { signal }),
    ...once,
  });

/** @param of a class; undefined: those who ask the one who is signed in. */
export const questionsQuery = (response: string, of: string | undefined) =>
  queryOptions({
    queryKey: [...questionsKey, response, of],
    queryFn: ({ signal }) =>
      of === undefined
        ? call(listOwnQuestions, { body: { response } }, { signal })
        : call(listClassQuestions, { params: { class: of }, body: { response } }, { signal }),
    ...once,
  });

export function useLiveLessons(): void {
  useNews(planKey, ({ topic }) => /^(campus\.lessons|responses|resync)/.test(topic));
  useNews(
    todayKey,
    ({ topic }) =>
      /^(campus\.(lessons|members|whereabouts|questions)|gate\.pass|rulebook|responses|resync)/.test(
        topic,
      ),
    2000,
  );
  useNews(questionsKey, ({ topic }) => /^(campus\.questions|responses|resync)/.test(topic));
}
