import { TruckIcon } from '@liangbuwu/ui/icons.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { todayMessages } from '../messages/today.ts';
import type { PromiseRow } from '../promises.ts';
import styles from './next-tanker.module.css';

/** What a village asks first: when the next water comes, how much, where to. */
export function NextTanker(props: {
  next: PromiseRow | undefined;
  any: boolean;
  now: number;
  pointName: (id: string) => string;
}) {
  const { next, now } = props;
  const t = todayMessages.use();
  const format = useFormat();
  return (
    <section className={styles.next} aria-label={t('village.next')}>
      <span className={styles.icon}>
        <TruckIcon />
      </span>
      {next ? (
        <div className={styles.words}>
          <p className={styles.label}>
            {t(next.from <= now ? 'village.underWay' : 'village.next')}
          </p>
          <p className={styles.time}>{format.timeRange(next.from, next.to)}</p>
          <p>
            {t('village.litresAt', {
              litres: format.litres(next.litres),
              point: props.pointName(next.point),
            })}
          </p>
          <p className={styles.label}>{next.giverName}</p>
        </div>
      ) : (
        <p className={styles.words}>{t(props.any ? 'village.none' : 'village.noneYet')}</p>
      )}
    </section>
  );
}
