import { CheckIcon } from '@liangbuwu/ui/icons.ts';
import { responsesMessages } from './messages.ts';
import styles from './responses.module.css';
import type { Standing } from './standing.ts';

const names = ['propose', 'wait', 'confirm', 'done'] as const;
/** The step that is next, by state. */
const at = { open: 0, closing: 1, objected: 1, due: 2, closed: 4 } as const;

/** How far a closing has come, as the four things that have to happen. */
export function Steps({ state }: { state: Standing['state'] }) {
  const t = responsesMessages.use();
  return (
    <ol className={styles.steps} aria-label={t('stepsLabel')}>
      {names.map((name, number) => {
        const is = number < at[state] ? 'done' : number === at[state] ? 'now' : 'later';
        return (
          <li key={name} className={styles.step} data-is={is} aria-current={is === 'now' && 'step'}>
            <span className={styles.mark} aria-hidden="true">
              {is === 'done' ? <CheckIcon /> : number + 1}
            </span>
            {t(`steps.${name}`)}
            {is === 'done' && <span className="visually-hidden">{t('stepDone')}</span>}
          </li>
        );
      })}
    </ol>
  );
}
