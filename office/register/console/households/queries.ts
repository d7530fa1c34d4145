import { tableKeys } from '@liangbuwu/office/tables/console/queries.ts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from '../../../http/console/call.ts';
import { listDoubles, listFindings } from '../../households/findings.contract.ts';
import { householdTable } from '../../households/table.ts';

/** Below the table's own keys: what changes a household changes what is found. */
const key = tableKeys.all(householdTable.id);

export const findingsQuery = (response: string) =>
  queryOptions({
    queryKey: [...key, 'findings', response],
    queryFn: ({ signal }) => call(listFindings, { query: { response } }, { signal }),
  });

/** Groups of one page of doubles. */
export const groupsShown = 10;

export const doublesQuery = (response: string, by: 'label' | 'sound', page: number) =>
  queryOptions({
    queryKey: [...key, 'doubles', response, by, page],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      call(
        listDoubles,
        { query: { response, by, offset: page * groupsShown, limit: groupsShown } },
        { signal },
      ),
  });
