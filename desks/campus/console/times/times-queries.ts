import { call } from '@liangbuwu/office/http/console/call.ts';
import { queryOptions } from '@tanstack/react-query';
import { getSchoolDay, getTimetable, listTimetables } from '../../times/times.contract.ts';

export const timesKey = ['campus', 'times'];

export const schoolDayQuery = (school: string) =>
  queryOptions({
    queryKey: [...timesKey, 'day', school],
    queryFn: ({ signal }) => call(getSchoolDay, { params: { school } }, { signal }),
  });

export const timetablesQuery = (school: string) =>
  queryOptions({
    queryKey: [...timesKey, 'list', school],
    queryFn: ({ signal }) => call(listTimetables, { params: { school } }, { signal }),
  });

export const timetableQuery = (timetable: string) =>
  queryOptions({
    queryKey: [...timesKey, 'one', timetable],
    queryFn: ({ signal }) => call(getTimetable, { params: { timetable } }, { signal }),
  });
