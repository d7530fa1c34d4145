import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import type { Column } from '@liangbuwu/ui/table/column.ts';
import { DataTable } from '@liangbuwu/ui/table/data-table.tsx';
import { type MorningClass, MorningState, morningWords } from '../../morning/morning.ts';
import { morningMessages } from '../messages/morning.ts';

const shown: readonly MorningState[] = ['arrived', 'awaited', 'refused', 'waits', 'gone'];

/** Class by class: who is expected in this batch, and how it stands. */
export function ClassTable(props: { classes: readonly MorningClass[]; onOpen(of: string): void }) {
  const t = morningMessages.use();
  const say = useSay();
  const format = useFormat();
  const columns: Column<MorningClass>[] = [
    { id: 'name', header: t('list.class'), cell: ({ name }) => name },
    {
      id: 'when',
      header: t('list.when'),
      cell: ({ arrival, coming }) =>
        coming
          ? `${coming.from}–${coming.to} ${coming.gate}`
          : arrival
            ? format.instant(arrival)
            : '—',
    },
    {
      id: 'expected',
      header: t('tiles.expected'),
      numeric: true,
      cell: ({ expected }) => format.number(expected),
      sort: ({ expected }) => expected,
    },
    ...shown.map(
      (state): Column<MorningClass> => ({
        id: state,
        header: say(morningWords[state]),
        numeric: true,
        cell: ({ counts }) => format.number(counts[state]),
        sort: ({ counts }) => counts[state],
      }),
    ),
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
        <EmptyState small title={t('list.none')}>
          {t('list.noneNote')}
        </EmptyState>
      }
    />
  );
}
