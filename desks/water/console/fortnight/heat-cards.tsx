import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import type { Fortnight, FortnightDay, FortnightPoint } from '../../fortnight-sheet.ts';
import type { PointKind } from '../../water.ts';
import { KindTag } from '../kind-tag.tsx';
import { fortnightMessages } from '../messages/fortnight.ts';
import { DayCell } from './day-cell.tsx';
import { DryWords } from './dry-words.tsx';
import styles from './heat-cards.module.css';
import { shortDay } from './short-day.ts';
import { useCellWords, useFloorWords } from './use-cell-words.ts';

/** For a phone: a card a village, its fourteen days as two weeks. */
export function HeatCards({ sheet, today }: { sheet: Fortnight; today: string }) {
  const t = fortnightMessages.use();
  const format = useFormat();
  const alone = sheet.villages.length === 1;
  return (
    <ul className={styles.cards}>
      {sheet.villages.map((village) => (
        <li key={village.area} className={styles.card}>
          <CardHead row={village} sheet={sheet} />
          <Weeks of={village} days={village.days} sheet={sheet} today={today} />
          {village.points.length > 1 && (
            <details className={styles.points} open={alone}>
              <summary>
                {t('table.points', { name: village.name, count: village.points.length })}
              </summary>
              {village.points.map((point) => (
                <div key={point.id} className={styles.pointCard}>
                  <CardHead row={point} sheet={sheet} />
                  <Weeks of={point} days={point.days} sheet={sheet} today={today} />
                </div>
              ))}
            </details>
          )}
        </li>
      ))}
      {!alone && (
        <li className={styles.card}>
          <div className={styles.head}>
            <span className={styles.name}>{t('table.total')}</span>
            <span className={styles.mean}>
              {t('table.mean')} {format.number(sheet.total.mean, 1)}
            </span>
          </div>
          <Weeks
            of={{ name: t('table.total'), kind: 'village' }}
            days={sheet.total.days}
            sheet={sheet}
            today={today}
          />
        </li>
      )}
    </ul>
  );
}

function CardHead({
  row,
  sheet,
}: {
  row: Pick<FortnightPoint, 'name' | 'kind' | 'dry' | 'mean' | 'known'>;
  sheet: Fortnight;
}) {
  const t = fortnightMessages.use();
  const format = useFormat();
  const floor = useFloorWords(sheet.floors);
  return (
    <div className={styles.head}>
      <span className={styles.name}>
        {row.name} <KindTag kind={row.kind} />
      </span>
      <span className={styles.mean}>
        {t('table.mean')} {format.number(row.mean, 1)}
      </span>
      {row.dry.days > 0 && (
        <span className={styles.dry}>
          <span>{t('table.dry', { floor: floor('survival') })}</span>
          <DryWords dry={row.dry} known={row.known} />
        </span>
      )}
    </div>
  );
}

/** A first week of which nothing at all is known is left out. */
const firstShown = ({ total }: Fortnight): number =>
  total.days.slice(0, 7).every(({ perPerson }) => perPerson === null) ? 7 : 0;

function Weeks(props: {
  of: { name: string; kind: PointKind };
  days: readonly FortnightDay[];
  sheet: Fortnight;
  today: string;
}) {
  const { sheet, today } = props;
  const t = fortnightMessages.use();
  const format = useFormat();
  const words = useCellWords(sheet.floors);
  return (
    <ol className={styles.weeks}>
      {props.days.slice(firstShown(sheet)).map((day, i) => {
        const at = i + firstShown(sheet);
        const date = sheet.days[at] ?? '';
        return (
          <li key={date} {...(date === today && { 'data-today': '' })}>
            <span className={styles.date} aria-hidden="true">
              {date === today ? t('table.today') : shortDay(format.language, date).date}
            </span>
            <DayCell
              day={day}
              kind={props.of.kind}
              floors={sheet.floors}
              words={words(props.of, date, day)}
            />
          </li>
        );
      })}
    </ol>
  );
}
