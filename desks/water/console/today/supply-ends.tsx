import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { AppLink } from '@liangbuwu/ui/shell/app-link.tsx';
import { useQuery } from '@tanstack/react-query';
import { accountsMessages } from '../messages/accounts.ts';
import { runwayMessages } from '../messages/runway.ts';
import { accountsPath } from '../paths.ts';
import { usePermitted } from '../permitted.ts';
import { accountsQuery } from '../queries.ts';
import type { DeskDay } from '../query-keys.ts';
import { hrefOf } from '../search.ts';
import styles from './runway-panel.module.css';

/** When money, fuel, chlorine and driver hours end, for who may see the accounts; the sums are there. */
export function SupplyEnds({ of }: { of: DeskDay }) {
  const t = accountsMessages.use();
  const runway = runwayMessages.use();
  const format = useFormat();
  const allowed = usePermitted('water.board') === undefined;
  const { data } = useQuery({ ...accountsQuery(of, of.day), enabled: allowed });
  if (!allowed || !data) return null;
  return (
    <section className={styles.part} aria-label={runway('supplies.title')}>
      <h3 className={styles.title}>{runway('supplies.title')}</h3>
      <ul className={styles.asked}>
        {data.supplies.map(({ kind, short, lasts, last }) => (
          <li key={kind}>
            {t(`supply.kind.${kind}`)}
            {format.language === 'en' ? ': ' : '：'}
            {lasts
              ? runway('supplies.lasts')
              : short !== null
                ? t('supply.short', { day: format.date(short) })
                : t(last !== null && kind !== 'driver-hours' ? 'supply.far' : 'supply.unknown')}
          </li>
        ))}
      </ul>
      <AppLink href={hrefOf(accountsPath, of)}>{runway('supplies.sums')}</AppLink>
    </section>
  );
}
