import { plan } from '@liangbuwu/sampling/plan.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import type { Column } from '@liangbuwu/ui/table/column.ts';
import { DataTable } from '@liangbuwu/ui/table/data-table.tsx';
import { useMemo } from 'react';
import { peopleIn, problemOf, type SamplingSession } from '../../sampling/session.ts';
import { samplingMessages } from '../messages/sampling.ts';

export function SessionTable(props: {
  sessions: readonly SamplingSession[];
  chosen: string | undefined;
  onOpen: (id: string) => void;
}) {
  const t = samplingMessages.use();
  const format = useFormat();
  const rows = useMemo(
    () =>
      props.sessions.map((session) => {
        const { tubes, seconds } = plan(problemOf(session));
        return { ...session, tubes, seconds };
      }),
    [props.sessions],
  );
  const columns: Column<(typeof rows)[number]>[] = [
    {
      id: 'when',
      header: t('list.when'),
      cell: ({ day, start }) => `${format.date(day)} ${format.timeOfDay(start)}`,
    },
    { id: 'place', header: t('list.place'), cell: ({ place }) => place },
    {
      id: 'people',
      header: t('list.people'),
      numeric: true,
      cell: (row) => format.number(peopleIn(row)),
    },
    {
      id: 'tubes',
      header: t('list.tubes'),
      numeric: true,
      cell: ({ tubes }) => format.number(tubes),
    },
    {
      id: 'lasts',
      header: t('list.lasts'),
      numeric: true,
      cell: ({ seconds }) => format.duration(seconds),
    },
  ];
  return (
    <Panel flush title={t('list.title')}>
      <DataTable
        caption={t('list.title')}
        rows={rows}
        columns={columns}
        rowKey={({ id }) => id}
        rowName={({ day, place }) => `${format.date(day)} ${place}`}
        selected={props.chosen}
        onOpen={({ id }) => props.onOpen(id)}
        empty={
          <EmptyState small title={t('list.none')}>
            {t('list.noneNote')}
          </EmptyState>
        }
      />
    </Panel>
  );
}
