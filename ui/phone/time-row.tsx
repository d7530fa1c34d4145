import { useId, useState } from 'react';
import { useFormat } from '../language/use-format.tsx';
import { Button } from './button.tsx';
import styles from './fields.module.css';
import { phoneMessages } from './phone-messages.ts';

const earlier = [5, 15, 30, 60];
const minute = 60_000;

/** When it happened, ms since 1970: another time is two taps away. */
export function TimeRow(props: { value: number; onChange: (at: number) => void }) {
  const t = phoneMessages.use();
  const format = useFormat();
  const id = useId();
  const [open, setOpen] = useState(false);
  const moment = format.findMoment(props.value);
  const set = (time: string) => {
    const [hours = 0, minutes = 0] = time.split(':').map(Number);
    if (!moment || !/^\d\d:\d\d$/.test(time)) return;
    const begins = props.value - (props.value % 1000) - moment.seconds * 1000;
    props.onChange(begins + (hours * 60 + minutes) * minute);
  };
  return (
    <div>
      <button
        type="button"
        className={styles.time}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <span>{t('time')}</span>
        <b>{moment?.time}</b>
        <span className={styles.change}>{t('change')}</span>
      </button>
      {open && (
        <div className={styles.field}>
          <div className={styles.four}>
            {earlier.map((minutes) => (
              <Button
                key={minutes}
                small
                onClick={() => {
                  props.onChange(props.value - minutes * minute);
                  setOpen(false);
                }}
              >
                {t('earlier', { minutes })}
              </Button>
            ))}
          </div>
          <label htmlFor={id}>{t('set-time')}</label>
          <input
            id={id}
            className={styles.text}
            type="time"
            value={moment?.time ?? ''}
            onChange={(event) => set(event.target.value)}
          />
        </div>
      )}
    </div>
  );
}
