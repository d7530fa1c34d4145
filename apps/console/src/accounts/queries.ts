import { call } from '@liangbuwu/office/http/console/call.ts';
import { listAccounts, listRoles } from '@liangbuwu/office/identity/administration.contract.ts';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';

export const accountKeys = { all: ['identity', 'accounts'] } as const;

/** The accounts that one administers, by login, page by page. */
export const accountsQuery = (search: string | undefined) =>
  infiniteQueryOptions({
    queryKey: [...accountKeys.all, search ?? ''],
    queryFn: ({ pageParam, signal }) =>
      call(
        listAccounts,
        { query: { ...(search && { search }), ...(pageParam && { after: pageParam }) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });

export const rolesQuery = queryOptions({
  queryKey: ['identity', 'roles'],
  queryFn: ({ signal }) => call(listRoles, {}, { signal }),
  staleTime: 600_000,
});
