import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { call } from '../../http/console/call.ts';
import type { AnyRow, TableRoutes } from './queries.ts';

const every = 20_000;

/** Tells colleagues that one edits a row, as long as it is open, and says who else does. */
export function useEditing(
  routes: TableRoutes,
  row: AnyRow | undefined,
  mayWrite: boolean,
): string[] {
  const [tab] = useState(() => newId());
  const id = row?.id;
  const on = mayWrite && id !== undefined;
  const { data } = useQuery({
    queryKey: ['tables-editing', id ?? '', tab],
    enabled: on,
    refetchInterval: every,
    gcTime: 0,
    retry: false,
    queryFn: ({ signal }) =>
      call(routes.edit, { params: { row: id ?? '', tab }, body: { editing: true } }, { signal }),
  });
  useEffect(() => {
    if (!on) return;
    return () => {
      // Being seen is a courtesy: what is not heard runs out by itself.
      call(routes.edit, { params: { row: id, tab }, body: { editing: false } }).catch(
        () => undefined,
      );
    };
  }, [routes, on, id, tab]);
  return (data?.others ?? []).map(({ name }) => name);
}
