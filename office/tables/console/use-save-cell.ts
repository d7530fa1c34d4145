import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../http/console/call.ts';
import { Refusal } from '../../http/refusal.ts';
import { merge } from './merge.ts';
import { type AnyRow, rowQuery, type TableRoutes, tableKeys } from './queries.ts';

const typedFields = (routes: TableRoutes): string[] => [
  ...new Set([
    'area',
    ...(routes.table.ofResponse ? ['response'] : []),
    ...routes.table.columns.filter(({ shown }) => !shown).map(({ field }) => field),
  ]),
];

/** The typed fields of a row, as they are put. */
export const fieldsOf = (
  routes: TableRoutes,
  row: Readonly<Record<string, unknown>>,
): Record<string, unknown> =>
  Object.fromEntries(typedFields(routes).map((field) => [field, row[field] ?? null]));

export interface SavedRow {
  row: AnyRow;
  change: number | null;
  doubts: {
    field: string;
    cause: { 'zh-CN': string; en: string };
    remedy: { 'zh-CN': string; en: string };
  }[];
}

export async function putRow(
  routes: TableRoutes,
  id: string,
  values: Record<string, unknown>,
  version: number | undefined,
): Promise<SavedRow> {
  const body = { ...values, ...(version !== undefined && { version }) };
  return (await call(routes.put, {
    params: { row: id },
    body: body as never,
  })) as unknown as SavedRow;
}

/**
 * Saves one cell. Where somebody changed the row meanwhile, but not this cell, it is saved beside theirs; where they
 * changed this very cell, it is refused.
 */
export function useSaveCell(routes: TableRoutes) {
  const queries = useQueryClient();
  return useMutation({
    // Without a network it fails at once and says so, instead of waiting unseen.
    networkMode: 'always',
    mutationFn: async ({ row, field, value }: { row: AnyRow; field: string; value: unknown }) => {
      const mine = { ...fieldsOf(routes, row), [field]: value };
      try {
        return await putRow(routes, row.id, mine, row.version);
      } catch (error) {
        if (!(error instanceof Refusal) || error.body.code !== 'changed-meanwhile') throw error;
        const { row: now } = await queries.fetchQuery({
          ...rowQuery(routes, row.id),
          staleTime: 0,
        });
        const fields = typedFields(routes);
        const merged = merge(fields, { base: row, mine, theirs: now });
        if (merged.both.length > 0) throw error;
        return putRow(routes, row.id, merged.values, now.version);
      }
    },
    onSettled: () => queries.invalidateQueries({ queryKey: tableKeys.all(routes.table.id) }),
  });
}

export function useUndo(routes: TableRoutes) {
  const queries = useQueryClient();
  return useMutation({
    networkMode: 'always',
    mutationFn: ({ row, number }: { row: string; number: number }) =>
      call(routes.undo, { params: { row }, body: { number } }),
    onSettled: () => queries.invalidateQueries({ queryKey: tableKeys.all(routes.table.id) }),
  });
}
