import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import type { DoorVillage } from '../../doors/sheet.ts';
import { doorMessages } from '../messages/doors.ts';
import styles from './doors.module.css';
import { LookButtons } from './look-buttons.tsx';

/** The dead, the moved, the doubled, and who is never at home: each with what was found. */
export function ToCheck(props: { village: DoorVillage; readOnly: string | undefined }) {
  const { village, readOnly } = props;
  const t = doorMessages.use();
  if (village.toCheck.length === 0) return null;
  return (
    <Panel title={t('check.title')} note={t('check.note')}>
      <ul className={styles.rows}>
        {village.toCheck.map((one) => (
          <li key={`${one.household} ${one.away.visit ?? ''}`}>
            <strong>{one.label}</strong>{' '}
            {t(`check.${one.why}`, {
              why: t(`check.whys.${one.gone ?? 'unsaid'}`),
              double: one.double ?? '',
              away: one.away.days,
            })}
            {one.request !== null && (
              <span className={styles.quiet}> · {t('check.request', { number: one.request })}</span>
            )}
            {one.why === 'never-home' && one.away.visit !== null && (
              <LookButtons visit={one.away.visit} readOnly={readOnly} />
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
