import { call } from '@liangbuwu/office/http/console/call.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import type { PageProps } from '@liangbuwu/ui/shell/desk.ts';
import { Page, Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { useQuery } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import type { School } from '../../campus.ts';
import { planCarrying, type ZoneBoard } from '../../zone/zone.contract.ts';
import { zoneMessages } from '../messages/zone.ts';
import { OfSchool, type OfSchoolChoice } from '../of-school.tsx';
import { usePermitted } from '../permitted.ts';
import type { CampusSearch } from '../search.ts';
import { LateTable } from './late-table.tsx';
import { ListDialog } from './list-dialog.tsx';
import { ReceivePanel } from './receive-panel.tsx';
import { RoundTable } from './round-table.tsx';
import { SettingsDialog } from './settings-dialog.tsx';
import { SlotTable } from './slot-table.tsx';
import { useZoneStep, zoneQuery } from './zone-queries.ts';
import { ZoneTiles } from './zone-tiles.tsx';

/** A school’s transfer zone today: how many parcels are where, who carries what next, what is late. */
export default function ZonePage({ search, setSearch }: PageProps<CampusSearch>) {
  const t = zoneMessages.use();
  return (
    <OfSchool title={t('title')} search={search} setSearch={setSearch}>
      {(chosen) => <ZoneOf {...chosen} />}
    </OfSchool>
  );
}

function ZoneOf(props: OfSchoolChoice) {
  const { school, of } = props;
  const t = zoneMessages.use();
  const format = useFormat();
  const { message } = App.useApp();
  const denied = usePermitted('campus.zone');
  const board = useQuery(zoneQuery(school.id, of.id));
  const [dialog, setDialog] = useState<'settings' | 'list'>();
  const plan = useZoneStep(
    (id) =>
      call(planCarrying, { params: { school: school.id, plan: id }, body: { response: of.id } }),
    ({ rounds }) => void message.success(t('planned', { rounds: format.number(rounds) })),
  );
  const zone = board.data?.zone;
  const waiting = board.data ? inZone(board.data) : 0;
  return (
    <Page
      title={t('title')}
      lead={t('lead', { school: school.name })}
      tools={
        <>
          {props.choice}
          <ActionButton disabledReason={denied} onClick={() => setDialog('settings')}>
            {t('settings')}
          </ActionButton>
          {zone && (
            <ActionButton disabledReason={denied} onClick={() => setDialog('list')}>
              {t('bring')}
            </ActionButton>
          )}
        </>
      }
      action={
        zone && (
          <ActionButton
            type="primary"
            loading={plan.isPending}
            disabledReason={denied ?? (waiting === 0 ? t('planNone') : undefined)}
            onClick={() => plan.mutate(undefined)}
          >
            {t('plan')}
          </ActionButton>
        )
      }
    >
      {plan.error && <ErrorState inline error={plan.error} />}
      <Loaded query={board}>
        {(data) =>
          data.zone ? (
            <ZoneParts school={school} of={of} board={data} fields={data.zone.fields} />
          ) : (
            <Panel>
              <EmptyState small title={t('none')}>
                {t(denied ? 'noneCarry' : 'noneNote')}
              </EmptyState>
            </Panel>
          )
        }
      </Loaded>
      {dialog === 'settings' && board.data && (
        <SettingsDialog
          school={school}
          response={of.id}
          zone={zone ?? undefined}
          onClose={() => setDialog(undefined)}
        />
      )}
      {dialog === 'list' && zone && (
        <ListDialog
          school={school}
          of={of}
          fields={zone.fields}
          onClose={() => setDialog(undefined)}
        />
      )}
    </Page>
  );
}

const inZone = ({ places }: ZoneBoard): number =>
  places.reduce(
    (sum, { place, parcels }) =>
      place === 'ready' || place === 'disinfecting' ? sum + parcels : sum,
    0,
  );

function ZoneParts(props: {
  school: School;
  of: Response;
  board: ZoneBoard;
  fields: NonNullable<ZoneBoard['zone']>['fields'];
}) {
  const { school, of, board, fields } = props;
  return (
    <>
      <ZoneTiles board={board} />
      <RoundTable board={board} fields={fields} now={of.now} />
      <LateTable board={board} fields={fields} />
      <ReceivePanel school={school.id} response={of.id} />
      <SlotTable school={school.id} of={of} board={board} fields={fields} />
    </>
  );
}
