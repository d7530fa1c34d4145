import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import type { Board } from '../../board/board.contract.ts';
import { boardMessages } from '../messages/board.ts';
import { sharedMessages } from '../messages/shared.ts';
import styles from './board.module.css';

/** Which passes are inside, by number: whose they are stands on the pass, and not here. */
export function InsideList({ board }: { board: Board }) {
  const t = boardMessages.use();
  const shared = sharedMessages.use();
  const format = useFormat();
  return (
    <Panel title={t('insideList.title')}>
      {board.inside.length === 0 ? (
        <EmptyState small title={t('insideList.none')} />
      ) : (
        <ul className={styles.chips}>
          {board.inside.map(({ number, kind, since }) => (
            <li key={number} className={styles.chip}>
              <span>
                {kind ? shared(`kind.${kind}`) : shared('typed')} {number}
              </span>
              <span className={styles.quiet}>
                {t('insideList.since')} {format.instant(since)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
