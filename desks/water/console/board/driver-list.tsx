import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import type { Column } from '@liangbuwu/ui/table/column.ts';
import { DataTable } from '@liangbuwu/ui/table/data-table.tsx';
import { useMemo } from 'react';
import type { BoardSheet, DriverState } from '../../board/board-sheet.ts';
import type { DeskDayView } from '../desk-day.tsx';
import { boardMessages } from '../messages/board.ts';

const told = ['filled', 'arrived', 'emptied', 'delayed', 'way-closed', 'broken-down'] as const;

/** Who has received the plan in force, and what was heard of each tanker last. No order of merit: by name. */
export function DriverList({ view, sheet }: { view: DeskDayView; sheet: BoardSheet }) {
  const t = boardMessages.use();
  const format = useFormat();
  const columns = useMemo<Column<DriverState>[]>(() => {
    const clock = (at: string) => format.findMoment(at)?.time ?? '—';
    return [
      { id: 'tanker', header: t('driver.tanker'), cell: ({ name }) => name },
      {
        id: 'accepted',
        header: t('driver.accepted'),
        inCard: 'aside',
        cell: ({ accepted }) =>
          sheet.plan === null ? (
            '—'
          ) : (
            <StatusTag plain level={accepted ? 'ok' : 'unknown'}>
              {t(accepted ? 'driver.yes' : 'driver.no')}
            </StatusTag>
          ),
      },
      {
        id: 'last',
        header: t('driver.last'),
        cell: ({ last }) => {
          if (!last) return t('driver.never');
          const kind = told.find((one) => one === last.kind) ?? 'other';
          return t(`driver.did.${kind}`, {
            time: clock(last.at),
            litres: format.litres(last.litres),
            minutes: format.number(last.minutes),
          });
        },
      },
      {
        id: 'behind',
        header: t('promise.state'),
        cell: ({ behind }) =>
          behind === null ? '—' : t('driver.behind', { minutes: format.number(behind) }),
      },
    ];
  }, [t, format, sheet.plan]);
  return (
    <Panel flush title={t('driver.title')}>
      <DataTable
        key={view.day}
        caption={t('driver.title')}
        rows={sheet.drivers}
        columns={columns}
        rowKey={({ tanker }) => tanker}
        rowName={({ name }) => name}
      />
    </Panel>
  );
}
