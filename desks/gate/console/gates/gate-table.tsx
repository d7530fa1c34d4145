import { purposeWords } from '@liangbuwu/office/rulebook/rulebook.ts';
import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import type { Column } from '@liangbuwu/ui/table/column.ts';
import { DataTable } from '@liangbuwu/ui/table/data-table.tsx';
import type { GateSetUp } from '../../gates/set-up.contract.ts';
import { gatesMessages } from '../messages/gates.ts';
import { GateDetail } from './gate-detail.tsx';

/** The gates of a response by their numbers. */
export function GateTable(props: { gates: readonly GateSetUp[]; denied: string | undefined }) {
  const t = gatesMessages.use();
  const say = useSay();
  const format = useFormat();
  const columns: Column<GateSetUp>[] = [
    { id: 'name', header: t('list.name'), cell: ({ name }) => name },
    {
      id: 'state',
      header: t('list.state'),
      inCard: 'aside',
      cell: ({ outOfUse }) => (
        <StatusTag level={outOfUse === null ? 'ok' : 'unknown'}>
          {t(outOfUse === null ? 'list.inUse' : 'list.outOfUse')}
        </StatusTag>
      ),
    },
    {
      id: 'number',
      header: t('list.number'),
      numeric: true,
      cell: ({ number }) => format.number(number),
      sort: ({ number }) => number,
    },
    { id: 'area', header: t('list.area'), cell: ({ areaName }) => areaName },
    {
      id: 'purposes',
      header: t('list.purposes'),
      cell: ({ purposes }) => purposes.map((one) => say(purposeWords[one])).join(' · '),
    },
    { id: 'place', header: t('list.place'), cell: ({ place }) => place?.name ?? '—' },
    {
      id: 'keepers',
      header: t('list.keepers'),
      numeric: true,
      cell: ({ keepers }) => format.number(keepers.length),
      sort: ({ keepers }) => keepers.length,
    },
    {
      id: 'passes',
      header: t('list.passes'),
      numeric: true,
      cell: ({ passes }) => format.number(passes),
      sort: ({ passes }) => passes,
    },
  ];
  return (
    <Panel flush title={t('list.title')} note={t('list.note')}>
      <DataTable
        caption={t('list.title')}
        rows={props.gates}
        columns={columns}
        rowKey={({ id }) => id}
        rowName={({ name }) => name}
        detail={(gate) => <GateDetail key={gate.id} gate={gate} denied={props.denied} />}
        empty={
          <EmptyState small title={t('list.none')}>
            {t('list.noneNote')}
          </EmptyState>
        }
      />
    </Panel>
  );
}
