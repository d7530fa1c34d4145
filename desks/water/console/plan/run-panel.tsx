import { call } from '@liangbuwu/office/http/console/call.ts';
import { type PlanHead, stopPlan } from '@liangbuwu/office/plans/contract.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { StopIcon } from '@liangbuwu/ui/icons.ts';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation } from '@tanstack/react-query';
import { Progress } from 'antd';
import type { Floors } from '../../water.ts';
import { CourseCharts } from '../better/course-charts.tsx';
import { useCourse } from '../better/use-course.ts';
import { useRoomWords } from '../better/use-room-words.ts';
import { versionMessages } from '../messages/versions.ts';
import styles from './run-panel.module.css';

/** A plan that is being solved: how far it is, how the shortage falls, and the way to stop it. */
export function RunPanel(props: {
  plan: PlanHead;
  floors: Floors;
  cannotStop: string | undefined;
}) {
  const { plan, floors } = props;
  const { progress } = plan;
  const t = versionMessages.use();
  const say = useSay();
  const format = useFormat();
  const stop = useMutation({ mutationFn: () => call(stopPlan, { params: { plan: plan.id } }) });
  const { course } = useCourse(plan);
  const room = useRoomWords(course, floors, true);
  const best = course.points.at(-1);
  const version = format.number(plan.version);
  const queued = plan.state === 'queued';
  const asked = stop.isPending || stop.isSuccess;
  return (
    <Panel
      title={t(queued ? 'run.queued' : 'run.solving', { version })}
      note={t('run.by', { by: plan.madeBy.name })}
      tools={
        <ActionButton
          icon={<StopIcon />}
          loading={asked}
          disabledReason={props.cannotStop}
          onClick={() => stop.mutate()}
        >
          {asked ? t('run.stopping') : t(queued ? 'run.stopQueued' : 'run.stop')}
        </ActionButton>
      }
    >
      <div className={styles.run}>
        <Progress
          percent={
            progress && progress.of > 0
              ? Math.min(100, Math.round((progress.seconds / progress.of) * 100))
              : 0
          }
          status="active"
          showInfo={false}
          aria-label={t(queued ? 'run.queued' : 'run.solving', { version })}
        />
        <p className={styles.time}>
          {progress && (
            <>
              <span>
                {t('run.time', {
                  seconds: format.number(progress.seconds),
                  of: format.number(progress.of),
                })}
              </span>
              <span>{t('run.tried', { count: format.number(progress.iterations) })}</span>
            </>
          )}
        </p>
        {best && (
          <>
            <div>
              <p className={styles.label}>{t('run.hardship')}</p>
              <dl className={styles.tiers}>
                {floors.tiers.map((tier, at) => (
                  <div key={tier.name} className={styles.tier}>
                    <dt>{say(tier.label)}</dt>
                    <dd className={styles.figure}>{format.number(best.hardship[at], 1)}</dd>
                  </div>
                ))}
              </dl>
            </div>
            <p className={styles.room}>{room}</p>
            <CourseCharts course={course} floors={floors} running of={progress?.of} />
          </>
        )}
        {stop.error && <ErrorState inline error={stop.error} />}
      </div>
    </Panel>
  );
}
