import type { OutputOf } from '@liangbuwu/office/http/contract.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { useNavigateTo } from '@liangbuwu/ui/shell/app-link.tsx';
import type { PageProps } from '@liangbuwu/ui/shell/desk.ts';
import { Page, Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { getGap } from '../../contract.ts';
import { secondOfDay } from '../day-time.ts';
import { type DeskDayView, WithDeskDay } from '../desk-day.tsx';
import { DeskDayTools } from '../desk-day-tools.tsx';
import { sharedMessages } from '../messages/shared.ts';
import { todayMessages } from '../messages/today.ts';
import { planPath, todayPath } from '../paths.ts';
import { usePermitted } from '../permitted.ts';
import { findNext, isUnspoken, promisesOf } from '../promises.ts';
import { gapQuery, needsQuery } from '../queries.ts';
import { type DeskSearch, hrefOf } from '../search.ts';
import { readSheet } from '../standing.ts';
import { useEnded } from '../use-ended.ts';
import { BasisBadge } from './basis-badge.tsx';
import { ExitPanel } from './exit-panel.tsx';
import { ExpiringPanel } from './expiring-panel.tsx';
import { FloorsPopover } from './floors-popover.tsx';
import { GapTiles } from './gap-tiles.tsx';
import { HeadlineBanner } from './headline-banner.tsx';
import { NextTanker } from './next-tanker.tsx';
import { PromiseList } from './promise-list.tsx';
import { RunwayPanel } from './runway-panel.tsx';
import { SincePanel } from './since-panel.tsx';
import { VillageTable } from './village-table.tsx';

type Gap = OutputOf<typeof getGap>;

/** The desk's first page: who is below which floor today, and why. */
export default function TodayPage({ search, setSearch }: PageProps<DeskSearch>) {
  const t = sharedMessages.use();
  return (
    <WithDeskDay title={t('today')} path={todayPath} choosing={{ search, setSearch }}>
      {(view) => <Today view={view} setSearch={setSearch} />}
    </WithDeskDay>
  );
}

function Today({
  view,
  setSearch,
}: {
  view: DeskDayView;
  setSearch: PageProps<DeskSearch>['setSearch'];
}) {
  const t = sharedMessages.use();
  const gap = useQuery(gapQuery(view));
  const notPlanner = usePermitted('water.plan');
  const noPlans = usePermitted('plans.read');
  const planHref = hrefOf(planPath, { ...addressOf(view) });
  return (
    <Page
      title={t('today')}
      lead={
        gap.data && (
          <>
            {view.desk.name} ·{' '}
            <BasisBadge
              published={gap.data.basis === 'published'}
              plan={gap.data.plan}
              href={noPlans ? undefined : planHref}
            />
          </>
        )
      }
      tools={
        <>
          {gap.data && (
            <FloorsPopover
              floors={gap.data.sheet.floors}
              lossPercent={gap.data.sheet.lossPercent}
            />
          )}
          <DeskDayTools view={view} setSearch={setSearch} />
        </>
      }
    >
      <Loaded query={gap}>
        {(data) => (
          <TodaySheet view={view} gap={data} planHref={planHref} notPlanner={notPlanner} />
        )}
      </Loaded>
    </Page>
  );
}

function TodaySheet(props: {
  view: DeskDayView;
  gap: Gap;
  planHref: string;
  notPlanner: string | undefined;
}) {
  const { view, gap, notPlanner } = props;
  const t = todayMessages.use();
  const format = useFormat();
  const navigate = useNavigateTo();
  const sheet = useMemo(() => readSheet(gap.sheet), [gap.sheet]);
  const needs = useQuery(needsQuery(view));
  const promises = useMemo(
    () => promisesOf(needs.data?.needs ?? [], (instant) => secondOfDay(format, instant, view.day)),
    [needs.data, format, view.day],
  );
  const pointName = useMemo(() => {
    const names = new Map(
      sheet.villages.flatMap(({ points }) => points.map(({ id, name }) => [id, name] as const)),
    );
    return (id: string) => names.get(id) ?? '—';
  }, [sheet]);
  const published = gap.basis === 'published';
  // The needs are read by response and day: another desk's are not this page's business.
  const own = useMemo(
    () => promises.filter(({ point }) => pointName(point) !== '—'),
    [promises, pointName],
  );
  const next = findNext(own, view.now);
  const village = !view.desk.whole;
  const notMeasurer = usePermitted('water.measure');
  const notWriter = usePermitted('water.write');
  const ended = useEnded(view);
  return (
    <>
      <HeadlineBanner view={view} sheet={sheet} basis={gap.basis} />
      {!published && sheet.villages.length > 0 && (
        <Panel>
          <EmptyState
            small
            title={t('noPlan.title')}
            action={
              !village && (
                <ActionButton
                  type="primary"
                  disabledReason={notPlanner}
                  onClick={() => navigate(props.planHref)}
                >
                  {t('noPlan.action')}
                </ActionButton>
              )
            }
          >
            {t(notPlanner ? 'noPlan.noteReader' : 'noPlan.note')}
          </EmptyState>
        </Panel>
      )}
      {village ? (
        <NextTanker next={next} any={own.length > 0} now={view.now} pointName={pointName} />
      ) : (
        <>
          <GapTiles sheet={sheet} />
          <SincePanel view={view} floors={sheet.floors} />
          <ExpiringPanel of={view} />
        </>
      )}
      {needs.error && (
        <ErrorState inline error={needs.error} onRetry={() => void needs.refetch()} />
      )}
      {village && <PromiseList promises={own} next={next} now={view.now} pointName={pointName} />}
      <Panel flush title={t('table.title')} note={t('table.note')}>
        <VillageTable
          sheet={sheet}
          promises={own}
          opened={village ? sheet.villages.map(({ area }) => area) : []}
          adds={published && view.desk.whole && own.every(isUnspoken)}
          now={view.now}
          measuring={{ response: view.response, disabledReason: notMeasurer ?? ended }}
        />
      </Panel>
      {!village && (
        <>
          {view.day >= view.of.today && <RunwayPanel of={view} />}
          <ExitPanel view={view} notWriter={notWriter ?? ended} />
        </>
      )}
    </>
  );
}

const addressOf = ({ response, area, day, isToday }: DeskDayView) => ({
  response,
  area,
  ...(!isToday && { day }),
});
