import type { PlanHead } from '@liangbuwu/office/plans/contract.ts';
import { PrintIcon } from '@liangbuwu/ui/icons.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { AppLink, useNavigateTo } from '@liangbuwu/ui/shell/app-link.tsx';
import type { PageProps } from '@liangbuwu/ui/shell/desk.ts';
import { Page, Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { TableSkeleton } from '@liangbuwu/ui/state/skeleton.tsx';
import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useMemo, useState } from 'react';
import { type DeskDayView, WithDeskDay } from '../desk-day.tsx';
import { DeskDayTools } from '../desk-day-tools.tsx';
import { sharedMessages } from '../messages/shared.ts';
import { timetableMessages } from '../messages/timetable.ts';
import { noticesPath, planPath, timetablePath } from '../paths.ts';
import { type Day, dayNames } from '../plan/day-names.ts';
import { EstimateNote } from '../plan/estimate-note.tsx';
import { useFollowed } from '../plan/use-followed.ts';
import { choosePlan, chooseResult } from '../plan/versions.ts';
import { dayQuery, plansQuery } from '../queries.ts';
import { hrefOf, type PlanSearch } from '../search.ts';
import { DriverSheetPanel } from './driver-sheet.tsx';
import { driverSheets } from './sheets.ts';

type SetSearch = PageProps<PlanSearch>['setSearch'];

/** The timetable as tables, tanker by tanker. The sheets that drivers are handed are among the notices. */
export default function TimetablePage({ search, setSearch }: PageProps<PlanSearch>) {
  const t = sharedMessages.use();
  return (
    <WithDeskDay title={t('timetable')} path={timetablePath} choosing={{ search, setSearch }}>
      {(view) => <TimetableOfDay view={view} search={search} setSearch={setSearch} />}
    </WithDeskDay>
  );
}

function TimetableOfDay(props: { view: DeskDayView; search: PlanSearch; setSearch: SetSearch }) {
  const { view, search, setSearch } = props;
  const shared = sharedMessages.use();
  const t = timetableMessages.use();
  const day = useQuery(dayQuery(view));
  const plans = useQuery(plansQuery(view));
  if (day.data && plans.data) {
    const list = plans.data.plans;
    const result = chooseResult(list, choosePlan(list, search.plan));
    if (result) return <Sheets view={view} day={day.data} plan={result} setSearch={setSearch} />;
  }
  const failed = [day, plans].find(({ status }) => status === 'error');
  return (
    <Page title={shared('timetable')} tools={<DeskDayTools view={view} setSearch={setSearch} />}>
      {failed ? (
        <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />
      ) : day.isPending || plans.isPending ? (
        <TableSkeleton rows={12} />
      ) : (
        <Panel>
          <EmptyState
            title={t('none.title')}
            action={<AppLink href={addressOf(view, undefined)}>{t('none.action')}</AppLink>}
          >
            {t('none.note')}
          </EmptyState>
        </Panel>
      )}
    </Page>
  );
}

const addressOf = ({ response, area, day }: DeskDayView, plan: string | undefined) =>
  hrefOf(planPath, { response, area, day, ...(plan && { plan }) });

function Sheets(props: { view: DeskDayView; day: Day; plan: PlanHead; setSearch: SetSearch }) {
  const { view, day, plan } = props;
  const shared = sharedMessages.use();
  const t = timetableMessages.use();
  const format = useFormat();
  const navigate = useNavigateTo();
  const [tanker, setTanker] = useState('all');
  const names = useMemo(() => dayNames(day), [day]);
  const { query, schedule, followed } = useFollowed(plan.id, names);
  const sheets = useMemo(
    () => driverSheets(schedule, followed.rides, names),
    [schedule, followed, names],
  );
  const shown = tanker === 'all' ? sheets : sheets.filter((sheet) => sheet.tanker?.id === tanker);
  return (
    <Page
      title={shared('timetable')}
      lead={
        <>
          {t('lead', {
            desk: view.desk.name,
            day: format.date(view.day),
            version: format.number(plan.version),
            state: shared(`planState.${plan.state}`),
          })}
          {day.estimatedWays > 0 && ' · '}
          <EstimateNote day={day} />
        </>
      }
      tools={
        <>
          <AppLink href={addressOf(view, plan.id)}>{t('back')}</AppLink>
          <Select
            aria-label={t('show')}
            value={tanker}
            onChange={setTanker}
            popupMatchSelectWidth={false}
            options={[
              { value: 'all', label: t('all') },
              ...day.tankers.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <DeskDayTools view={view} setSearch={props.setSearch} />
        </>
      }
      action={
        <Button
          type="primary"
          icon={<PrintIcon />}
          onClick={() =>
            navigate(
              hrefOf(noticesPath, {
                response: view.response,
                area: view.area,
                day: view.day,
                plan: plan.id,
                by: 'driver',
              }),
            )
          }
        >
          {t('print')}
        </Button>
      }
    >
      {query.isPending && <TableSkeleton rows={12} />}
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && shown.length === 0 && (
        <Panel>
          <EmptyState small title={t('idle')} />
        </Panel>
      )}
      {shown.map((sheet) => (
        <DriverSheetPanel key={sheet.id} sheet={sheet} day={day} />
      ))}
    </Page>
  );
}
