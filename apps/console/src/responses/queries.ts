import { call } from '@liangbuwu/office/http/console/call.ts';
import { readCertificate } from '@liangbuwu/office/responses/closing/certificate.contract.ts';
import {
  listClosings,
  previewClosing,
  readClosing,
} from '@liangbuwu/office/responses/closing/closing.contract.ts';
import { queryOptions } from '@tanstack/react-query';
import { keys } from '../queries.ts';

// All below the key of responses: the shell reads that anew whenever a response changes.
export const closingsQuery = queryOptions({
  queryKey: [...keys.responses, 'closings'],
  queryFn: ({ signal }) => call(listClosings, {}, { signal }),
});

export const closingQuery = (response: string) =>
  queryOptions({
    queryKey: [...keys.responses, response, 'closing'],
    queryFn: ({ signal }) => call(readClosing, { params: { response } }, { signal }),
  });

export const previewQuery = (response: string) =>
  queryOptions({
    queryKey: [...keys.responses, response, 'preview'],
    queryFn: ({ signal }) => call(previewClosing, { params: { response } }, { signal }),
    staleTime: 0,
  });

export const certificateQuery = (response: string) =>
  queryOptions({
    queryKey: [...keys.responses, response, 'certificate'],
    queryFn: ({ signal }) => call(readCertificate, { params: { response } }, { signal }),
    staleTime: 60_000,
  });
