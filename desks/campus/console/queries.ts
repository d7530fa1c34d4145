import { call } from '@liangbuwu/office/http/console/call.ts';
import { queryOptions } from '@tanstack/react-query';
import { listBatches } from '../batches/batches.contract.ts';
import { listReturnRules } from '../overview/overview.contract.ts';
import { listReopenings, readReopening } from '../reopening/reopening.contract.ts';
import { listSessions } from '../sampling/sampling.contract.ts';
import { listClasses, listSchools } from '../schools/schools.contract.ts';
import { useNews } from './use-news.ts';

export const schoolsQuery = queryOptions({
  queryKey: ['campus', 'schools'],
  queryFn: ({ signal }) => call(listSchools, {}, { signal }),
});

export const classesQuery = (school: string) =>
  queryOptions({
    queryKey: ['campus', 'classes', school],
    queryFn: ({ signal }) => call(listClasses, { params: { school } }, { signal }),
  });

export const sessionsQuery = (school: string, response: string) =>
  queryOptions({
    queryKey: ['campus', 'sampling', school, response],
    queryFn: ({ signal }) =>
      call(listSessions, { params: { school }, query: { response } }, { signal }),
  });

export const reopeningsQuery = (response: string) =>
  queryOptions({
    queryKey: ['campus', 'reopening', 'all', response],
    queryFn: ({ signal }) => call(listReopenings, { query: { response } }, { signal }),
  });

export const returnRulesQuery = queryOptions({
  queryKey: ['campus', 'return-rules'],
  queryFn: ({ signal }) => call(listReturnRules, {}, { signal }),
});

export const reopeningQuery = (school: string, response: string, plan?: string) =>
  queryOptions({
    queryKey: ['campus', 'reopening', school, response, plan],
    queryFn: ({ signal }) =>
      call(
        readReopening,
        { params: { school }, query: { response, ...(plan && { plan }) } },
        { signal },
      ),
  });

export const batchesQuery = (school: string, response: string) =>
  queryOptions({
    queryKey: ['campus', 'batches', school, response],
    queryFn: ({ signal }) =>
      call(listBatches, { params: { school }, query: { response } }, { signal }),
  });

export const useLiveCampus = (): void =>
  useNews(['campus'], ({ topic }) => /^(campus\.|responses|resync)/.test(topic));
