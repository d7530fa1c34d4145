import { TimeZoneProvider, useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Button } from '@liangbuwu/ui/phone/button.tsx';
import { Card } from '@liangbuwu/ui/phone/card.tsx';
import { Picker } from '@liangbuwu/ui/phone/picker.tsx';
import { Sheet } from '@liangbuwu/ui/phone/sheet.tsx';
import { useTools } from '@liangbuwu/ui/phone/tools.ts';
import { useState } from 'react';
import { keeperMessages } from '../messages/keeper.ts';
import { recordingMessages } from '../messages/recording.ts';
import { OtherDay } from '../record/other-day.tsx';
import { SaidLine } from '../record/said-line.tsx';
import { RollCallSheet } from '../roll-call/roll-call-sheet.tsx';
import styles from '../water-field.module.css';
import { PointCard } from './point-card.tsx';
import { useVillages, type Village } from './use-keeper-days.ts';

const chosenKey = 'water-keeper.village';

/** What comes to a village's points, and what came. */
export function KeeperPage() {
  const t = keeperMessages.use();
  const all = recordingMessages.use();
  const phone = useTools();
  const villages = useVillages();
  const [choosing, setChoosing] = useState(false);
  if (!villages) return <p>{phone.online ? all('nothing-yet') : all('nothing-yet-offline')}</p>;
  if (villages.length === 0) return <p>{t('no-points')}</p>;
  const chosen = phone.remembered(chosenKey);
  const village =
    villages.length === 1 ? villages[0] : villages.find(({ area }) => area === chosen);
  const choice = (
    <Picker
      rows={villages.map(({ area, name, points }) => ({
        id: area,
        name,
        note: points.map((point) => point.name).join('、'),
      }))}
      onPick={(area) => {
        setChoosing(false);
        void phone.remember(chosenKey, area);
      }}
    />
  );
  if (!village)
    return (
      <>
        <h1>{t('village')}</h1>
        <div className={styles.panel}>{choice}</div>
      </>
    );
  return (
    <TimeZoneProvider timeZone={village.day.response.zone}>
      <VillageDay
        key={village.area}
        village={village}
        {...(villages.length > 1 ? { onChange: () => setChoosing(true) } : {})}
      />
      {choosing && (
        <Sheet title={t('village')} onClose={() => setChoosing(false)}>
          {choice}
        </Sheet>
      )}
    </TimeZoneProvider>
  );
}

function VillageDay({ village, onChange }: { village: Village; onChange?: () => void }) {
  const t = keeperMessages.use();
  const format = useFormat();
  const [counting, setCounting] = useState(false);
  const mine = village.said.filter(({ side }) => side === 'keeper');
  const nameOf = (id: string | null) => village.points.find((point) => point.id === id)?.name ?? '';
  return (
    <>
      <div className={styles.who}>
        <div>
          <h1>{village.name}</h1>
          <p className={styles.muted}>
            {t('title')} · {format.date(village.day.day)}
          </p>
        </div>
        {onChange && (
          <Button small look="quiet" onClick={onChange}>
            {t('all-villages')}
          </Button>
        )}
      </div>
      <OtherDay day={village.day.day} now={village.likely()} />
      {village.points.map((point) => (
        <PointCard key={point.id} village={village} point={point} />
      ))}
      <Button wide onClick={() => setCounting(true)}>
        {t('roll-call.open')}
      </Button>
      {mine.length > 0 && (
        <Card>
          <h2>{t('today')}</h2>
          <ul className={styles.stops}>
            {mine.map((said) => (
              <li key={said.id}>
                <SaidLine said={said} place={nameOf(said.point)} />
              </li>
            ))}
          </ul>
        </Card>
      )}
      {counting && <RollCallSheet village={village} onClose={() => setCounting(false)} />}
    </>
  );
}
