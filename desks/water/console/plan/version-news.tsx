import { type PlanHead, stopPlan } from '@liangbuwu/office/plans/contract.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { Button } from 'antd';
import { planMessages } from '../messages/plan.ts';
import { versionMessages } from '../messages/versions.ts';
import { usePermitted } from '../permitted.ts';
import type { Day } from './day-names.ts';
import { DraftPanel } from './draft-panel.tsx';
import { RunPanel } from './run-panel.tsx';
import { hasResult, isRunning } from './versions.ts';

type Props = {
  day: Day;
  shown: PlanHead;
  inForce: PlanHead | undefined;
  /** What is shown meanwhile, while the version itself has no result. */
  waitingWith: PlanHead | undefined;
  cannotPlan: string | undefined;
  onPlanAgain: () => void;
  onShow: (plan: string | undefined) => void;
};

/** What is to be said of the version that is looked at; nothing of the one in force. */
export function VersionNews(props: Props) {
  const { shown, inForce, waitingWith } = props;
  const t = planMessages.use();
  const format = useFormat();
  const cannotStop = usePermitted(stopPlan.permission);
  if (shown.state === 'published') return null;
  return (
    <>
      {isRunning(shown) && (
        <RunPanel plan={shown} floors={props.day.floors} cannotStop={cannotStop} />
      )}
      {(shown.state === 'failed' || shown.state === 'stopped') && <EndedPanel {...props} />}
      {hasResult(shown) && <DraftPanel plan={shown} inForce={inForce} floors={props.day.floors} />}
      {waitingWith?.state === 'published' && (
        <p>
          {t(isRunning(shown) ? 'waiting' : 'below', {
            version: format.number(waitingWith.version),
          })}
        </p>
      )}
    </>
  );
}

function EndedPanel({ shown, inForce, cannotPlan, onPlanAgain, onShow }: Props) {
  const t = versionMessages.use();
  const say = useSay();
  const format = useFormat();
  const version = format.number(shown.version);
  const failed = shown.state === 'failed';
  return (
    <Panel
      title={t(failed ? 'ended.failed' : 'ended.stopped', { version })}
      tools={
        <>
          {inForce && <Button onClick={() => onShow(undefined)}>{t('ended.back')}</Button>}
          <ActionButton type="primary" disabledReason={cannotPlan} onClick={onPlanAgain}>
            {t('ended.again')}
          </ActionButton>
        </>
      }
    >
      {failed && shown.failure ? <p>{say(shown.failure)}</p> : <p>{t('ended.keeps')}</p>}
    </Panel>
  );
}
