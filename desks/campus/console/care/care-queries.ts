import { call } from '@liangbuwu/office/http/console/call.ts';
import { queryOptions } from '@tanstack/react-query';
import { listCareRequests, viewCounselling } from '../../care/care.contract.ts';
import { viewProgramme } from '../../care/programme.contract.ts';

export const careKey = ['care'] as const;

const minute = 60_000;

// No news is sent of a request: that there is one is nobody’s business. So these are asked again by the minute.
export const counsellingQuery = (school: string, response: string) =>
  queryOptions({
    queryKey: [...careKey, 'counselling', school, response],
    queryFn: ({ signal }) =>
      call(viewCounselling, { params: { school }, query: { response } }, { signal }),
    refetchInterval: minute,
  });

export const requestsQuery = (school: string, response: string) =>
  queryOptions({
    queryKey: [...careKey, 'requests', school, response],
    queryFn: ({ signal }) =>
      call(listCareRequests, { params: { school }, query: { response } }, { signal }),
    refetchInterval: minute,
  });

export const programmeQuery = (school: string, response: string, day: string) =>
  queryOptions({
    queryKey: ['campus', 'programme', school, response, day],
    queryFn: ({ signal }) =>
      call(viewProgramme, { params: { school, day }, query: { response } }, { signal }),
  });
