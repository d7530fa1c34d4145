import { TimeZoneProvider, useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Button } from '@liangbuwu/ui/phone/button.tsx';
import { Sheet } from '@liangbuwu/ui/phone/sheet.tsx';
import { useTools } from '@liangbuwu/ui/phone/tools.ts';
import { useState } from 'react';
import { driverMessages } from '../messages/driver.ts';
import { recordingMessages } from '../messages/recording.ts';
import { OtherDay } from '../record/other-day.tsx';
import styles from '../water-field.module.css';
import { DriverToday } from './driver-today.tsx';
import { TankerChoice } from './tanker-choice.tsx';
import { useDriverDays, useDriverView } from './use-driver-day.ts';

const chosenKey = 'water-driver.tanker';
type Chosen = { tanker: string; day: string };

/** A driver's work: which tanker, then its day. */
export function DriverPage() {
  const t = driverMessages.use();
  const all = recordingMessages.use();
  const format = useFormat();
  const phone = useTools();
  const kept = useDriverDays();
  const [choosing, setChoosing] = useState(false);
  const chosen = phone.remembered(chosenKey) as Chosen | undefined;
  const today = (id: string) =>
    kept?.days.find(({ tankers }) => tankers.some((one) => one.id === id))?.day;
  const view = useDriverView(
    chosen && chosen.day === today(chosen.tanker) ? chosen.tanker : undefined,
  );
  const choose = (tanker: string) => {
    setChoosing(false);
    void phone.remember(chosenKey, { tanker, day: today(tanker) ?? '' } satisfies Chosen);
  };
  if (!kept) return <p>{phone.online ? all('nothing-yet') : all('nothing-yet-offline')}</p>;
  const tankers = kept.days.flatMap((day) => day.tankers);
  if (tankers.length === 0) return <p>{t('no-tanker')}</p>;
  if (!view)
    return (
      <>
        <div>
          <h1>{t('which-tanker')}</h1>
          <p className={styles.muted}>{t('which-note')}</p>
        </div>
        <div className={styles.panel}>
          <TankerChoice tankers={tankers} onChoose={choose} />
        </div>
      </>
    );
  return (
    <TimeZoneProvider timeZone={view.day.response.zone}>
      <div className={styles.who}>
        <div>
          <h1>{view.tanker.name}</h1>
          <p className={styles.muted}>
            {format.litres(view.tanker.litres)} · {format.date(view.day.day)}
          </p>
        </div>
        <Button small look="quiet" onClick={() => setChoosing(true)}>
          {t('change')}
        </Button>
      </div>
      <OtherDay day={view.day.day} now={view.likely()} />
      <DriverToday view={view} />
      {choosing && (
        <Sheet title={t('which-tanker')} onClose={() => setChoosing(false)}>
          <TankerChoice tankers={tankers} onChoose={choose} />
        </Sheet>
      )}
    </TimeZoneProvider>
  );
}
