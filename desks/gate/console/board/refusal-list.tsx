import { useSay } from '@liangbuwu/ui/language/language.ts';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import type { Board } from '../../board/board.contract.ts';
import { nextStepWords, refusalWords } from '../../gate.ts';
import { boardMessages } from '../messages/board.ts';
import styles from './board.module.css';

/** Why people were not let through, each with what they were told to do next. */
export function RefusalList({ board }: { board: Board }) {
  const t = boardMessages.use();
  const say = useSay();
  return (
    <Panel title={t('refusals.title')}>
      {board.refusals.length === 0 ? (
        <EmptyState small title={t('refusals.none')} />
      ) : (
        <ul className={styles.rows}>
          {board.refusals.map(({ reason, count }) => (
            <li key={reason} className={styles.refusal}>
              <span>{say(refusalWords[reason])}</span>
              <span>{t('times', { count })}</span>
              <span className={styles.quiet}>{say(nextStepWords[reason])}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
