import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { keeperMessages } from '../messages/keeper.ts';
import styles from '../water-field.module.css';

/** What either side says of one delivery, and by how much they differ. Null: nothing said yet. */
export function SideBySide(props: {
  driver: number | null;
  keeper: number | null;
  mine: 'driver' | 'keeper';
}) {
  const t = keeperMessages.use();
  const format = useFormat();
  const { driver, keeper } = props;
  const off = driver !== null && keeper !== null ? Math.abs(driver - keeper) : 0;
  const figure = (litres: number | null) => (litres === null ? t('silent') : format.litres(litres));
  return (
    <div>
      <dl className={styles.sides} data-differs={off > 0 || undefined}>
        <div>
          <dt>{props.mine === 'driver' ? t('you') : t('driver')}</dt>
          <dd>{figure(driver)}</dd>
        </div>
        <div>
          <dt>{props.mine === 'keeper' ? t('you') : t('village-says')}</dt>
          <dd>{figure(keeper)}</dd>
        </div>
      </dl>
      {off > 0 && <p className={styles.differs}>{t('differs', { litres: format.litres(off) })}</p>}
    </div>
  );
}
