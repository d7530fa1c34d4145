import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Button, Popover } from 'antd';
import type { Floors } from '../../water.ts';
import { todayMessages } from '../messages/today.ts';
import styles from './floors-popover.module.css';

/** Where the three figures come from, one press away wherever they are used. */
export function FloorsPopover({ floors }: { floors: Floors }) {
  const t = todayMessages.use();
  return (
    <Popover trigger={['click']} placement="bottomRight" content={<FloorsList floors={floors} />}>
      <Button>{t('floors.show')}</Button>
    </Popover>
  );
}

function FloorsList({ floors }: { floors: Floors }) {
  const t = todayMessages.use();
  const say = useSay();
  const format = useFormat();
  return (
    <div className={styles.floors}>
      <h3 className={styles.title}>{t('floors.title')}</h3>
      <dl className={styles.list}>
        {floors.tiers.map((tier) => (
          <div key={tier.name} className={styles.tier}>
            <dt>{say(tier.label)}</dt>
            <dd>
              <strong>
                {t('floors.litres', { litres: format.number(tier.litresPerPerson, 1) })}
              </strong>
              <span>{t('floors.source', { source: tier.source })}</span>
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles.version}>
        {t('floors.version', { version: floors.version, from: format.date(floors.validFrom) })}
      </p>
    </div>
  );
}
