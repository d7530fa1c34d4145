import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import type { Accounts } from '../../accounts/accounts.ts';
import type { CostName } from '../../cost-figures.ts';
import { accountsMessages } from '../messages/accounts.ts';
import styles from './accounts.module.css';
import { useNames } from './use-names.ts';

/** What a proven m³ costs, with the whole sum. */
export function CostPanel({ accounts, isToday }: { accounts: Accounts; isToday: boolean }) {
  const t = accountsMessages.use();
  const format = useFormat();
  const names = useNames();
  const { cost, figures } = accounts;
  const price = (name: CostName) =>
    format.number(figures.find(({ figure }) => figure === name)?.value, 2);
  const volume = (cubicMetres: number) => format.number(cubicMetres, 3);
  const sum = format.number(cost.cost?.sum, 2);
  return (
    <Panel title={t('cost.title')} note={t('cost.note')}>
      <div className={styles.sums}>
        {cost.perVerified !== null && (
          <p className={styles.each}>
            {t('cost.each', {
              sum,
              verified: volume(cost.verified),
              each: format.number(cost.perVerified, 2),
            })}
          </p>
        )}
        {cost.days === 0 && <p>{t('cost.none')}</p>}
        {cost.cost && cost.perVerified === null && <p>{t('cost.noneVerified')}</p>}
        {cost.cost && (
          <p>
            {t('cost.sum', {
              kilometres: format.number(cost.kilometres, 1),
              perKilometre: price('kilometre'),
              hours: format.number(cost.hours, 1),
              perHour: price('driverHour'),
              filled: volume(cost.filled),
              perCubicMetre: price('sourceCubicMetre'),
              sum,
            })}
          </p>
        )}
        {cost.perCame !== null && (
          <p>{t('cost.all', { came: volume(cost.came), each: format.number(cost.perCame, 2) })}</p>
        )}
        {cost.days > 0 && <p className={styles.muted}>{t('cost.basis', { count: cost.days })}</p>}
        {isToday && cost.cost && <p className={styles.muted}>{t('cost.running')}</p>}
        {cost.missing.length > 0 && (
          <p className={styles.missing}>{t('cost.missing', { names: names(cost.missing) })}</p>
        )}
      </div>
    </Panel>
  );
}
