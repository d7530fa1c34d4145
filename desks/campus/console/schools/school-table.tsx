import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import type { Column } from '@liangbuwu/ui/table/column.ts';
import { DataTable } from '@liangbuwu/ui/table/data-table.tsx';
import type { School } from '../../campus.ts';
import { schoolsMessages } from '../messages/schools.ts';
import { SchoolDetail } from './school-detail.tsx';

export function SchoolTable({ schools }: { schools: readonly School[] }) {
  const t = schoolsMessages.use();
  const format = useFormat();
  const columns: Column<School>[] = [
    {
      id: 'name',
      header: t('list.name'),
      cell: ({ name, invented }) => (invented ? `${name}（${t('list.invented')}）` : name),
      sort: ({ name }) => name,
    },
    {
      id: 'within',
      header: t('list.within'),
      cell: ({ withinName }) => withinName,
      sort: ({ withinName }) => withinName,
    },
    {
      id: 'boards',
      header: t('list.boards'),
      cell: ({ boards }) => t(boards ? 'list.yes' : 'list.no'),
    },
    {
      id: 'classes',
      header: t('list.classes'),
      numeric: true,
      inCard: 'aside',
      cell: ({ classes }) => format.number(classes),
      sort: ({ classes }) => classes,
    },
  ];
  return (
    <Panel flush title={t('list.title')}>
      <DataTable
        caption={t('list.title')}
        rows={schools}
        columns={columns}
        rowKey={({ id }) => id}
        rowName={({ name }) => name}
        detail={(school) => <SchoolDetail key={school.id} school={school} />}
        empty={
          <EmptyState small title={t('list.none')}>
            {t('list.noneNote')}
          </EmptyState>
        }
      />
    </Panel>
  );
}
