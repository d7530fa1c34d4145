import { call } from '@liangbuwu/office/http/console/call.ts';
import { queryOptions } from '@tanstack/react-query';
import { listQuestions } from '../../questions/questions.contract.ts';
import { useNews } from '../use-news.ts';

export const questionsKey = ['campus', 'questions'] as const;

// Each reading is written into the ledger: nothing is read again by itself, only when it has changed.
export const questionsQuery = (response: string, area: string) =>
  queryOptions({
    queryKey: [...questionsKey, response, area],
    queryFn: ({ signal }) =>
      call(listQuestions, { params: { area }, body: { response } }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });

export const useLiveQuestions = (): void =>
  useNews(questionsKey, ({ topic }) => /^(campus\.questions|responses|resync)/.test(topic), 1000);
