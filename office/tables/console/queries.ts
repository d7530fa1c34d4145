import { useEventStream } from '@liangbuwu/ui/live/use-event-stream.ts';
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { call } from '../../http/console/call.ts';
import { LiveMessage, livePath } from '../../live/contract.ts';
import { searchAreas } from '../../register/areas/contract.ts';
import { searchPlaces } from '../../register/places/contract.ts';
import type { KeptRow, tableContracts } from '../contract.ts';

/** The routes of a table, whichever it is. */
export type TableRoutes = ReturnType<typeof tableContracts>;
export type AnyRow = KeptRow & Record<string, unknown>;
export type Names = Readonly<Record<string, string>>;

export interface Listing {
  response?: string | undefined;
  only?: string | undefined;
  place?: string | undefined;
  q?: string | undefined;
  area?: string | undefined;
  sort?: string | undefined;
  removed: 'yes' | 'no';
}

/** Rows of one section of a list. */
export const section = 100;

export const tableKeys = {
  all: (table: string) => ['tables', table],
  row: (table: string, id: string) => ['tables', table, 'row', id],
  changes: (table: string, id: string) => ['tables', table, 'changes', id],
};

export const sectionQuery = (routes: TableRoutes, listing: Listing, at: number) =>
  queryOptions({
    queryKey: [...tableKeys.all(routes.table.id), 'list', listing, at],
    queryFn: async ({ signal }) => {
      const narrowed = Object.entries(listing).filter(([, value]) => value !== undefined);
      const page = await call(
        routes.list,
        {
          query: {
            ...Object.fromEntries(narrowed),
            offset: at * section,
            limit: section,
          },
        },
        { signal },
      );
      return page as unknown as { rows: AnyRow[]; total: number; names: Names };
    },
  });

export const rowQuery = (routes: TableRoutes, id: string) =>
  queryOptions({
    queryKey: tableKeys.row(routes.table.id, id),
    queryFn: async ({ signal }) => {
      const found = await call(routes.get, { params: { row: id } }, { signal });
      return found as unknown as { row: AnyRow; removed: boolean; names: Names };
    },
  });

export const changesQuery = (routes: TableRoutes, id: string) =>
  queryOptions({
    queryKey: tableKeys.changes(routes.table.id, id),
    queryFn: ({ signal }) => call(routes.changes, { params: { row: id } }, { signal }),
  });

export const areasFoundQuery = (typed: string) =>
  queryOptions({
    queryKey: ['register', 'areas', 'search', typed],
    enabled: typed !== '',
    queryFn: ({ signal }) => call(searchAreas, { query: { q: typed } }, { signal }),
  });

export const placesFoundQuery = (typed: string) =>
  queryOptions({
    queryKey: ['register', 'places', 'search', typed],
    enabled: typed !== '',
    queryFn: ({ signal }) => call(searchPlaces, { query: { q: typed } }, { signal }),
  });

export const rowsFoundQuery = (routes: TableRoutes, typed: string) =>
  queryOptions({
    queryKey: [...tableKeys.all(routes.table.id), 'found', typed],
    queryFn: async ({ signal }) => {
      const page = await call(
        routes.list,
        { query: { ...(typed && { q: typed }), limit: 50 } },
        { signal },
      );
      return page.rows as unknown as AnyRow[];
    },
  });

/** Reads again what somebody changed in these tables, as it happens. */
export function useLiveTables(tables: readonly string[]): void {
  const queries = useQueryClient();
  const heard = (said: unknown) => {
    const message = LiveMessage.safeParse(said);
    if (!message.success) return;
    const { topic } = message.data;
    const stale = topic === 'resync' ? tables : tables.filter((table) => table === topic);
    for (const table of stale) void queries.invalidateQueries({ queryKey: tableKeys.all(table) });
    if (topic === 'tables.editing')
      void queries.invalidateQueries({ queryKey: ['tables-editing'] });
  };
  useEventStream(livePath, { message: heard, reopened: () => heard({ topic: 'resync' }) });
}
