import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import type { Column } from '@liangbuwu/ui/table/column.ts';
import { DataTable } from '@liangbuwu/ui/table/data-table.tsx';
import { type ToldClass, Urgency } from '../../told/told.ts';
import { toldMessages } from '../messages/told.ts';

/** Class by class, how many families have yet to be told. */
export function ToldClassTable(props: { classes: readonly ToldClass[]; onOpen(of: string): void }) {
  const t = toldMessages.use();
  const format = useFormat();
  const columns: Column<ToldClass>[] = [
    { id: 'name', header: t('list.class'), cell: ({ name }) => name },
    ...Urgency.options.map(
      (one): Column<ToldClass> => ({
        id: one,
        header: t(`tiles.${one}`),
        numeric: true,
        cell: ({ counts }) => format.number(counts[one]),
        sort: ({ counts }) => counts[one],
      }),
    ),
    {
      id: 'soonest',
      header: t('list.soonest'),
      cell: ({ soonest }) => (soonest ? format.date(soonest) : '—'),
      sort: ({ soonest }) => soonest,
    },
  ];
  return (
    <DataTable
      caption={t('classes')}
      rows={props.classes}
      columns={columns}
      rowKey={({ area }) => area}
      rowName={({ name }) => name}
      onOpen={({ area }) => props.onOpen(area)}
      empty={
        <EmptyState small title={t('none')}>
          {t('noneNote')}
        </EmptyState>
      }
    />
  );
}
