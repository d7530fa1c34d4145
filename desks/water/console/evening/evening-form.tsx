import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import type { EveningDesk } from '../../upward/evening.ts';
import { blankLines, eveningLines } from '../../upward/lines.ts';
import { Chip } from '../chip.tsx';
import { eveningMessages } from '../messages/evening.ts';
import styles from './evening.module.css';
import { useFigure } from './use-figure.ts';

/** The figures that go up, each with what it counts and where it is from; what nobody can know is left blank. */
export function EveningForm({ desk }: { desk: EveningDesk }) {
  const t = eveningMessages.use();
  const say = useSay();
  const format = useFormat();
  const figure = useFigure();
  const { label, litresPerPerson, source } = desk.basic;
  return (
    <Panel flush title={t('form.title')} note={t('form.note')}>
      <dl className={styles.form}>
        {eveningLines.map((line) => (
          <div key={line.id} className={styles.line}>
            <dt className={styles.label}>
              {say(line.label)}
              <span className={styles.hint}>
                {say(line.means)} · {t('form.from')}
                {format.language === 'en' ? ': ' : '：'}
                {say(line.from)}
              </span>
            </dt>
            <dd className={styles.figure}>
              {figure(line, desk.figures)} <span className={styles.unit}>{say(line.unit)}</span>
            </dd>
          </div>
        ))}
      </dl>
      <div className={styles.part}>
        <h3 className={styles.title}>{t('blank.title')}</h3>
        <p className={styles.hint}>{t('blank.note')}</p>
      </div>
      <dl className={styles.form}>
        {blankLines.map((line) => (
          <div key={line.id} className={styles.line}>
            <dt className={styles.label}>{say(line.label)}</dt>
            <dd className={styles.figure}>
              <Chip>{t('blank.mark')}</Chip> <span className={styles.unit}>{say(line.unit)}</span>
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles.basis}>
        {t('form.basic', {
          label: say(label),
          litres: format.number(litresPerPerson, 1),
          source,
          version: desk.floors,
        })}
        {' · '}
        {desk.plan === null
          ? t('form.noPlan')
          : t('form.plan', { version: format.number(desk.plan) })}
      </p>
    </Panel>
  );
}
