import type { PlanHead, Presence } from '@liangbuwu/office/plans/contract.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { EditIcon, ScheduleIcon } from '@liangbuwu/ui/icons.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import type { PageProps } from '@liangbuwu/ui/shell/desk.ts';
import { Page, Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMemo, useState } from 'react';
import { BetterPanel } from '../better/better-panel.tsx';
import type { DeskDayView } from '../desk-day.tsx';
import { DeskDayTools } from '../desk-day-tools.tsx';
import { byHandMessages } from '../messages/by-hand.ts';
import { planMessages } from '../messages/plan.ts';
import { sharedMessages } from '../messages/shared.ts';
import { versionMessages } from '../messages/versions.ts';
import { usePermitted } from '../permitted.ts';
import type { PlanSearch } from '../search.ts';
import { useEnded } from '../use-ended.ts';
import { brokenBy } from './broken.ts';
import { BrokenNotice } from './broken-notice.tsx';
import { DecidedNote } from './by-hand/decided-note.tsx';
import { type Day, dayNames } from './day-names.ts';
import { DaysBefore } from './days-before.tsx';
import { PlanAgainDialog } from './plan-again-dialog.tsx';
import { PlanPictures } from './plan-pictures.tsx';
import { PresentPeople, useBePresent } from './presence.tsx';
import { PublishVersion } from './publish-version.tsx';
import { useFollowed } from './use-followed.ts';
import { VersionNews } from './version-news.tsx';
import { choosePlan, chooseResult, findInForce, isRunning } from './versions.ts';

/** The plan page once its day and versions are known. */
export function PlanRoom(props: {
  view: DeskDayView;
  day: Day;
  plans: readonly PlanHead[];
  present: readonly Presence[];
  wanted: string | undefined;
  setSearch: PageProps<PlanSearch>['setSearch'];
  failed: { error: unknown; refetch: () => unknown } | undefined;
}) {
  const { view, day, plans, setSearch, failed } = props;
  const t = planMessages.use();
  const shared = sharedMessages.use();
  const versions = versionMessages.use();
  const format = useFormat();
  const byHandWords = byHandMessages.use();
  const [asking, setAsking] = useState(false);
  const [byHand, setByHand] = useState(false);
  const names = useMemo(() => dayNames(day), [day]);
  const shown = choosePlan(plans, props.wanted);
  const result = chooseResult(plans, shown);
  const inForce = findInForce(plans);
  const valid = useFollowed(inForce?.id, names);
  const broken = useMemo(
    () => brokenBy(valid.followed.rides, names, { day: view.day, now: view.now }),
    [valid.followed, names, view.day, view.now],
  );
  const cannotPlan = useCannotPlan(view, day);
  const working =
    asking || byHand || (shown !== undefined && (isRunning(shown) || shown.state === 'solved'));
  useBePresent(view, working && !cannotPlan ? 'planning' : 'reading');
  const planAgain = () => setAsking(true);
  const show = (plan: string | undefined) => setSearch({ plan });

  return (
    <Page
      title={shared('plan')}
      lead={
        <>
          {view.desk.name} ·{' '}
          {inForce
            ? t('lead.inForce', {
                version: format.number(inForce.version),
                by: inForce.madeBy.name,
                at: format.instant(inForce.publishedAt),
              })
            : t('lead.none')}
          {shown &&
            shown.id !== inForce?.id &&
            ` · ${t('lead.looking', { version: format.number(shown.version) })}`}
        </>
      }
      badge={<PresentPeople present={props.present} />}
      tools={<DeskDayTools view={view} setSearch={setSearch} />}
      action={
        <>
          <ActionButton
            type={shown?.state === 'solved' ? 'default' : 'primary'}
            icon={<ScheduleIcon />}
            disabledReason={cannotPlan}
            onClick={planAgain}
          >
            {versions(plans.length > 0 ? 'again.again' : 'again.first')}
          </ActionButton>
          {result && result.id === shown?.id && (
            <ActionButton
              icon={<EditIcon />}
              aria-pressed={byHand}
              disabledReason={cannotPlan}
              onClick={() => setByHand(true)}
            >
              {byHandWords('action')}
            </ActionButton>
          )}
          {shown && (
            <PublishVersion
              key={shown.id}
              view={view}
              plan={shown}
              inForce={inForce}
              onPublished={() => show(undefined)}
              onPlanAgain={planAgain}
            />
          )}
        </>
      }
    >
      {failed && <ErrorState inline error={failed.error} onRetry={() => void failed.refetch()} />}
      {shown?.id === inForce?.id && (
        <BrokenNotice broken={broken} disabledReason={cannotPlan} onPlanAgain={planAgain} />
      )}
      {!shown && (
        <Panel>
          <EmptyState
            small
            title={t('empty.title')}
            action={
              <ActionButton type="primary" disabledReason={cannotPlan} onClick={planAgain}>
                {versions('again.first')}
              </ActionButton>
            }
          >
            {t('empty.note')}
          </EmptyState>
        </Panel>
      )}
      {shown && (
        <VersionNews
          key={shown.id}
          day={day}
          shown={shown}
          inForce={inForce}
          waitingWith={result && result.id !== shown.id ? result : undefined}
          cannotPlan={cannotPlan}
          onPlanAgain={planAgain}
          onShow={show}
        />
      )}
      {result && <DecidedNote key={`decided ${result.id}`} plan={result} day={day} names={names} />}
      {result && <DaysBefore key={`before ${result.id}`} view={view} plan={result} />}
      <PlanPictures
        key={byHand ? 'by hand' : 'shown'}
        view={view}
        day={day}
        names={names}
        plans={plans}
        shown={shown}
        result={result}
        counting={valid.followed.rides}
        cannotPlan={cannotPlan}
        onShow={show}
        byHand={byHand}
        onHandDone={() => setByHand(false)}
      />
      {result && result.id === shown?.id && (
        <BetterPanel key={`better ${result.id}`} plan={result} floors={day.floors} />
      )}
      {asking && (
        <PlanAgainDialog
          view={view}
          plans={plans}
          inForce={inForce}
          from={day.desk.from}
          onStarted={(plan) => {
            setAsking(false);
            show(plan.id);
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </Page>
  );
}

function useCannotPlan(view: DeskDayView, day: Day): string | undefined {
  const ended = useEnded(view);
  const versions = versionMessages.use();
  const notPermitted = usePermitted('water.plan');
  if (notPermitted) return notPermitted;
  if (ended) return ended;
  return view.now >= day.desk.to ? versions('again.dayOver') : undefined;
}
