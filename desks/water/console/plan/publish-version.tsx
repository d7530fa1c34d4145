import type { PlanHead } from '@liangbuwu/office/plans/contract.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { getSchedule, publishPlan } from '../../contract.ts';
import { secondOfDay } from '../day-time.ts';
import type { DeskDayView } from '../desk-day.tsx';
import { versionMessages } from '../messages/versions.ts';
import { usePermitted } from '../permitted.ts';
import { promisesOf } from '../promises.ts';
import { needsQuery, scheduleQuery } from '../queries.ts';
import { useEnded } from '../use-ended.ts';
import { forecast } from './forecast.ts';
import { PublishButton } from './publish-button.tsx';
import { hasResult, isRunning } from './versions.ts';

/** The publish button of the version that is looked at, with what it would do or why it can't be used. */
export function PublishVersion(props: {
  view: DeskDayView;
  plan: PlanHead;
  inForce: PlanHead | undefined;
  onPublished: () => void;
  onPlanAgain: () => void;
}) {
  const { view, plan } = props;
  const format = useFormat();
  const cannot = useCannotPublish(view, plan);
  const unseen = usePermitted(getSchedule.permission);
  const wanted = cannot === undefined && unseen === undefined;
  const schedule = useQuery({ ...scheduleQuery(plan.id), enabled: wanted });
  const needs = useQuery({ ...needsQuery(view), enabled: wanted });
  const effect = useMemo(() => {
    if (!schedule.data || !needs.data) return undefined;
    const promises = promisesOf(needs.data.needs, (instant) =>
      secondOfDay(format, instant, view.day),
    );
    return forecast(schedule.data.tankers, promises, view.now);
  }, [schedule.data, needs.data, format, view.day, view.now]);
  return (
    <PublishButton
      plan={plan}
      inForce={props.inForce}
      forecast={effect}
      disabledReason={cannot}
      onPublished={props.onPublished}
      onPlanAgain={props.onPlanAgain}
    />
  );
}

function useCannotPublish(view: DeskDayView, plan: PlanHead): string | undefined {
  const t = versionMessages.use();
  const ended = useEnded(view);
  const notPermitted = usePermitted(publishPlan.permission);
  if (notPermitted) return notPermitted;
  if (ended) return ended;
  if (plan.state === 'published') return t('publish.already');
  if (isRunning(plan)) return t('publish.unsolved');
  return hasResult(plan) ? undefined : t('publish.noResult');
}
