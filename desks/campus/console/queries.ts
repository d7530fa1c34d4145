import { call } from '@liangbuwu/office/http/console/call.ts';
import { queryOptions } from '@tanstack/react-query';
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
