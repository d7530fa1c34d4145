import { call } from '@liangbuwu/office/http/console/call.ts';
import { queryOptions } from '@tanstack/react-query';
import { listSessions } from '../sampling/sampling.contract.ts';
import { listClasses, listSchools } from '../schools/schools.contract.ts';

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
