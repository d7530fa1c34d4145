import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import type { DrySpell } from '../../fortnight-sheet.ts';
import { fortnightMessages } from '../messages/fortnight.ts';
import styles from './dry-words.module.css';
import { shortDay } from './short-day.ts';

/** How long, from when to when, and what of it nobody knows. */
export function DryWords({ dry, known }: { dry: DrySpell; known: number }) {
  const t = fortnightMessages.use();
  const format = useFormat();
  if (known === 0) return <span className={styles.none}>{t('table.dryUnknown')}</span>;
  if (dry.days === 0) return <span className={styles.none}>{t('table.dryNone')}</span>;
  const { language } = format;
  const from = shortDay(language, dry.from ?? '').date;
  const notes = [
    dry.from === dry.to
      ? from
      : t('table.span', { from, to: shortDay(language, dry.to ?? '').date }),
    dry.goesOn && t('table.goesOn'),
    dry.unknown > 0 && t('table.spanUnknown', { count: dry.unknown }),
  ].filter((note) => note !== false);
  return (
    <span className={styles.dry}>
      <strong>{t('table.dryDays', { count: dry.days })}</strong>
      <span className={styles.notes}>{notes.join(language === 'en' ? ', ' : '，')}</span>
    </span>
  );
}
