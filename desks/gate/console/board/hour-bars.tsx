import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import type { Board } from '../../board/board.contract.ts';
import { boardMessages } from '../messages/board.ts';
import { sharedMessages } from '../messages/shared.ts';
import styles from './board.module.css';

const parts = ['in', 'out', 'refused'] as const;

/** How many came by in each hour, and which way. */
export function HourBars({ board }: { board: Board }) {
  const t = boardMessages.use();
  const shared = sharedMessages.use();
  const format = useFormat();
  const total = (hour: Board['hours'][number]) => hour.in + hour.out + hour.refused;
  const most = Math.max(1, ...board.hours.map(total));
  const names = { in: shared('in'), out: shared('out'), refused: t('tiles.refused') };
  return (
    <Panel title={t('hours.title')}>
      {board.hours.length === 0 ? (
        <EmptyState small title={t('hours.none')} />
      ) : (
        <>
          <ul className={styles.hours}>
            {board.hours.map((hour) => (
              <li key={hour.hour} className={styles.hour}>
                <span>{t('hour', { hour: String(hour.hour).padStart(2, '0') })}</span>
                <span className="visually-hidden">
                  {t('bar', {
                    in: format.number(hour.in),
                    out: format.number(hour.out),
                    refused: format.number(hour.refused),
                  })}
                </span>
                <span className={styles.bar} aria-hidden="true">
                  {parts.map((part) => (
                    <span
                      key={part}
                      className={styles[part]}
                      style={{ width: `${(hour[part] / most) * 100}%` }}
                    />
                  ))}
                </span>
                <span className={styles.number}>{t('times', { count: total(hour) })}</span>
              </li>
            ))}
          </ul>
          <div className={styles.legend}>
            {parts.map((part) => (
              <span key={part}>
                <span className={`${styles.swatch} ${styles[part]}`} />
                {names[part]}
              </span>
            ))}
          </div>
        </>
      )}
    </Panel>
  );
}
