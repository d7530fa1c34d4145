import { RightIcon } from '@liangbuwu/ui/icons.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Button, Select } from 'antd';
import { dayAfter } from './day-time.ts';
import type { Choosing, DeskDayView } from './desk-day.tsx';
import styles from './desk-day-tools.module.css';
import { sharedMessages } from './messages/shared.ts';

/** Which desk, where there are several, and which day. */
export function DeskDayTools({
  view,
  setSearch,
}: {
  view: DeskDayView;
  setSearch: Choosing['setSearch'];
}) {
  const t = sharedMessages.use();
  const format = useFormat();
  // A plan belongs to its day and desk, so it goes with them.
  const go = (patch: { area?: string; day?: string | undefined }) =>
    setSearch({ ...patch, plan: undefined } as Parameters<typeof setSearch>[0]);
  const goDay = (day: string) => go({ day: day === view.of.today ? undefined : day });
  return (
    <>
      {view.desks.length > 1 && (
        <Select
          aria-label={t('desk')}
          value={view.area}
          options={view.desks.map(({ area, name }) => ({ value: area, label: name }))}
          onChange={(area) => go({ area })}
          popupMatchSelectWidth={false}
        />
      )}
      <fieldset className={styles.days} aria-label={t('day')}>
        <Button
          aria-label={t('previousDay')}
          icon={<RightIcon rotate={180} />}
          onClick={() => goDay(dayAfter(view.day, -1))}
        />
        <span className={styles.day}>{format.date(view.day)}</span>
        <Button
          aria-label={t('nextDay')}
          icon={<RightIcon />}
          onClick={() => goDay(dayAfter(view.day, 1))}
        />
      </fieldset>
      {!view.isToday && <Button onClick={() => goDay(view.of.today)}>{t('goToday')}</Button>}
    </>
  );
}
