import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { AppLink } from '@liangbuwu/ui/shell/app-link.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { useQuery } from '@tanstack/react-query';
import { type Expiring, type ExpiringKind, expiring } from '../../expiring.ts';
import { todayMessages } from '../messages/today.ts';
import { registersPath } from '../paths.ts';
import { dayQuery } from '../queries.ts';
import type { DeskDay } from '../query-keys.ts';
import styles from './expiring-panel.module.css';

const tables: Record<ExpiringKind, 'sources' | 'tankers'> = {
  consent: 'sources',
  test: 'sources',
  clearance: 'tankers',
  loan: 'tankers',
};

/** What a plan will soon no longer be able to count on, with the way to where it is put right. */
export function ExpiringPanel({ of }: { of: DeskDay }) {
  const t = todayMessages.use();
  const { data } = useQuery(dayQuery(of));
  const rows = data ? expiring(data, of.day) : [];
  if (rows.length === 0) return null;
  return (
    <Panel flush title={t('expiring.title')} note={t('expiring.note')}>
      <ul className={styles.list}>
        {rows.map((row) => (
          <li key={row.kind + row.id} className={styles.row}>
            <StatusTag level={row.left < 0 ? 'bad' : 'warn'}>{left(row)}</StatusTag>
            <span className={styles.words}>
              {t(`expiring.${row.kind}`, { name: row.name, until: row.until })}
            </span>
            <AppLink href={`${registersPath}/${tables[row.kind]}?row=${row.id}`}>
              {t('expiring.open')}
            </AppLink>
          </li>
        ))}
      </ul>
    </Panel>
  );

  function left({ left: days }: Expiring): string {
    if (days < 0) return t('expiring.over', { count: -days });
    return days === 0 ? t('expiring.today') : t('expiring.left', { count: days });
  }
}
