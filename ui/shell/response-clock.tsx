import { Dropdown, type MenuProps } from 'antd';
import { useEffect, useState } from 'react';
import { ClockIcon, DownIcon } from '../icons.ts';
import { useFormat } from '../language/use-format.tsx';
import { uiMessages } from '../messages.ts';
import styles from './shell.module.css';

export type ResponseClockProps = {
  /** The response's time as the server last said it, ISO 8601. */
  instant: string;
  /** Whether it runs on by itself from there. */
  runs?: boolean;
  /** What an officer may do with it, such as moving it on. */
  menu?: MenuProps['items'];
  onMenu?: (key: string) => void;
};

/** The server's instant, run on by the time that has passed since it was said. */
export function useRunningInstant(instant: string, runs: boolean): number {
  const [ran, setRan] = useState({ from: instant, for: 0 });
  useEffect(() => {
    if (!runs) return;
    const since = performance.now();
    const timer = setInterval(
      () => setRan({ from: instant, for: performance.now() - since }),
      1000,
    );
    return () => clearInterval(timer);
  }, [instant, runs]);
  return Date.parse(instant) + (runs && ran.from === instant ? ran.for : 0);
}

export function ResponseClock({ instant, runs = false, menu, onMenu }: ResponseClockProps) {
  const t = uiMessages.use();
  const format = useFormat();
  const moment = format.findMoment(useRunningInstant(instant, runs));
  if (!moment) return null;
  const day = format.date(moment.day);
  const face = (
    <>
      <ClockIcon />
      <span className={styles.clockDay}>{day}</span>{' '}
      <span className={styles.clockShortDay} aria-hidden="true">
        {moment.day.slice(5)}
      </span>
      <span className={styles.clockTime}>{moment.time}</span>
    </>
  );
  const title = runs ? t('shell.clock') : t('shell.clockStill');
  if (!menu?.length)
    return (
      <div className={styles.clock} title={title}>
        <span className="visually-hidden">{title} </span>
        <time dateTime={instant} className={styles.clockFace}>
          {face}
        </time>
      </div>
    );
  return (
    <Dropdown menu={{ items: menu, onClick: ({ key }) => onMenu?.(key) }} trigger={['click']}>
      <button type="button" className={styles.clock} title={title}>
        <span className="visually-hidden">{title} </span>
        <span className={styles.clockFace}>{face}</span>
        <DownIcon className={styles.caret} />
        <span className="visually-hidden"> {t('shell.clockChange')}</span>
      </button>
    </Dropdown>
  );
}
