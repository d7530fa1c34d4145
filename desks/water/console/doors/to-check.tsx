import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import type { DoorVillage } from '../../doors/sheet.ts';
import { doorMessages } from '../messages/doors.ts';
import styles from './doors.module.css';

/** The dead, the moved, the doubled, and who is never at home: each with what was found. */
export function ToCheck({ village }: { village: DoorVillage }) {
  const t = doorMessages.use();
  if (village.toCheck.length === 0) return null;
  return (
    <Panel title={t('check.title')} note={t('check.note')}>
      <ul className={styles.rows}>
        {village.toCheck.map((one) => (
          <li key={one.household}>
            <strong>{one.label}</strong>{' '}
            {t(`check.${one.why}`, {
              why: t(`check.whys.${one.gone ?? 'unsaid'}`),
              double: one.double ?? '',
              away: one.away,
            })}
            {one.request !== null && (
              <span className={styles.quiet}> · {t('check.request', { number: one.request })}</span>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
