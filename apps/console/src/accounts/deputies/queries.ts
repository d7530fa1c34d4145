import { call } from '@liangbuwu/office/http/console/call.ts';
import {
  listColleagues,
  listDeputyships,
  listOwnColleagues,
  listOwnDeputyships,
} from '@liangbuwu/office/identity/deputies.contract.ts';
import { readOwnSight, readSight } from '@liangbuwu/office/identity/sight.contract.ts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';

/** All that a deputyship changes lies below the first of these, but who one is. */
const deputyKeys = {
  all: ['identity', 'deputies'],
  /** The water desk reads it by the same key. */
  ownSight: ['identity', 'own-sight'],
} as const;

export const ownDeputyshipsQuery = queryOptions({
  queryKey: [...deputyKeys.all, 'own'],
  queryFn: ({ signal }) => call(listOwnDeputyships, {}, { signal }),
});

/** Those of the areas that one administers. */
export const deputyshipsQuery = queryOptions({
  queryKey: [...deputyKeys.all, 'seen'],
  queryFn: ({ signal }) => call(listDeputyships, {}, { signal }),
});

/** Who could stand in for an account; without one, for oneself. */
export const colleaguesQuery = (account: string | undefined, search: string) =>
  queryOptions({
    queryKey: [...deputyKeys.all, 'colleagues', account ?? '', search],
    queryFn: ({ signal }) => {
      const query = search ? { search } : {};
      return account
        ? call(listColleagues, { params: { account }, query }, { signal })
        : call(listOwnColleagues, { query }, { signal });
    },
    placeholderData: keepPreviousData,
  });

export const ownSightQuery = queryOptions({
  queryKey: deputyKeys.ownSight,
  queryFn: ({ signal }) => call(readOwnSight, {}, { signal }),
});

export const sightQuery = (account: string) =>
  queryOptions({
    queryKey: [...deputyKeys.all, 'sight', account],
    queryFn: ({ signal }) => call(readSight, { params: { account } }, { signal }),
  });
