import type { PlanHead } from '@liangbuwu/office/plans/contract.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import type { PageProps } from '@liangbuwu/ui/shell/desk.ts';
import { Page } from '@liangbuwu/ui/shell/page.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { PageSkeleton } from '@liangbuwu/ui/state/skeleton.tsx';
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { type DeskDayView, WithDeskDay } from '../desk-day.tsx';
import { DeskDayTools } from '../desk-day-tools.tsx';
import { noticesMessages } from '../messages/notices.ts';
import { sharedMessages } from '../messages/shared.ts';
import { noticesPath } from '../paths.ts';
import { usePermitted } from '../permitted.ts';
import { choosePlan, hasResult } from '../plan/versions.ts';
import { plansQuery } from '../queries.ts';
import type { NoticeSearch } from '../search.ts';
import { DriverNotices } from './driver-notices.tsx';
import { NothingPublished } from './nothing-published.tsx';
import styles from './notices-page.module.css';
import { PosterBoard } from './poster-board.tsx';
import { editionOf } from './use-telling.ts';
import { VillageNotices } from './village-notices.tsx';

type Props = PageProps<NoticeSearch>;

/** What goes out: a notice for each village, a sheet for each driver, and the texts to send. */
export default function NoticesPage({ search, setSearch }: Props) {
  const t = sharedMessages.use();
  return (
    <WithDeskDay title={t('notices')} path={noticesPath} choosing={{ search, setSearch }}>
      {(view) => <NoticesOfDay view={view} search={search} setSearch={setSearch} />}
    </WithDeskDay>
  );
}

type By = 'village' | 'driver' | 'poster';
type OfDay = { view: DeskDayView } & Pick<Props, 'search' | 'setSearch'>;

function NoticesOfDay(props: OfDay) {
  const { view, search, setSearch } = props;
  const noPlans = usePermitted('plans.read');
  const plans = useQuery({ ...plansQuery(view), enabled: noPlans === undefined });
  const list = (plans.data?.plans ?? []).filter(hasResult);
  const plan = noPlans === undefined ? choosePlan(list, search.plan) : undefined;
  const wanted = search.by ?? 'village';
  const by = wanted === 'driver' && noPlans !== undefined ? 'village' : wanted;
  const chosen = { only: search.only, onChoose: (only: string) => setSearch({ only }) };

  const content = (): ReactNode => {
    if (by === 'poster') return <PosterBoard view={view} {...chosen} />;
    if (noPlans !== undefined) return <VillageNotices view={view} plan={undefined} {...chosen} />;
    if (plans.isPending) return <PageSkeleton />;
    if (plans.error) return <ErrorState error={plans.error} onRetry={() => void plans.refetch()} />;
    if (!plan) return <NothingPublished view={view} />;
    if (by === 'driver') return <DriverNotices view={view} plan={plan} {...chosen} />;
    return <VillageNotices view={view} plan={plan} {...chosen} />;
  };
  return (
    <NoticesFrame {...props} by={by} plans={list} plan={plan} noPlans={noPlans}>
      {content()}
    </NoticesFrame>
  );
}

function NoticesFrame(
  props: OfDay & {
    by: By;
    plans: readonly PlanHead[];
    plan: PlanHead | undefined;
    noPlans: string | undefined;
    children: ReactNode;
  },
) {
  const { view, setSearch, by, plans, plan, noPlans } = props;
  const t = noticesMessages.use();
  const shared = sharedMessages.use();
  const format = useFormat();
  const { state, version = 0 } = editionOf(plan);
  const show = (next: By) =>
    setSearch({ by: next === 'village' ? undefined : next, only: undefined });
  return (
    <Page
      title={shared('notices')}
      lead={
        <>
          {view.desk.name}
          {plan && by !== 'poster' && (
            <>
              {' · '}
              <span className={styles.basis} data-state={state}>
                {t(`basis.${state}`, { version: format.number(version) })}
              </span>
            </>
          )}
          {noPlans !== undefined && by !== 'poster' && ` · ${t('basis.unseen')}`}
        </>
      }
      tools={
        <>
          <fieldset className={styles.by} aria-label={t('by')}>
            <ActionButton
              type={by === 'village' ? 'primary' : 'default'}
              aria-pressed={by === 'village'}
              onClick={() => show('village')}
            >
              {t('byVillage')}
            </ActionButton>
            <ActionButton
              type={by === 'driver' ? 'primary' : 'default'}
              aria-pressed={by === 'driver'}
              disabledReason={noPlans}
              onClick={() => show('driver')}
            >
              {t('byDriver')}
            </ActionButton>
            <ActionButton
              type={by === 'poster' ? 'primary' : 'default'}
              aria-pressed={by === 'poster'}
              onClick={() => show('poster')}
            >
              {t('byPoster')}
            </ActionButton>
          </fieldset>
          {plan && by !== 'poster' && plans.length > 1 && (
            <Select
              aria-label={t('version')}
              value={plan.id}
              onChange={(id) => setSearch({ plan: id })}
              popupMatchSelectWidth={false}
              options={plans.map((one) => ({
                value: one.id,
                label: t('versionOf', {
                  version: format.number(one.version),
                  state: shared(`planState.${one.state}`),
                }),
              }))}
            />
          )}
          {by !== 'poster' && <DeskDayTools view={view} setSearch={setSearch} />}
        </>
      }
    >
      {props.children}
    </Page>
  );
}
