import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import type { Runway, RunwayEnd } from '../../runway-sheet.ts';
import { shortDay } from '../fortnight/short-day.ts';
import { runwayMessages } from '../messages/runway.ts';
import styles from './runway-panel.module.css';

/** What ends when, and what of the plan in force goes with it. */
export function RunwayEnds({ runway }: { runway: Runway }) {
  const t = runwayMessages.use();
  const format = useFormat();
  const { ends, days, fetched } = runway;
  const last = ends.findLast(({ bars }) => bars);
  const day = (of: string) => shortDay(format.language, of).date;
  return (
    <section className={styles.part} aria-label={t('ends.title')}>
      <h3 className={styles.title}>{t('ends.title')}</h3>
      {ends.length === 0 && <p>{t('ends.none', { days: format.number(days) })}</p>}
      <ul>
        {ends.map((end) => (
          <li key={end.kind + end.id} className={styles.end}>
            <StatusTag level={end.bars ? 'warn' : 'unknown'}>{left(end)}</StatusTag>
            <span>
              {t(`ends.${end.kind}`, {
                name: end.name,
                from: day(end.from),
                until: day(end.until),
              })}
            </span>
            {end.bars && <span className={styles.quiet}>{loss(end)}</span>}
          </li>
        ))}
      </ul>
      {last && fetched !== null && fetched > 0 && (last.together ?? 0) > 0 && (
        <p className={styles.together}>
          {t('ends.together', {
            day: day(last.from),
            litres: format.litres(last.together),
            fetched: format.litres(fetched),
            share: format.percent((last.together ?? 0) / fetched),
          })}
        </p>
      )}
    </section>
  );

  function left({ left: days }: RunwayEnd): string {
    return days ? t('ends.left', { count: days }) : t('ends.last');
  }

  function loss({ litres }: RunwayEnd): string {
    if (litres === null) return t('ends.noPlan');
    return litres === 0 ? t('ends.unused') : t('ends.loses', { litres: format.litres(litres) });
  }
}
