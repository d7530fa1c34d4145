import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { A4Sheet, OnlyPaper } from '@liangbuwu/ui/paper/a4-sheet.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import type { Evening, EveningDesk } from '../../upward/evening.ts';
import { blankLines, eveningLines } from '../../upward/lines.ts';
import type { DeskDayView } from '../desk-day.tsx';
import { eveningMessages } from '../messages/evening.ts';
import { Blank } from '../notices/paper.tsx';
import styles from './evening-paper.module.css';
import { useFigure } from './use-figure.ts';

/** Beyond so many the columns of a page are too narrow to read. */
const most = 6;

/** The form as one A4 page, of a desk or of all; on paper there is nothing else of the page. */
export function EveningPaper(props: {
  view: DeskDayView;
  evening: Evening;
  /** Undefined: the roll-up. */
  desk: EveningDesk | undefined;
}) {
  const { view, evening, desk } = props;
  const t = eveningMessages.use();
  const say = useSay();
  const format = useFormat();
  const figure = useFigure();
  const columns = desk
    ? [{ name: t('form.figure'), figures: desk.figures }]
    : [
        { name: t('form.total'), figures: evening.total },
        ...(evening.desks.length <= most ? evening.desks : []),
      ];
  return (
    <Panel title={t('paper.title')}>
      <OnlyPaper>
        <A4Sheet name={t('paper.title')} language={format.language} className={styles.sheet}>
          <header className={styles.head}>
            <div>
              <p>{say(view.of.name)}</p>
              <h2 className={styles.title}>
                {desk ? desk.name : t('show.all')} · {t('title')}
              </h2>
            </div>
            <p className={styles.when}>
              <strong>{format.date(evening.day)}</strong>
              <span>{t('paper.printed', { at: format.instant(evening.now) })}</span>
            </p>
          </header>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('form.line')}</th>
                <th scope="col">{t('form.unit')}</th>
                {columns.map(({ name }) => (
                  <th key={name} scope="col" className={styles.number}>
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {eveningLines.map((line) => (
                <tr key={line.id}>
                  <th scope="row">{say(line.label)}</th>
                  <td>{say(line.unit)}</td>
                  {columns.map(({ name, figures }) => (
                    <td key={name} className={styles.number}>
                      {figure(line, figures)}
                    </td>
                  ))}
                </tr>
              ))}
              {blankLines.map((line) => (
                <tr key={line.id} data-blank="">
                  <th scope="row">{say(line.label)}</th>
                  <td>{say(line.unit)}</td>
                  {columns.map(({ name }) => (
                    <td key={name} aria-label={t('blank.mark')} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          <p className={styles.note}>{t('paper.sources')}</p>
          <footer className={styles.foot}>
            <Blank label={t('paper.reporter')} />
            <Blank label={t('paper.checker')} />
            <Blank label={t('paper.sent')} />
          </footer>
        </A4Sheet>
      </OnlyPaper>
    </Panel>
  );
}
