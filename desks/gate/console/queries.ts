import { call } from '@liangbuwu/office/http/console/call.ts';
import { LiveMessage, livePath } from '@liangbuwu/office/live/contract.ts';
import { type EventStream, useEventStream } from '@liangbuwu/ui/live/use-event-stream.ts';
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { getBoard } from '../board/board.contract.ts';
import { listGateCodes } from '../codes/codes.contract.ts';
import { listGates } from '../gates/gates.contract.ts';
import { readSetUp } from '../gates/set-up.contract.ts';
import { listOwn } from '../own/own.contract.ts';
import { listIssuers, listPasses } from '../passes/passes.contract.ts';
import { listOfficials, listReturnees } from '../returnees/returnee.contract.ts';

export const gatesQuery = queryOptions({
  queryKey: ['gate', 'gates'],
  queryFn: ({ signal }) => call(listGates, { query: { all: 'yes' } }, { signal }),
});

export const setUpQuery = (response: string) =>
  queryOptions({
    queryKey: ['gate', 'set-up', response],
    queryFn: ({ signal }) => call(readSetUp, { query: { response } }, { signal }),
  });

export const boardQuery = (gate: string, day: string) =>
  queryOptions({
    queryKey: ['gate', 'board', gate, day],
    queryFn: ({ signal }) => call(getBoard, { query: { gate, day } }, { signal }),
  });

export const passesQuery = (response: string, gate: string) =>
  queryOptions({
    queryKey: ['gate', 'passes', response, gate],
    queryFn: ({ signal }) => call(listPasses, { query: { response, gate } }, { signal }),
  });

export const ownQuery = (response: string, gate: string) =>
  queryOptions({
    queryKey: ['gate', 'own', response, gate],
    queryFn: ({ signal }) => call(listOwn, { query: { response, gate } }, { signal }),
  });

export const codesQuery = (response: string) =>
  queryOptions({
    queryKey: ['gate', 'codes', response],
    queryFn: ({ signal }) => call(listGateCodes, { query: { response } }, { signal }),
  });

export const returneesQuery = (response: string) =>
  queryOptions({
    queryKey: ['gate', 'returnees', response],
    queryFn: ({ signal }) => call(listReturnees, { query: { response } }, { signal }),
  });

/** Who may promise to look after somebody in an area. */
export const officialsQuery = (area: string) =>
  queryOptions({
    queryKey: ['gate', 'officials', area],
    queryFn: ({ signal }) => call(listOfficials, { query: { area } }, { signal }),
  });

export const issuersQuery = (response: string) =>
  queryOptions({
    queryKey: ['gate', 'issuers', response],
    queryFn: ({ signal }) => call(listIssuers, { query: { response } }, { signal }),
  });

/** Milliseconds in which news is gathered: a phone that finds signal sends many checks at once. */
const gathering = 200;

/** Reads again what an event makes stale. */
export function useLiveGate(): EventStream {
  const queries = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const readAgain = () => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      void queries.invalidateQueries({ queryKey: ['gate'] });
      void queries.invalidateQueries({ queryKey: ['responses'] });
    }, gathering);
  };
  return useEventStream(livePath, {
    message: (said) => {
      const message = LiveMessage.safeParse(said);
      const topic = message.success ? message.data.topic : '';
      if (/^(gate\.|commitments|responses|resync)/.test(topic)) readAgain();
    },
    reopened: readAgain,
  });
}
