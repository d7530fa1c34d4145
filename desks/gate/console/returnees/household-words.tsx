import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import type { MonitoredDay } from '../../returnees/returnee.ts';
import { returneeMessages } from '../messages/returnees.ts';
import styles from '../passes/passes.module.css';

const levels = { visited: 'ok', nobody: 'bad', unwell: 'bad' } as const;

/** The second side of the days, where the household has spoken. */
export function HouseholdWords({ days }: { days: readonly MonitoredDay[] }) {
  const t = returneeMessages.use();
  const format = useFormat();
  const spoken = days.flatMap(({ day, household }) => (household ? [{ day, ...household }] : []));
  if (spoken.length === 0) return null;
  return (
    <ul className={styles.words} aria-label={t('household.title')}>
      {spoken.map(({ day, said, words, at }) => (
        <li key={day}>
          <StatusTag level={levels[said]}>{`${day.slice(5)} ${t(`household.${said}`)}`}</StatusTag>{' '}
          <span className={styles.quiet}>{format.instant(at)}</span>
          {words !== null && <p>{words}</p>}
        </li>
      ))}
    </ul>
  );
}
