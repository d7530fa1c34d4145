import { call } from '@liangbuwu/office/http/console/call.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { useSaveFile } from '@liangbuwu/ui/files/use-save-file.ts';
import { DownloadIcon, PrintIcon } from '@liangbuwu/ui/icons.ts';
import { useLanguage } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { lastWords } from '../../doors/last-words.ts';
import type { DoorPlan, PlannedWalk } from '../../doors/plan.ts';
import type { DoorSheet } from '../../doors/sheet.ts';
import type { Visit } from '../../doors/visit.ts';
import { getWalkCalendar } from '../../upward/upward.contract.ts';
import type { DeskDayView } from '../desk-day.tsx';
import { doorMessages } from '../messages/doors.ts';
import board from '../notices/notice-board.module.css';
import { usePermitted } from '../permitted.ts';
import styles from './doors.module.css';
import { useWalkWords } from './use-walk-words.ts';
import { levels } from './visit-levels.ts';
import { walkPages } from './walk-pages.ts';
import { WalkPaper } from './walk-paper.tsx';

/** The walks side by side, what came of each door, and who is on none. */
export function Walks(props: {
  view: DeskDayView;
  sheet: DoorSheet;
  village: string;
  plan: DoorPlan;
}) {
  const { view, sheet, village, plan } = props;
  const t = doorMessages.use();
  const format = useFormat();
  const [printed, setPrinted] = useState<{ walk: PlannedWalk }>();
  useEffect(() => {
    if (printed) window.print();
  }, [printed]);
  const words = lastWords(sheet.visits, (at) => format.findMoment(at)?.day === sheet.day);
  const points = new Map(
    sheet.villages.flatMap(({ doors }) => doors.map(({ point }) => [point.id, point.name])),
  );
  return (
    <>
      <Panel
        title={t('walks.title', { version: plan.version })}
        note={t('walks.note', {
          by: plan.by,
          at: format.findMoment(plan.madeAt)?.time ?? '',
          metres: format.number(plan.asked.settings.tripMetres),
        })}
      >
        <div className={styles.walks}>
          {plan.walks.map((walk) => (
            <Walk
              key={walk.volunteer.id}
              view={view}
              walk={walk}
              plan={plan}
              words={words}
              onPrint={() => setPrinted({ walk })}
            />
          ))}
        </div>
        {plan.unserved.length > 0 && (
          <section className={styles.left}>
            <h3 className={styles.name}>{t('walks.unserved')}</h3>
            <p className={styles.quiet}>{t('walks.unserved-help')}</p>
            <ul className={styles.rows}>
              {plan.unserved.map(({ household, label, litres, why }) => (
                <li key={household}>
                  <strong>{label ?? '—'}</strong> {format.litres(litres)}{' '}
                  <StatusTag level="bad">{t(`walks.${why}`)}</StatusTag>
                </li>
              ))}
            </ul>
          </section>
        )}
      </Panel>
      {printed && (
        <div className={board.papers} data-print="all">
          {walkPages(printed.walk.stops).map((stops, at, pages) => (
            <div key={stops[0]?.household} className={board.paper}>
              <WalkPaper
                desk={view.desk.name}
                village={village}
                sheet={sheet}
                plan={plan}
                walk={printed.walk}
                stops={stops}
                page={at + 1}
                pages={pages.length}
                pointName={(id) => points.get(id) ?? ''}
              />
            </div>
          ))}
        </div>
      )}
    </>
  );
}

function Walk(props: {
  view: DeskDayView;
  walk: PlannedWalk;
  plan: DoorPlan;
  words: ReadonlyMap<string, Visit>;
  onPrint: () => void;
}) {
  const { view, walk, plan, words, onPrint } = props;
  const t = doorMessages.use();
  const format = useFormat();
  const say = useWalkWords();
  return (
    <section className={styles.walk} aria-label={walk.volunteer.name}>
      <div className={styles.walkHead}>
        <h3 className={styles.name}>{walk.volunteer.name}</h3>
        {walk.stops.length > 0 && (
          <span className={styles.actions}>
            <WalkCalendar view={view} volunteer={walk.volunteer.id} />
            <Button size="small" icon={<PrintIcon />} onClick={onPrint}>
              {t('walks.print')}
            </Button>
          </span>
        )}
      </div>
      {walk.stops.length === 0 ? (
        <p className={styles.quiet}>{t('walks.empty')}</p>
      ) : (
        <>
          <p>{say.sums(walk)}</p>
          <p className={styles.quiet}>
            {t('walks.estimate', {
              minutes: format.number(walk.minutes),
              distance: format.distance(walk.metres),
              ends: format.timeOfDay(plan.asked.starts + walk.minutes * 60),
            })}
          </p>
        </>
      )}
      <ol className={styles.rows}>
        {walk.stops.map((stop) => {
          const word = words.get(stop.household);
          return (
            <li key={stop.household} className={styles.stop}>
              <span>
                <strong>{stop.label ?? '—'}</strong>
                <span className={styles.quiet}>
                  {' '}
                  {say.trip(stop)} · {format.litres(word?.litres ?? stop.litres)}
                </span>
              </span>
              {word ? (
                <StatusTag level={levels[word.kind]}>{t(`said.${word.kind}`)}</StatusTag>
              ) : stop.gone ? (
                <StatusTag level="warn">{t('walks.gone')}</StatusTag>
              ) : (
                <StatusTag level="unknown">{t('walks.ahead')}</StatusTag>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** The walk for a volunteer's calendar: nobody is named in it, so that it may be passed on. */
function WalkCalendar({ view, volunteer }: { view: DeskDayView; volunteer: string }) {
  const t = doorMessages.use();
  const { language } = useLanguage();
  const save = useSaveFile();
  const notVisitor = usePermitted(getWalkCalendar.permission);
  const { response, day } = view;
  return (
    <ActionButton
      size="small"
      icon={<DownloadIcon />}
      loading={save.isPending}
      disabledReason={notVisitor}
      onClick={() =>
        save.mutate(() => call(getWalkCalendar, { query: { response, volunteer, day, language } }))
      }
    >
      {t('walks.calendar')}
    </ActionButton>
  );
}
