import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { toPeople } from '../../losses.ts';
import type { Floors } from '../../water.ts';
import { FloorTag } from '../floor-tag.tsx';
import { KindTag } from '../kind-tag.tsx';
import { sharedMessages } from '../messages/shared.ts';
import { todayMessages } from '../messages/today.ts';
import { type PromiseRow, phaseOf } from '../promises.ts';
import type { PointStanding, VillageStanding } from '../standing.ts';
import { useKindWords } from '../use-kind-words.ts';
import { PerPerson } from './per-person.tsx';
import styles from './point-reasons.module.css';
import { type Measuring, TankLevel } from './tank-level.tsx';
import { useStartWords } from './use-start-words.ts';

/** A village's points: what each gets and when, why it gets no more, and what would help. */
export function PointReasons(props: {
  village: VillageStanding;
  floors: Floors;
  promises: ReadonlyMap<string, readonly PromiseRow[]>;
  max: number;
  lossPercent: number;
  now: number;
  measuring: Measuring;
}) {
  return (
    <ul className={styles.points}>
      {props.village.points.map((point) => (
        <li key={point.id} className={styles.point}>
          <PointFigures point={point} floors={props.floors} max={props.max} />
          <PointWords
            point={point}
            promises={props.promises.get(point.id) ?? []}
            lossPercent={props.lossPercent}
            now={props.now}
            measuring={props.measuring}
          />
        </li>
      ))}
    </ul>
  );
}

function PointFigures({
  point,
  floors,
  max,
}: {
  point: PointStanding;
  floors: Floors;
  max: number;
}) {
  const t = todayMessages.use();
  const words = useKindWords();
  const format = useFormat();
  const own = words.floors(point.kind, floors);
  return (
    <div className={styles.figures}>
      <div className={styles.head}>
        <span className={styles.name}>
          {point.name} <KindTag kind={point.kind} />
        </span>
        <FloorTag standing={point.standing} floors={floors} />
      </div>
      <PerPerson
        name={point.name}
        kind={point.kind}
        value={point.perPerson}
        standing={point.standing}
        floors={floors}
        max={max}
      />
      <span className={styles.amounts}>
        <span>{words.heads(point.kind, point.people)}</span>
        <span>{t('point.promised', { litres: format.litres(point.delivered) })}</span>
        <span>{t('point.have', { litres: format.litres(point.have) })}</span>
      </span>
      {own && <span className={styles.amounts}>{t('point.ownFloors', { floors: own })}</span>}
    </div>
  );
}

function PointWords(props: {
  point: PointStanding;
  promises: readonly PromiseRow[];
  lossPercent: number;
  now: number;
  measuring: Measuring;
}) {
  const { point, promises, now } = props;
  const t = todayMessages.use();
  const shared = sharedMessages.use();
  const say = useSay();
  const format = useFormat();
  const before = useStartWords()(point.start, point.kind);
  return (
    <dl className={styles.words}>
      {point.short && (
        <>
          <div>
            <dt>{t('point.why')}</dt>
            <dd>{say(point.short.say)}</dd>
          </div>
          <div>
            <dt>{t('point.remedy')}</dt>
            <dd>{say(point.short.remedy)}</dd>
          </div>
        </>
      )}
      {before && (
        <div>
          <dt>{t('point.before')}</dt>
          <dd>{before}</dd>
        </div>
      )}
      {point.start?.tank && (
        <div>
          <dt>{t('point.tank')}</dt>
          <dd>
            <TankLevel point={point} tank={point.start.tank} measuring={props.measuring} />
          </dd>
        </div>
      )}
      <div>
        <dt>{t('point.promises')}</dt>
        <dd>
          {promises.length === 0 && point.delivered === 0 && (
            <span className={styles.none}>{t('point.noPromise')}</span>
          )}
          <ul className={styles.promises}>
            {promises.map((promise) => (
              <li key={promise.id}>
                <span className={styles.time}>{format.timeRange(promise.from, promise.to)}</span>{' '}
                {t('point.promise', {
                  giver: promise.giverName,
                  litres: format.litres(promise.litres),
                })}
                {phaseOf(promise, now) !== 'to-come' && (
                  <span className={styles.state}>
                    {' '}
                    · {shared(`phase.${phaseOf(promise, now)}`)}
                  </span>
                )}
              </li>
            ))}
          </ul>
          {point.expected + 1 < Math.floor(toPeople(point.delivered, props.lossPercent)) && (
            <span className={styles.none}>
              {t('point.takes', { litres: format.litres(point.expected) })}
            </span>
          )}
        </dd>
      </div>
    </dl>
  );
}
