import { useEventStream } from '@liangbuwu/ui/live/use-event-stream.ts';
import { keepPreviousData, queryOptions, useQueryClient } from '@tanstack/react-query';
import { call } from '../../http/console/call.ts';
import { LiveMessage, livePath } from '../../live/contract.ts';
import { searchAreas } from '../../register/areas/contract.ts';
import type { Response } from '../../responses/contract.ts';
import { getRuleSet, listRuleFacts, listRuleSets } from '../contract.ts';
import { findRules } from '../decide.contract.ts';
import type { Purpose } from '../rulebook.ts';

const key = 'rulebook';

export const setsQuery = queryOptions({
  queryKey: [key, 'sets'],
  queryFn: ({ signal }) => call(listRuleSets, {}, { signal }),
});

export const setQuery = (set: string) =>
  queryOptions({
    queryKey: [key, 'set', set],
    queryFn: ({ signal }) => call(getRuleSet, { params: { set } }, { signal }),
  });

export const catalogueQuery = queryOptions({
  queryKey: [key, 'facts'],
  queryFn: ({ signal }) => call(listRuleFacts, {}, { signal }),
});

export const governsQuery = (moment: { purpose: Purpose; area: string; at: string }) =>
  queryOptions({
    queryKey: [key, 'governs', moment],
    queryFn: ({ signal }) => call(findRules, { query: moment }, { signal }),
    placeholderData: keepPreviousData,
  });

export const areaSearchQuery = (typed: string) =>
  queryOptions({
    queryKey: ['register', 'areas', 'search', typed, 20],
    queryFn: ({ signal }) => call(searchAreas, { query: { q: typed, limit: 20 } }, { signal }),
    enabled: typed !== '',
    placeholderData: keepPreviousData,
  });

/** Reads again whatever of the rulebook is shown once somebody has changed it. */
export function useLiveRulebook(): void {
  const queries = useQueryClient();
  const again = () => void queries.invalidateQueries({ queryKey: [key] });
  useEventStream(livePath, {
    message: (said) => {
      const heard = LiveMessage.safeParse(said);
      if (heard.success && ['rulebook', 'resync'].includes(heard.data.topic)) again();
    },
    reopened: again,
  });
}

/** The response whose clock the header shows: the one that the address names, else the first that is open. */
export const chooseResponse = (
  responses: readonly Response[],
  wanted: string | undefined,
): Response | undefined =>
  responses.find(({ id }) => id === wanted) ??
  responses.find(({ ended }) => ended === null) ??
  responses[0];
