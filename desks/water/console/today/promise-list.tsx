import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import type { Column } from '@liangbuwu/ui/table/column.ts';
import { DataTable } from '@liangbuwu/ui/table/data-table.tsx';
import type { Level } from '@liangbuwu/ui/theme/tokens.ts';
import { useMemo } from 'react';
import { sharedMessages } from '../messages/shared.ts';
import { todayMessages } from '../messages/today.ts';
import { type Phase, type PromiseRow, phaseOf } from '../promises.ts';

const levels: Partial<Record<Phase, Level>> = {
  unspoken: 'unknown',
  kept: 'ok',
  'partly-kept': 'warn',
  disputed: 'bad',
};

/** All that is promised for the day, by time; what the two sides say differently stands side by side. */
export function PromiseList(props: {
  promises: readonly PromiseRow[];
  next: PromiseRow | undefined;
  now: number;
  pointName: (id: string) => string;
}) {
  const { promises, next, now, pointName } = props;
  const t = todayMessages.use();
  const shared = sharedMessages.use();
  const format = useFormat();
  const total = promises.reduce((sum, { litres }) => sum + litres, 0);
  const columns = useMemo<Column<PromiseRow>[]>(
    () => [
      {
        id: 'time',
        header: t('village.time'),
        cell: ({ from, to }) => format.timeRange(from, to),
        sort: ({ from }) => from,
      },
      {
        id: 'point',
        header: t('village.point'),
        inCard: 'aside',
        cell: ({ point }) => pointName(point),
        sort: ({ point }) => pointName(point),
      },
      {
        id: 'litres',
        header: t('village.litres'),
        numeric: true,
        cell: ({ litres }) => format.number(litres),
        sort: ({ litres }) => litres,
        total: () => format.number(total),
      },
      {
        id: 'giver',
        header: t('village.giver'),
        cell: ({ giverName }) => giverName,
        sort: ({ giverName }) => giverName,
      },
      {
        id: 'state',
        header: t('village.state'),
        cell: (row) => {
          const { state, said } = row;
          const phase = phaseOf(row, now);
          const word = shared(`phase.${phase}`);
          const level = levels[phase];
          const told = (litres: number | undefined) =>
            litres === undefined ? t('village.nobody') : format.litres(litres);
          return (
            <>
              {level ? <StatusTag level={level}>{word}</StatusTag> : word}
              {(state === 'disputed' || state === 'partly-kept') && (
                <>
                  {' '}
                  {t('village.said', { giver: told(said.giver), receiver: told(said.receiver) })}
                </>
              )}
            </>
          );
        },
      },
    ],
    [t, shared, format, pointName, total, now],
  );
  return (
    <Panel
      flush
      title={t('village.promises')}
      {...(promises.length > 0 && {
        note: t('village.promisesNote', {
          count: format.number(promises.length),
          litres: format.litres(total),
        }),
      })}
    >
      <DataTable
        caption={t('village.promises')}
        rows={promises}
        columns={columns}
        rowKey={({ id }) => id}
        rowName={({ point, from }) => `${format.timeOfDay(from)} ${pointName(point)}`}
        selected={next?.id}
        empty={<EmptyState small title={t('village.noneYet')} />}
      />
    </Panel>
  );
}
