import { call } from '@liangbuwu/office/http/console/call.ts';
import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { openCheckList, viewChecks } from '../../checks/checks.contract.ts';
import { useNews } from '../use-news.ts';

// Not of the campus’s keys, whose pages would read names again at each check.
const checksKey = ['checks'] as const;

export const checksQuery = (response: string, area: string) =>
  queryOptions({
    queryKey: [...checksKey, response, area],
    queryFn: ({ signal }) =>
      call(viewChecks, { params: { area }, query: { response } }, { signal }),
  });

/** Each reading is written into the ledger: it is read when the list is opened, and not again by itself. */
export const checkListQuery = (response: string, of: string) =>
  queryOptions({
    queryKey: ['check-list', response, of],
    queryFn: ({ signal }) =>
      call(openCheckList, { params: { class: of }, body: { response } }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });

export const useLiveChecks = (): void =>
  useNews(
    checksKey,
    ({ topic }) => /^(checks\.|campus\.(members|whereabouts)|responses|resync)/.test(topic),
    700,
  );

/** What is sent has an id from before: pressed again it counts once; other content gets another. */
export function useSentOnce<In, Out>(
  send: (id: string, what: In) => Promise<Out>,
  onDone?: (out: Out, what: In) => void,
) {
  const queries = useQueryClient();
  const [ids] = useState(() => new Map<string, string>());
  return useMutation({
    mutationFn: (what: In) => {
      const key = JSON.stringify(what);
      const id = ids.get(key) ?? newId();
      ids.set(key, id);
      return send(id, what);
    },
    onSuccess: async (out, what) => {
      ids.clear();
      onDone?.(out, what);
      await queries.invalidateQueries({ queryKey: checksKey });
    },
  });
}
