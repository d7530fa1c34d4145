import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import type { Column } from '@liangbuwu/ui/table/column.ts';
import { DataTable } from '@liangbuwu/ui/table/data-table.tsx';
import type { ZoneBoard } from '../../zone/zone.contract.ts';
import type { ParcelLine, ZoneFields } from '../../zone/zone.ts';
import { zoneMessages } from '../messages/zone.ts';

/** What somebody should look after now. */
export function LateTable({ board, fields }: { board: ZoneBoard; fields: ZoneFields }) {
  const t = zoneMessages.use();
  const format = useFormat();
  if (board.lates === 0) return null;
  const columns: Column<ParcelLine>[] = [
    { id: 'code', header: t('late.code'), cell: ({ code }) => code.replace(/^(.{4})/, '$1-') },
    {
      id: 'building',
      header: t('late.building'),
      cell: ({ building }) =>
        fields.buildings.find(({ id }) => id === building)?.name ?? t('rounds.building404'),
    },
    {
      id: 'why',
      header: t('late.why'),
      cell: ({ late }) => late && t(`late.whys.${late}`),
    },
    {
      id: 'slot',
      header: t('late.slot'),
      cell: ({ day, slot }) => `${format.date(day)} ${format.timeOfDay(slot * 60)}`,
    },
  ];
  return (
    <Panel
      flush
      title={t('late.title')}
      note={t('late.note', { count: format.number(board.lates) })}
    >
      <DataTable
        caption={t('late.title')}
        rows={board.late}
        columns={columns}
        rowKey={({ id }) => id}
        rowName={({ code }) => code}
        maxHeight={360}
      />
    </Panel>
  );
}
