import { Button } from 'antd';
import { LevelShape } from '../figures/status-tag.tsx';
import { ReloadIcon } from '../icons.ts';
import { useSay } from '../language/language.ts';
import { uiMessages } from '../messages.ts';
import { findRefusal } from './refusal.ts';
import styles from './state.module.css';

/**
 * Says what went wrong, why, and what to do about it, with the code that a helper will ask for.
 * `error` is whatever was thrown; `inline` fits it above a form or inside a panel.
 */
export function ErrorState(props: {
  error: unknown;
  onRetry?: (() => void) | undefined;
  inline?: boolean;
}) {
  const t = uiMessages.use();
  const say = useSay();
  const refusal = findRefusal(props.error);
  const cause = refusal ? say(refusal.cause) : t('error.unexpected.cause');
  const remedy = refusal ? say(refusal.remedy) : t('error.unexpected.remedy');
  const code =
    refusal?.code ?? (props.error instanceof Error ? props.error.message : String(props.error));
  return (
    <div role="alert" className={props.inline ? styles.inlineError : styles.state}>
      <span className={styles.errorShape}>
        <LevelShape level="bad" size={props.inline ? 20 : 32} />
      </span>
      <div className={styles.said}>
        <p className={styles.title}>{cause}</p>
        <p className={styles.note}>
          <span className={styles.remedyLabel}>{t('error.remedy')}</span> {remedy}
        </p>
        {refusal?.at && refusal.at.length > 0 && (
          <ul className={styles.faults} aria-label={t('error.where')}>
            {refusal.at.map((fault) => (
              <li key={fault.path + fault.code}>
                <code>{fault.path}</code> {say(fault.cause)} {say(fault.remedy)}
              </li>
            ))}
          </ul>
        )}
        <p className={styles.code}>{t('error.code', { code })}</p>
        {props.onRetry && (
          <Button className={styles.action} icon={<ReloadIcon />} onClick={props.onRetry}>
            {t('error.retry')}
          </Button>
        )}
      </div>
    </div>
  );
}
