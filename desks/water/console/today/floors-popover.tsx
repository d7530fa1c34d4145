import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Button, Popover } from 'antd';
import { type Floors, PointKind } from '../../water.ts';
import { todayMessages } from '../messages/today.ts';
import { useKindWords } from '../use-kind-words.ts';
import styles from './floors-popover.module.css';

/** Where the figures come from, one press away wherever they are used. */
export function FloorsPopover(props: { floors: Floors; lossPercent: number }) {
  const t = todayMessages.use();
  return (
    <Popover trigger={['click']} placement="bottomRight" content={<FloorsList {...props} />}>
      <Button>{t('floors.show')}</Button>
    </Popover>
  );
}

function FloorsList({ floors, lossPercent }: { floors: Floors; lossPercent: number }) {
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
      <KindsList floors={floors} />
      {lossPercent > 0 && (
        <p className={styles.version}>
          {t('floors.loss', { percent: format.number(lossPercent, 1) })}
        </p>
      )}
      <p className={styles.version}>
        {t('floors.version', { version: floors.version, from: format.date(floors.validFrom) })}
      </p>
    </div>
  );
}

/** Each kind that has figures of its own, with where these come from. */
function KindsList({ floors }: { floors: Floors }) {
  const t = todayMessages.use();
  const words = useKindWords();
  const format = useFormat();
  const own = PointKind.exclude(['village']).options.flatMap((kind) => {
    const figures = floors.kinds[kind];
    return figures ? [{ kind, ...figures }] : [];
  });
  if (own.length === 0) return null;
  return (
    <>
      <h3 className={styles.title}>{t('floors.kinds')}</h3>
      <dl className={styles.list}>
        {own.map(({ kind, litres, weight }) => (
          <div key={kind} className={styles.tier}>
            <dt>{words.kind(kind)}</dt>
            <dd>
              {litres ? (
                <>
                  <strong>{words.floors(kind, floors)}</strong>
                  <span>{t('floors.source', { source: litres.source })}</span>
                </>
              ) : (
                <span>{t('floors.asVillage')}</span>
              )}
              {weight && (
                <span>
                  {t('floors.weight', {
                    times: format.number(weight.times, 1),
                    source: weight.source,
                  })}
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
