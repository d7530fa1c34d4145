import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Card } from '@liangbuwu/ui/phone/card.tsx';
import type { FieldPoint, FieldSource } from '../../recording/field-day.ts';
import { driverMessages } from '../messages/driver.ts';
import type { StopState } from '../stop-states.ts';
import styles from '../water-field.module.css';
import type { DriverView } from './use-driver-day.ts';

/** Where to go now: large, with all that finds the way. */
export function NextStop({ view, state }: { view: DriverView; state: StopState }) {
  const t = driverMessages.use();
  const format = useFormat();
  const { stop, arrived } = state;
  const moment = arrived && format.findMoment(arrived.at);
  return (
    <Card>
      <p className={styles.label}>
        {t('next')} · {t(stop.kind === 'fill' ? 'next-fill' : 'next-deliver')}
        {moment && ` · ${t('arrived-at', { time: moment.time })}`}
      </p>
      <h2 className={styles.place}>{view.placeName(stop.at)}</h2>
      <p className={styles.figure}>{format.litres(stop.litres)}</p>
      <p>{t('at', { from: format.timeOfDay(stop.arrive), to: format.timeOfDay(stop.finish) })}</p>
      <WayThere point={view.point(stop.at)} source={view.source(stop.at)} />
    </Card>
  );
}

/** Village, landmark and what the road allows. */
export function WayThere(props: {
  point: FieldPoint | undefined;
  source: FieldSource | undefined;
}) {
  const t = driverMessages.use();
  const format = useFormat();
  const { point, source } = props;
  if (source?.closed)
    return (
      <p role="note" className={styles.warn}>
        {t('source-closed', { reason: source.reason ?? '' })}
      </p>
    );
  if (!point) return null;
  const limits = [
    point.road && t(`road.${point.road}`),
    point.maxTankerLitres !== null &&
      t('at-most', { litres: format.litres(point.maxTankerLitres) }),
  ].filter((one) => typeof one === 'string');
  return (
    <>
      <p>
        {[point.village, point.hamlet].filter(Boolean).join(' ')}
        {limits.length > 0 && ` · ${limits.join(' · ')}`}
      </p>
      {point.landmark && <p className={styles.landmark}>{point.landmark}</p>}
      {point.wayClosed !== null && (
        <p role="note" className={styles.warn}>
          {t('way-closed', { reason: point.wayClosed })}
        </p>
      )}
    </>
  );
}

/** No stop is left, or none was ever planned. */
export function NothingNext({ view }: { view: DriverView }) {
  const t = driverMessages.use();
  const { plan } = view.day;
  const title = !plan ? t('no-plan') : view.states.length === 0 ? t('no-stops') : t('all-done');
  const note = plan && view.states.length > 0 ? t('all-done-note') : t('no-plan-note');
  return (
    <Card>
      <h2 className={styles.place}>{title}</h2>
      <p className={styles.muted}>{note}</p>
    </Card>
  );
}
