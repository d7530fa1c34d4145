import { TimeZoneProvider } from '@liangbuwu/ui/language/use-format.tsx';
import { Card } from '@liangbuwu/ui/phone/card.tsx';
import { useTools } from '@liangbuwu/ui/phone/tools.ts';
import { recordingMessages } from '../messages/recording.ts';
import { volunteerMessages } from '../messages/volunteer.ts';
import styles from '../water-field.module.css';
import { useWalks } from './use-walks.ts';
import { WalkToday } from './walk-today.tsx';

/** A volunteer's doors of today. */
export function VolunteerPage() {
  const t = volunteerMessages.use();
  const all = recordingMessages.use();
  const { online } = useTools();
  const walks = useWalks();
  if (!walks) return <p>{online ? all('nothing-yet') : all('nothing-yet-offline')}</p>;
  if (walks.length === 0)
    return (
      <>
        <h1>{t('title')}</h1>
        <Card>
          <h2>{t('none')}</h2>
          <p className={styles.muted}>{t('none-note')}</p>
        </Card>
      </>
    );
  return walks.map((walk) => (
    <TimeZoneProvider
      key={`${walk.day.response.id} ${walk.day.village}`}
      timeZone={walk.day.response.zone}
    >
      <WalkToday walk={walk} />
    </TimeZoneProvider>
  ));
}
