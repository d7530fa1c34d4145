import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import type { Column } from '@liangbuwu/ui/table/column.ts';
import { DataTable } from '@liangbuwu/ui/table/data-table.tsx';
import type { Level } from '@liangbuwu/ui/theme/tokens.ts';
import type { Returnee } from '../../returnees/returnee.ts';
import { returneeMessages } from '../messages/returnees.ts';
import { byUrgency, has, isUnwell } from './has.ts';
import { ReturneeDetail } from './returnee-detail.tsx';

const levels: Record<Returnee['state'], Level> = {
  asking: 'warn',
  free: 'ok',
  elsewhere: 'unknown',
  home: 'unknown',
  released: 'ok',
};

export function ReturneeTable({ returnees }: { returnees: readonly Returnee[] }) {
  const t = returneeMessages.use();
  const holder = ({ holder: { name, lastFour } }: Returnee) => `${name} ${lastFour}`;
  const columns: Column<Returnee>[] = [
    { id: 'holder', header: t('list.holder'), cell: holder },
    {
      id: 'state',
      header: t('list.state'),
      inCard: 'aside',
      cell: (one) =>
        isUnwell(one) ? (
          <StatusTag level="bad">{t('state.unwell')}</StatusTag>
        ) : has(one, 'overdue') ? (
          <StatusTag level="bad">{t('state.overdue')}</StatusTag>
        ) : one.mayRelease ? (
          <StatusTag level="warn">{t('state.over')}</StatusTag>
        ) : (
          <StatusTag level={levels[one.state]}>{t(`state.${one.state}`)}</StatusTag>
        ),
    },
    { id: 'area', header: t('list.area'), cell: ({ areaName }) => areaName },
    { id: 'official', header: t('list.official'), cell: ({ official }) => official.name },
    {
      id: 'days',
      header: t('list.days'),
      cell: ({ days }) =>
        days.length === 0
          ? '—'
          : t('list.done', {
              done: days.filter(({ state }) => state === 'done').length,
              all: days.length,
            }),
    },
    { id: 'release', header: t('list.release'), cell: ({ releaseOn }) => releaseOn ?? '—' },
  ];
  return (
    <DataTable
      caption={t('list.title')}
      rows={[...returnees].sort(byUrgency)}
      columns={columns}
      rowKey={({ id }) => id}
      rowName={holder}
      rowLevel={(one) => (has(one, 'overdue') || isUnwell(one) ? 'bad' : undefined)}
      detail={(one) => <ReturneeDetail key={one.id} returnee={one} />}
      empty={<EmptyState small title={t('list.none')} />}
    />
  );
}
