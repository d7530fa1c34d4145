import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import type { Visit } from '../../doors/visit.ts';
import { doorMessages } from '../messages/doors.ts';
import styles from './doors.module.css';
import { LookButtons } from './look-buttons.tsx';

const waits = ({ look }: Visit) => look === null || look.found === 'not-found';

/** Whom volunteers worry about: who waits for somebody to look stands first. */
export function Worries(props: { visits: readonly Visit[]; readOnly: string | undefined }) {
  const t = doorMessages.use();
  const worries = props.visits
    .filter(({ kind }) => kind === 'door-worried')
    .sort((one, other) => Number(waits(other)) - Number(waits(one)));
  if (worries.length === 0) return null;
  return (
    <Panel title={t('worries.title')} note={t('worries.note')}>
      <ul className={styles.rows}>
        {worries.map((visit) => (
          <Worry
            key={`${visit.id} ${visit.look?.id ?? ''}`}
            visit={visit}
            readOnly={props.readOnly}
          />
        ))}
      </ul>
    </Panel>
  );
}

function Worry({ visit, readOnly }: { visit: Visit; readOnly: string | undefined }) {
  const t = doorMessages.use();
  const format = useFormat();
  const { look } = visit;
  return (
    <li className={styles.worry}>
      <div>
        <strong>{visit.label ?? '—'}</strong>{' '}
        {waits(visit) && <StatusTag level="bad">{t('worries.waits')}</StatusTag>}
        <p>
          {t('worries.said', {
            at: format.instant(visit.at),
            by: visit.by.name,
            note: visit.note ?? t('worries.noWords'),
          })}
        </p>
        {look && (
          <p className={styles.quiet}>
            {t('worries.looked', {
              at: format.instant(look.at),
              by: look.by,
              found: t(`worries.${look.found}`),
            })}
          </p>
        )}
      </div>
      {waits(visit) && <LookButtons visit={visit.id} readOnly={readOnly} />}
    </li>
  );
}
