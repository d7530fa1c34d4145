import type { PlanHead } from '@liangbuwu/office/plans/contract.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import type { Floors } from '../../water.ts';
import { sharedMessages } from '../messages/shared.ts';
import { versionMessages } from '../messages/versions.ts';
import { PlanState } from '../plan-state.tsx';
import { RenameButton } from './rename-button.tsx';
import { useScoreWords } from './score-words.ts';
import styles from './versions-panel.module.css';

/** Every version of the day, newest first, with what it achieves in words. */
export function VersionsPanel(props: {
  plans: readonly PlanHead[];
  floors: Floors;
  shown: string | undefined;
  onShow: (plan: string) => void;
}) {
  const t = versionMessages.use();
  const shared = sharedMessages.use();
  const format = useFormat();
  const words = useScoreWords(props.floors);
  return (
    <Panel flush>
      {props.plans.length === 0 && <p className={styles.none}>{t('none')}</p>}
      <ul aria-label={t('title')}>
        {props.plans.map((plan) => {
          const at = plan.publishedAt
            ? shared('publishedAt', { at: format.instant(plan.publishedAt) })
            : shared('madeAt', { at: format.instant(plan.madeAt) });
          return (
            <li
              key={plan.id}
              className={styles.version}
              {...(plan.id === props.shown && { 'aria-current': 'true' as const })}
            >
              <span className={styles.head}>
                <button type="button" className={styles.name} onClick={() => props.onShow(plan.id)}>
                  {shared('version', { version: format.number(plan.version) })}
                  {plan.name && ` ${plan.name}`}
                </button>
                <span>
                  <PlanState state={plan.state} />
                  <RenameButton plan={plan} />
                </span>
              </span>
              <span className={styles.about}>
                {shared('ofPlan', { by: plan.madeBy.name })} · {at}
              </span>
              {plan.score && <span className={styles.score}>{words(plan.score)}</span>}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
