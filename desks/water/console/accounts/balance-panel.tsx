import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import type { CSSProperties } from 'react';
import type { Accounts } from '../../accounts/accounts.ts';
import { accountsMessages } from '../messages/accounts.ts';
import styles from './accounts.module.css';
import { type BalanceLine, balanceLines } from './balance-lines.ts';

const signs = { start: '', plus: '+', minus: '−', sum: '=' } as const;

/** The account read from top to bottom, with bars; what does not balance has lines of its own. */
export function BalancePanel({ accounts }: { accounts: Accounts }) {
  const t = accountsMessages.use();
  const format = useFormat();
  const { ledger, lossPercent } = accounts;
  const lines = balanceLines(ledger);
  const most = Math.max(1, ...lines.map(({ to }) => to));
  const noteOf = ({ id }: BalanceLine): string => {
    if (id === 'came')
      return t('balance.cameNote', { verified: format.litres(ledger.totals.verified) });
    if (id === 'spilled')
      return t('balance.spilledNote', { percent: format.number(lossPercent, 1) });
    if (id === 'saidLess') return t('balance.saidNote');
    if (id === 'stays' || id === 'drawn') return '';
    return t(`balance.${id}Note`);
  };
  return (
    <Panel title={t('balance.title')} note={t('balance.note')}>
      {accounts.days.length === 0 ? (
        <EmptyState small title={t('balance.none')} />
      ) : (
        <ol className={styles.balance}>
          {lines.map((line) => (
            <li
              key={line.id}
              className={styles.line}
              data-sign={line.sign}
              data-off={line.off || undefined}
            >
              <span className={styles.sign} aria-hidden="true">
                {signs[line.sign]}
              </span>
              <span className={styles.what}>
                {t(`balance.${line.id}`)}
                <span className={styles.muted}>{noteOf(line)}</span>
              </span>
              <span className={styles.litres}>
                {line.sign === 'minus' && <span className={styles.heard}>{signs.minus}</span>}
                {format.litres(line.litres)}
              </span>
              <span className={styles.track} aria-hidden="true">
                <span
                  className={styles.bar}
                  style={
                    {
                      '--from': `${(Math.max(0, line.from) / most) * 100}%`,
                      '--size': `${((line.to - Math.max(0, line.from)) / most) * 100}%`,
                    } as CSSProperties
                  }
                />
              </span>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}
