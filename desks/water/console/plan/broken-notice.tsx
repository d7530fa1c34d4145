import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { LevelShape } from '@liangbuwu/ui/figures/status-tag.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { planMessages } from '../messages/plan.ts';
import type { Broken } from './broken.ts';
import styles from './broken-notice.module.css';

/** The plan in force rests on something that is no longer there: says what, and leads to planning again. */
export function BrokenNotice(props: {
  broken: readonly Broken[];
  disabledReason: string | undefined;
  onPlanAgain: () => void;
}) {
  const t = planMessages.use();
  const format = useFormat();
  if (props.broken.length === 0) return null;
  return (
    <section className={styles.notice} role="alert">
      <LevelShape level="warn" size={24} />
      <div className={styles.words}>
        <p className={styles.title}>{t('broken.title')}</p>
        <ul>
          {props.broken.map(({ kind, id, name, why, stops, litres }) => (
            <li key={id}>
              {t(`broken.${kind}`, {
                name,
                why: t(`resources.state.${why}`),
                stops: format.number(stops),
                litres: format.litres(litres),
              })}
            </li>
          ))}
        </ul>
      </div>
      <ActionButton
        type="primary"
        disabledReason={props.disabledReason}
        onClick={props.onPlanAgain}
      >
        {t('broken.action')}
      </ActionButton>
    </section>
  );
}
