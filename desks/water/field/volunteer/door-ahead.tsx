import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Card, Tag } from '@liangbuwu/ui/phone/card.tsx';
import type { VolunteerDay } from '../../doors/sheet.ts';
import { volunteerMessages } from '../messages/volunteer.ts';
import styles from '../water-field.module.css';
import type { DoorState, Stop } from './door-states.ts';

/** On which trip a door is brought water. */
export function useTripWords(): (stop: Stop) => string {
  const t = volunteerMessages.use();
  return ({ trip, lastTrip }) =>
    trip === lastTrip ? t('trip', { trip }) : t('trips', { from: trip, to: lastTrip });
}

/** Whose door is next, how much, and who is waiting there. */
export function DoorAhead({ day, state }: { day: VolunteerDay; state: DoorState }) {
  const t = volunteerMessages.use();
  const format = useFormat();
  const trip = useTripWords();
  const { stop } = state;
  const point = day.points.find(({ id }) => id === stop.point);
  const why = [
    stop.cannotCome && t('by-register'),
    stop.request !== null && t('by-request', { number: stop.request }),
  ].filter((one) => typeof one === 'string');
  return (
    <Card>
      <p className={styles.label}>
        {t('next')} · {trip(stop)}
      </p>
      <h2 className={styles.place}>{stop.label}</h2>
      <p className={styles.figure}>{format.litres(stop.litres)}</p>
      <p>{t('waits', { people: stop.people })}</p>
      {why.length > 0 && <p className={styles.muted}>{why.join(' · ')}</p>}
      {stop.aloneElderly && (
        <p>
          <Tag tone="warn">{t('alone')}</Tag>
        </p>
      )}
      {point && (
        <p className={styles.landmark}>
          {[t('take', { point: point.name }), point.landmark].filter(Boolean).join(' · ')}
        </p>
      )}
      {stop.gone && (
        <p role="note" className={styles.warn}>
          {t(`gone.${stop.gone}`)}
        </p>
      )}
    </Card>
  );
}
