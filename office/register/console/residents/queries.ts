import { tableKeys } from '@liangbuwu/office/tables/console/queries.ts';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../http/console/call.ts';
import { listResponses } from '../../../responses/contract.ts';
import { householdTable } from '../../households/table.ts';
import { listCorrections, listOffers } from '../../residents/bring.contract.ts';
import { listResidents } from '../../residents/people.contract.ts';
import { lastingTable } from '../../residents/table.ts';

/** Below the table's own keys: what changes a household changes what is offered of it. */
const key = tableKeys.all(lastingTable.id);

export const responsesQuery = queryOptions({
  queryKey: ['responses'],
  queryFn: ({ signal }) => call(listResponses, {}, { signal }),
});

export const residentsQuery = (row: string) =>
  queryOptions({
    queryKey: [...key, 'residents', row],
    queryFn: ({ signal }) => call(listResidents, { params: { row } }, { signal }),
  });

/** Offers that a page lists; all of them are brought nevertheless. */
export const offersShown = 100;

export const offersQuery = (response: string) =>
  queryOptions({
    queryKey: [...key, 'offers', response],
    queryFn: ({ signal }) =>
      call(listOffers, { query: { response, limit: offersShown } }, { signal }),
  });

export const correctionsQuery = (response: string) =>
  queryOptions({
    // Below the response's households: what is put right there is a correction.
    queryKey: [...tableKeys.all(householdTable.id), 'corrections', response],
    queryFn: ({ signal }) => call(listCorrections, { query: { response } }, { signal }),
  });
