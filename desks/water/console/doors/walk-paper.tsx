import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { A4Sheet } from '@liangbuwu/ui/paper/a4-sheet.tsx';
import type { CSSProperties } from 'react';
import type { DoorPlan, PlannedWalk } from '../../doors/plan.ts';
import type { DoorSheet } from '../../doors/sheet.ts';
import { doorMessages } from '../messages/doors.ts';
import paper from '../notices/paper.module.css';
import { Blank } from '../notices/paper.tsx';
import { widthOf } from '../notices/paper-room.ts';
import { useWalkWords } from './use-walk-words.ts';
import styles from './walk-paper.module.css';

const columns = ['trip', 'label', 'point', 'people', 'litres', 'done', 'away', 'worried'] as const;

/** A page of a volunteer's walk on A4, for who has no phone: house numbers only. */
export function WalkPaper(props: {
  desk: string;
  village: string;
  sheet: DoorSheet;
  plan: DoorPlan;
  walk: PlannedWalk;
  stops: PlannedWalk['stops'];
  /** Counted from 1. */
  page: number;
  pages: number;
  pointName: (id: string) => string;
}) {
  const { desk, village, sheet, plan, walk, page, pages } = props;
  const t = doorMessages.use();
  const format = useFormat();
  const say = useWalkWords();
  const title = `${village} · ${walk.volunteer.name}`;
  const people = new Map(
    sheet.villages.flatMap(({ doors }) => doors.map((door) => [door.household, door.people])),
  );
  return (
    <A4Sheet name={pages > 1 ? `${title} ${page}/${pages}` : title} language={format.language}>
      <header className={paper.head}>
        <div>
          <p className={paper.kicker}>{t('paper.kicker', { desk })}</p>
          <h2
            className={paper.title}
            style={{ '--fit': `${128 / widthOf(title)}mm` } as CSSProperties}
          >
            {title}
          </h2>
          <p className={paper.date}>{format.date(sheet.day)}</p>
        </div>
        <p className={paper.version}>
          <strong>{t('paper.version', { version: plan.version })}</strong>
          <span>{plan.by}</span>
          {pages > 1 && <span>{t('paper.page', { page, pages })}</span>}
        </p>
      </header>
      <p>
        {t('paper.walk', {
          starts: format.timeOfDay(plan.asked.starts),
          until: format.timeOfDay(sheet.until),
          sums: say.sums(walk),
          carry: format.litres(plan.asked.settings.carryLitres),
        })}
      </p>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`paper.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.stops.map((stop) => (
            <tr key={stop.household}>
              <td>{stop.trip === stop.lastTrip ? stop.trip : `${stop.trip}–${stop.lastTrip}`}</td>
              <th scope="row">{stop.label ?? '—'}</th>
              <td>{props.pointName(stop.point)}</td>
              <td>{people.get(stop.household) ?? ''}</td>
              <td>{format.litres(stop.litres)}</td>
              <td>☐</td>
              <td>☐</td>
              <td>☐</td>
            </tr>
          ))}
        </tbody>
      </table>
      {page === pages && (
        <p className={styles.signs}>
          <Blank label={t('paper.back')} />
          <Blank label={t('paper.signs')} />
        </p>
      )}
      <p className={paper.foot}>{t('paper.foot')}</p>
    </A4Sheet>
  );
}
