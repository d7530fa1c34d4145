import { call } from '@liangbuwu/office/http/console/call.ts';
import { queryOptions } from '@tanstack/react-query';
import { viewClass, viewMember, viewSchool } from '../answers/answers.contract.ts';
import { listSiblings } from '../members/members.contract.ts';
import { useNews } from './use-news.ts';

// Each reading is written into the ledger: nothing is read again by itself, only when it has changed.
const once = { staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false } as const;

export const classLedgerQuery = (response: string, of: string) =>
  queryOptions({
    queryKey: ['campus', 'pupils', response, 'class', of],
    queryFn: ({ signal }) =>
      call(viewClass, { params: { class: of }, body: { response } }, { signal }),
    ...once,
  });

export const schoolLedgerQuery = (response: string, school: string) =>
  queryOptions({
    queryKey: ['campus', 'pupils', response, 'school', school],
    queryFn: ({ signal }) =>
      call(viewSchool, { params: { school }, body: { response } }, { signal }),
    ...once,
  });

export const answerQuery = (response: string, member: string) =>
  queryOptions({
    queryKey: ['campus', 'pupils', response, 'answer', member],
    queryFn: ({ signal }) =>
      call(viewMember, { params: { member }, body: { response } }, { signal }),
    ...once,
  });

export const siblingsQuery = (response: string, of: string) =>
  queryOptions({
    queryKey: ['campus', 'pupils', response, 'siblings', of],
    queryFn: ({ signal }) =>
      call(listSiblings, { params: { class: of }, query: { response } }, { signal }),
  });

export const useLivePupils = (): void =>
  useNews(
    ['campus', 'pupils'],
    ({ topic }) => /^(campus\.members|rulebook|responses|resync)/.test(topic),
    1000,
  );
