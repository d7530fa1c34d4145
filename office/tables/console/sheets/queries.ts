import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../http/console/call.ts';
import type { Fate, Sheet, sheetContracts } from '../../sheets/contract.ts';
import { tableKeys } from '../queries.ts';

export type SheetRoutes = ReturnType<typeof sheetContracts>;

export const sheetKeys = {
  list: (table: string) => [...tableKeys.all(table), 'sheets'],
  rows: (table: string, sheet: string) => [...tableKeys.all(table), 'sheet-rows', sheet],
};

export const sheetsQuery = (routes: SheetRoutes, response: string | undefined) =>
  queryOptions({
    queryKey: [...sheetKeys.list(routes.table.id), response ?? ''],
    queryFn: ({ signal }) =>
      call(routes.list, { query: { ...(response && { response }) } }, { signal }),
  });

export const pageOfRows = 50;

export const sheetRowsQuery = (
  routes: SheetRoutes,
  of: { sheet: Sheet; fate: Fate | undefined; limit: number },
) =>
  queryOptions({
    queryKey: [
      ...sheetKeys.rows(routes.table.id, of.sheet.id),
      of.fate ?? '',
      of.limit,
      of.sheet.state,
      of.sheet.done,
    ],
    queryFn: ({ signal }) =>
      call(
        routes.rows,
        {
          params: { sheet: of.sheet.id },
          query: { ...(of.fate && { fate: of.fate }), limit: Math.min(200, of.limit) },
        },
        { signal },
      ),
  });
