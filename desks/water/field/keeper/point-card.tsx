import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Button } from '@liangbuwu/ui/phone/button.tsx';
import { Card } from '@liangbuwu/ui/phone/card.tsx';
import { useState } from 'react';
import type { KeeperPoint } from '../../recording/field-day.ts';
import { keeperMessages } from '../messages/keeper.ts';
import { CorrectionSheet } from '../record/correction-sheet.tsx';
import { SaidLine } from '../record/said-line.tsx';
import type { Said } from '../said.ts';
import styles from '../water-field.module.css';
import { type Delivery, deliveriesTo, unexpectedAt } from './deliveries.ts';
import { DeliveryRow } from './delivery-row.tsx';
import { NeedSheet } from './need-sheet.tsx';
import { DryWellSheet, LevelSheet, WayClosedSheet } from './point-sheets.tsx';
import { ReceivedSheet } from './received-sheet.tsx';
import { tankLevel } from './tank-level.ts';
import { keeperCard, type Village } from './use-keeper-days.ts';

type Open =
  | { is: 'received'; delivery: Delivery | undefined }
  | { is: 'correct'; said: Said }
  | { is: 'level' }
  | { is: 'dry-well' }
  | { is: 'way-closed' }
  | { is: 'need' };

/** A point: what comes and came, its tank, and what can be said of it. */
export function PointCard({ village, point }: { village: Village; point: KeeperPoint }) {
  const t = keeperMessages.use();
  const format = useFormat();
  const [open, setOpen] = useState<Open>();
  const deliveries = deliveriesTo(point.id, village.day, village.said);
  const unexpected = unexpectedAt(point.id, deliveries, village.said);
  const close = () => setOpen(undefined);
  const sheet = { village, point, onClose: close };
  return (
    <Card>
      <div>
        <h2 className={styles.place}>{point.name}</h2>
        <p className={styles.muted}>{[point.hamlet, point.landmark].filter(Boolean).join(' · ')}</p>
        <p className={styles.muted}>{t('own', { litres: format.litres(point.have) })}</p>
        <TankLine village={village} point={point} />
      </div>
      {deliveries.length === 0 && <p>{t('nothing')}</p>}
      <ol>
        {deliveries.map((delivery) => (
          <DeliveryRow
            key={delivery.promise.id}
            delivery={delivery}
            due={promiseIsDue(delivery, village)}
            onReceive={() => setOpen({ is: 'received', delivery })}
            onCorrect={(said) => setOpen({ is: 'correct', said })}
          />
        ))}
      </ol>
      {unexpected.map((said) => (
        <button
          key={said.id}
          type="button"
          className={styles.stop}
          onClick={() => setOpen({ is: 'correct', said })}
        >
          <SaidLine said={said} place={t('unplanned')} />
        </button>
      ))}
      <div className={styles.tools}>
        <Button small onClick={() => setOpen({ is: 'received', delivery: undefined })}>
          {t('unannounced')}
        </Button>
        {point.tank !== null && (
          <Button small onClick={() => setOpen({ is: 'level' })}>
            {t('level')}
          </Button>
        )}
        <Button small onClick={() => setOpen({ is: 'dry-well' })}>
          {t('dry-well')}
        </Button>
        <Button small onClick={() => setOpen({ is: 'way-closed' })}>
          {t('way-closed')}
        </Button>
        <Button small onClick={() => setOpen({ is: 'need' })}>
          {t('need.open')}
        </Button>
      </div>
      {open?.is === 'received' && <ReceivedSheet {...sheet} delivery={open.delivery} />}
      {open?.is === 'correct' && (
        <CorrectionSheet
          said={open.said}
          place={point.name}
          response={village.day.response.id}
          card={keeperCard}
          onClose={close}
        />
      )}
      {open?.is === 'level' && <LevelSheet {...sheet} />}
      {open?.is === 'dry-well' && <DryWellSheet {...sheet} />}
      {open?.is === 'way-closed' && <WayClosedSheet {...sheet} />}
      {open?.is === 'need' && (
        <NeedSheet response={village.day.response.id} point={point} onClose={close} />
      )}
    </Card>
  );
}

/** Whether it may have come by now: the button for it stands out then. */
const promiseIsDue = ({ promise, driver }: Delivery, village: Village) =>
  driver !== null || promise.dueFrom <= village.likely();

/** What the tank held, and when it was read last. */
function TankLine({ village, point }: { village: Village; point: KeeperPoint }) {
  const t = keeperMessages.use();
  const format = useFormat();
  if (point.tank === null) return null;
  const dayOf = (at: string) => format.findMoment(at)?.day;
  const level = tankLevel(point, village.said, (at) => dayOf(at) === dayOf(village.likely()));
  const tank = format.litres(point.tank);
  if (!level) return <p>{t('level-unknown', { tank })}</p>;
  const { time = '' } = format.findMoment(level.at) ?? {};
  const said = { litres: format.number(level.litres), tank };
  return (
    <p>
      {level.isToday
        ? t('level-now', { ...said, time })
        : t('level-before', { ...said, time: `${format.date(dayOf(level.at))} ${time}` })}
    </p>
  );
}
