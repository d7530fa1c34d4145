import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { recordingMessages } from '../messages/recording.ts';
import styles from '../water-field.module.css';

/** Says that what is shown is of another day than `now`: nothing newer has reached the phone. */
export function OtherDay({ day, now }: { day: string; now: string }) {
  const t = recordingMessages.use();
  const format = useFormat();
  if (format.findMoment(now)?.day === day) return null;
  return (
    <p role="note" className={styles.warn}>
      {t('other-day', { day: format.date(day) })}
    </p>
  );
}
