import { call } from '@liangbuwu/office/http/console/call.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import type { Column } from '@liangbuwu/ui/table/column.ts';
import { DataTable } from '@liangbuwu/ui/table/data-table.tsx';
import { App } from 'antd';
import { listParcels, receiveParcels, type ZoneBoard } from '../../zone/zone.contract.ts';
import { mostAtOnce, type ZoneFields } from '../../zone/zone.ts';
import { zoneMessages } from '../messages/zone.ts';
import { usePermitted } from '../permitted.ts';
import { useZoneStep } from './zone-queries.ts';

type Row = ZoneBoard['slots'][number];

/** Today’s slots; what was brought in one is received at once. */
export function SlotTable(props: {
  school: string;
  of: Response;
  board: ZoneBoard;
  fields: ZoneFields;
}) {
  const { school, of, board, fields } = props;
  const t = zoneMessages.use();
  const format = useFormat();
  const { message } = App.useApp();
  const denied = usePermitted('campus.zone');
  const receive = useZoneStep(
    async (step, { day, slot }: Row) => {
      const query = { response: of.id, day, slot };
      const { parcels } = await call(listParcels, { params: { school }, query });
      const codes = parcels
        .filter(({ place }) => place === 'outside')
        .map(({ code }) => code)
        .slice(0, mostAtOnce);
      // Pressed again after a lost answer: they are in already.
      if (codes.length === 0) return { received: 0, before: parcels.length };
      return call(receiveParcels, {
        params: { school, step },
        body: { response: of.id, codes },
      });
    },
    ({ received, before }) => {
      const said = { received: format.number(received), before: format.number(before) };
      void message.success(t('receive.said', said));
    },
  );
  const columns: Column<Row>[] = [
    {
      id: 'slot',
      header: t('slots.slot'),
      cell: ({ slot }) => format.timeRange(slot * 60, (slot + fields.slot) * 60),
    },
    {
      id: 'booked',
      header: t('slots.booked'),
      numeric: true,
      cell: ({ booked }) => `${format.number(booked)} / ${format.number(fields.perSlot)}`,
    },
    {
      id: 'outside',
      header: t('slots.outside'),
      numeric: true,
      cell: ({ outside }) => format.number(outside),
    },
    {
      id: 'do',
      header: '',
      inCard: 'wide',
      cell: (row) => (
        <ActionButton
          size="small"
          disabledReason={denied ?? (row.outside === 0 ? t('slots.done') : undefined)}
          loading={receive.isPending && receive.variables?.slot === row.slot}
          onClick={() => receive.mutate(row)}
        >
          {t('slots.all')}
        </ActionButton>
      ),
    },
  ];
  return (
    <Panel flush title={t('slots.title')}>
      {receive.error && <ErrorState inline error={receive.error} />}
      <DataTable
        caption={t('slots.title')}
        rows={board.slots.filter(({ day }) => day === of.today)}
        columns={columns}
        rowKey={({ slot }) => String(slot)}
        rowName={({ slot }) => format.timeOfDay(slot * 60)}
        empty={<EmptyState small title={t('slots.none')} />}
      />
    </Panel>
  );
}
