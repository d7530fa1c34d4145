import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { TableSkeleton } from '@liangbuwu/ui/state/skeleton.tsx';
import type { Column } from '@liangbuwu/ui/table/column.ts';
import { DataTable } from '@liangbuwu/ui/table/data-table.tsx';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { DifferingPoint } from '../../households.contract.ts';
import { registerMessages } from '../messages/registers.ts';
import { differingQuery } from '../queries.ts';

/** Points that are planned for other numbers of people than are registered; pressing one shows its households. */
export function DifferingPoints(props: { response: string; onOpen: (place: string) => void }) {
  const t = registerMessages.use();
  const format = useFormat();
  const query = useQuery(differingQuery(props.response));
  const columns = useMemo<Column<DifferingPoint>[]>(
    () => [
      { id: 'name', header: t('differing.point'), cell: ({ name }) => name },
      { id: 'village', header: t('differing.village'), cell: ({ village }) => village },
      {
        id: 'planned',
        header: t('differing.planned'),
        numeric: true,
        cell: ({ planned }) => format.number(planned),
        sort: ({ planned }) => planned,
      },
      {
        id: 'registered',
        header: t('differing.registered'),
        numeric: true,
        cell: ({ registered }) => format.number(registered),
        sort: ({ registered }) => registered,
      },
      {
        id: 'households',
        header: t('differing.households'),
        numeric: true,
        cell: ({ households }) => format.number(households),
        sort: ({ households }) => households,
      },
    ],
    [t, format],
  );
  return (
    <Loaded query={query} waiting={<TableSkeleton />}>
      {({ points, total }) => (
        <DataTable
          caption={t('differing.found')}
          rows={points}
          columns={columns}
          rowKey={({ place }) => place}
          rowName={({ name }) => name}
          onOpen={({ place }) => props.onOpen(place)}
          footer={
            total > points.length &&
            t('differing.most', {
              shown: format.number(points.length),
              total: format.number(total),
            })
          }
        />
      )}
    </Loaded>
  );
}
