import { call } from '@liangbuwu/office/http/console/call.ts';
import { LiveMessage, livePath } from '@liangbuwu/office/live/contract.ts';
import { useEventStream } from '@liangbuwu/ui/live/use-event-stream.ts';
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { viewClass, viewMember, viewSchool } from '../answers/answers.contract.ts';
import { listSiblings } from '../members/members.contract.ts';

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

/** Milliseconds in which news is gathered: a class reports within minutes of one another. */
const gathering = 1000;

export function useLivePupils(): void {
  const queries = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const readAgain = () => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      void queries.invalidateQueries({ queryKey: ['campus', 'pupils'] });
    }, gathering);
  };
  useEventStream(livePath, {
    message: (said) => {
      const message = LiveMessage.safeParse(said);
      const topic = message.success ? message.data.topic : '';
      if (/^(campus\.members|rulebook|responses|resync)/.test(topic)) readAgain();
    },
    reopened: readAgain,
  });
}
