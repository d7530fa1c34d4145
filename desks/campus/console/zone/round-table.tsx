import { call } from '@liangbuwu/office/http/console/call.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import type { Column } from '@liangbuwu/ui/table/column.ts';
import { DataTable } from '@liangbuwu/ui/table/data-table.tsx';
import { App } from 'antd';
import { useState } from 'react';
import { leaveWithRound, type ZoneBoard } from '../../zone/zone.contract.ts';
import type { Round, ZoneFields } from '../../zone/zone.ts';
import { zoneMessages } from '../messages/zone.ts';
import { usePermitted } from '../permitted.ts';
import { SignDialog } from './sign-dialog.tsx';
import styles from './zone.module.css';
import { useZoneStep } from './zone-queries.ts';

const order: Record<Round['state'], number> = { 'under-way': 0, planned: 1, signed: 2 };

/** The rounds by what is to be done: on the way, then the next to leave, then what is signed for. */
export function RoundTable(props: { board: ZoneBoard; fields: ZoneFields; now: string }) {
  const { board, fields, now } = props;
  const t = zoneMessages.use();
  const format = useFormat();
  const { message } = App.useApp();
  const denied = usePermitted('campus.carry');
  const [signing, setSigning] = useState<Round>();
  const leave = useZoneStep(
    (step, { id }: Round) => call(leaveWithRound, { params: { round: id, step } }),
    ({ number }) => void message.success(t('rounds.left', { number: format.number(number) })),
  );
  const nameOf = (building: string) =>
    fields.buildings.find(({ id }) => id === building)?.name ?? t('rounds.building404');
  const time = (at: string) => format.findMoment(at)?.time ?? '';
  const out = new Set(
    board.rounds.filter(({ state }) => state === 'under-way').map(({ carrier }) => carrier),
  );
  const whyNot = ({ ready, carrier }: Round) => {
    if (ready !== null && Date.parse(ready) > Date.parse(now))
      return t('rounds.notReady', { at: time(ready) });
    return out.has(carrier) ? t('rounds.carrierOut') : undefined;
  };
  const rows = [...board.rounds].sort(
    (a, b) =>
      order[a.state] - order[b.state] ||
      (a.state === 'signed' ? b.number - a.number : Date.parse(a.leaves) - Date.parse(b.leaves)),
  );
  const columns: Column<Round>[] = [
    {
      id: 'number',
      header: t('rounds.number'),
      cell: ({ number }) => t('rounds.name', { number: format.number(number) }),
    },
    {
      id: 'building',
      header: t('rounds.building'),
      cell: ({ building }) => nameOf(building),
    },
    {
      id: 'carrier',
      header: t('rounds.carrier'),
      cell: ({ carrier }) => t('rounds.carrierOf', { number: format.number(carrier) }),
    },
    {
      id: 'when',
      header: t('rounds.when'),
      cell: ({ leaves, back }) => `${time(leaves)}–${time(back)}`,
    },
    {
      id: 'parcels',
      header: t('rounds.parcels'),
      numeric: true,
      cell: ({ parcels }) => format.number(parcels),
    },
    {
      id: 'state',
      header: t('rounds.state'),
      inCard: 'aside',
      cell: (round) => {
        const bad = round.missing + round.damaged > 0;
        const late = round.state === 'under-way' && Date.parse(round.back) < Date.parse(now);
        if (bad)
          return (
            <StatusTag level="warn">
              {t('rounds.exceptions', {
                missing: format.number(round.missing),
                damaged: format.number(round.damaged),
              })}
            </StatusTag>
          );
        if (round.state === 'signed')
          return <StatusTag level="ok">{t('rounds.states.signed')}</StatusTag>;
        if (late) return <StatusTag level="warn">{t('rounds.states.under-way')}</StatusTag>;
        return t(`rounds.states.${round.state}`);
      },
    },
    {
      id: 'do',
      header: '',
      inCard: 'wide',
      cell: (round) => (
        <span className={styles.do}>
          {round.state === 'planned' && (
            <ActionButton
              disabledReason={denied ?? whyNot(round)}
              loading={leave.isPending && leave.variables?.id === round.id}
              onClick={() => leave.mutate(round)}
            >
              {t('rounds.leave')}
            </ActionButton>
          )}
          {round.state === 'under-way' && (
            <ActionButton type="primary" disabledReason={denied} onClick={() => setSigning(round)}>
              {t('rounds.sign')}
            </ActionButton>
          )}
        </span>
      ),
    },
  ];
  const { plan } = board;
  return (
    <Panel
      flush
      title={t('rounds.title')}
      note={
        plan &&
        t('rounds.note', {
          at: time(plan.at),
          rounds: format.number(plan.rounds),
          ends: time(plan.ends),
          bound: time(plan.bound),
        })
      }
    >
      {leave.error && <ErrorState inline error={leave.error} />}
      <DataTable
        caption={t('rounds.title')}
        rows={rows}
        columns={columns}
        rowKey={({ id }) => id}
        rowName={({ number }) => t('rounds.name', { number: format.number(number) })}
        maxHeight={520}
        empty={
          <EmptyState small title={t('rounds.none')}>
            {t('rounds.noneNote')}
          </EmptyState>
        }
      />
      {signing && (
        <SignDialog
          round={signing}
          building={nameOf(signing.building)}
          onClose={() => setSigning(undefined)}
        />
      )}
    </Panel>
  );
}
