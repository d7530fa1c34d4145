import type { KeptEntry } from '@liangbuwu/ui/phone/field-card.ts';
import { fieldMessages } from '../messages.ts';
import { unsent } from '../outbox/states.ts';
import styles from './shell.module.css';

/** What has been sent and what has not, on every page; a tap leads to the list. */
export function StatusPill(props: { entries: readonly KeptEntry[]; reachable: boolean }) {
  const t = fieldMessages.use();
  const waiting = props.entries.filter(({ state }) => unsent.includes(state)).length;
  const refused = props.entries.filter(({ state }) => state === 'refused').length;
  const tone = refused > 0 ? 'bad' : waiting > 0 ? 'warn' : 'ok';
  const words = [
    ...(refused > 0 ? [t('status.refused', { count: refused })] : []),
    ...(waiting > 0 ? [t('status.waiting', { count: waiting })] : []),
  ];
  const said = words.length > 0 ? words.join(' · ') : t('status.sent');
  return (
    <a
      className={styles.pill}
      data-tone={tone}
      href="#/records"
      aria-label={t('status.label', { said })}
    >
      <span className={styles.dot} aria-hidden="true" data-off={!props.reachable || undefined} />
      {said}
    </a>
  );
}
