import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { useState } from 'react';
import type { PointStart } from '../../day-start.ts';
import { todayMessages } from '../messages/today.ts';
import { MeasureDialog } from './measure-dialog.tsx';
import styles from './tank-level.module.css';

/** For whom a reading is recorded, and why it can't be. */
export type Measuring = { response: string; disabledReason: string | undefined };

/** What stood in a village tank when the day began, how that is known, and the way to say better. */
export function TankLevel(props: {
  point: { id: string; name: string };
  tank: NonNullable<PointStart['tank']>;
  measuring: Measuring;
}) {
  const { point, tank, measuring } = props;
  const t = todayMessages.use();
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const litres = format.litres(tank.level);
  return (
    <span className={styles.level}>
      {tank.basis === 'measured'
        ? t('point.level.measured', { litres, at: format.instant(tank.at) })
        : t(`point.level.${tank.basis}`, { litres })}
      <ActionButton
        size="small"
        disabledReason={measuring.disabledReason}
        onClick={() => setAsking(true)}
        aria-label={t('point.measureOf', { name: point.name })}
      >
        {t('point.measure')}
      </ActionButton>
      {asking && (
        <MeasureDialog
          point={point}
          response={measuring.response}
          onClose={() => setAsking(false)}
        />
      )}
    </span>
  );
}
