import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import type { Accounts } from '../../accounts/accounts.ts';
import type { Supply } from '../../accounts/supplies.ts';
import { costNames, supplyNames } from '../../cost-figures.ts';
import { accountsMessages } from '../messages/accounts.ts';
import type { DeskDay } from '../query-keys.ts';
import { CostFigures } from '../today/cost-figures.tsx';
import styles from './accounts.module.css';
import { useNames } from './use-names.ts';

/** What the exit needs beside is asked for on the Today page. */
const trucking = costNames.slice(0, 3);

/** Until when money, fuel, chlorine and hours last, and the figures that this rests on. */
export function SupplyPanel(props: {
  accounts: Accounts;
  of: DeskDay;
  readOnly: string | undefined;
}) {
  const { accounts, of, readOnly } = props;
  const t = accountsMessages.use();
  const some = (names: readonly string[]) =>
    accounts.figures.filter(({ figure }) => names.includes(figure));
  return (
    <Panel title={t('supply.title')} note={t('supply.note')}>
      <ul className={styles.supplies}>
        {accounts.supplies.map((supply) => (
          <SupplyCard key={supply.kind} supply={supply} />
        ))}
      </ul>
      <div className={styles.figures}>
        <CostFigures
          figures={some(supplyNames)}
          of={of}
          disabledReason={readOnly}
          title={t('figures.title')}
          note={t('figures.note')}
        />
        <CostFigures
          figures={some(trucking)}
          of={of}
          disabledReason={readOnly}
          title={t('figures.costs')}
        />
      </div>
    </Panel>
  );
}

function SupplyCard({ supply }: { supply: Supply }) {
  const t = accountsMessages.use();
  const format = useFormat();
  const names = useNames();
  const { kind, left, use, last, short, lasts, on, basis, days } = supply;
  const unit = t(`supply.unit.${kind}`);
  // Grams a day matter where the stock is in kg: who divides again gets the same.
  const number = (value: number | null) => format.number(value, kind === 'chlorine' ? 3 : 2);
  const end = lasts
    ? t('supply.lasts', { left: number(left), use: number(use) })
    : short !== null
      ? t('supply.short', { day: format.date(short) })
      : t(last !== null && kind !== 'driver-hours' ? 'supply.far' : 'supply.unknown');
  return (
    <li className={styles.supply}>
      <h3>{t(`supply.kind.${kind}`)}</h3>
      <p className={styles.end} data-unknown={last === null || undefined}>
        {end}
      </p>
      {last !== null && !lasts && (
        <p className={styles.muted}>
          {kind === 'driver-hours'
            ? t('supply.week', { left: number(left), use: number(use), last: number(last) })
            : t('supply.sum', {
                on: format.date(on),
                left: number(left),
                use: number(use),
                unit,
                last: number(last),
              })}
        </p>
      )}
      {supply.of && (kind === 'fuel' || kind === 'chlorine') && (
        <p className={styles.muted}>
          {t(`supply.of.${kind}`, {
            amount: number(supply.of.amount),
            each: number(supply.of.each),
            use: number(use),
          })}
        </p>
      )}
      {basis === 'needed' && <p className={styles.muted}>{t('supply.needed')}</p>}
      {(basis === 'planned' || basis === 'recorded') && (
        <p className={styles.muted}>{t(`supply.${basis}`, { count: days })}</p>
      )}
      {days === 0 && <p className={styles.muted}>{t('supply.noDays')}</p>}
      {supply.missing.length > 0 && (
        <p className={styles.missing}>{t('supply.missing', { names: names(supply.missing) })}</p>
      )}
    </li>
  );
}
