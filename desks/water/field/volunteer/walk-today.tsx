import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Button } from '@liangbuwu/ui/phone/button.tsx';
import { Card, Tag } from '@liangbuwu/ui/phone/card.tsx';
import { useTools } from '@liangbuwu/ui/phone/tools.ts';
import { useState } from 'react';
import type { VisitBody } from '../../doors/visit.ts';
import { recordingMessages } from '../messages/recording.ts';
import { volunteerMessages } from '../messages/volunteer.ts';
import { OtherDay } from '../record/other-day.tsx';
import { routes } from '../routes.ts';
import styles from '../water-field.module.css';
import { DoorAhead, useTripWords } from './door-ahead.tsx';
import type { DoorState, Stop } from './door-states.ts';
import type { Walk } from './use-walks.ts';
import { VisitSheet } from './visit-sheet.tsx';

/** The next door large with its three buttons, then the walk. Any door of the list can be taken next. */
export function WalkToday({ walk }: { walk: Walk }) {
  const t = volunteerMessages.use();
  const format = useFormat();
  const [chosen, setChosen] = useState<string>();
  const [body, setBody] = useState<VisitBody>();
  const { day, states } = walk;
  const phrase = useSay();
  const { online, takeFile, say } = useTools();
  // Neither in it nor in its address is a house or a name.
  const calendar =
    `${routes.walkCalendar}?response=${day.response.id}&day=${day.day}&language=${format.language}` as const;
  const takeCalendar = async () => {
    const came = await takeFile(calendar);
    if (came !== 'taken') say(came === 'unreachable' ? t('calendar-offline') : phrase(came.cause));
  };
  const next =
    states.find(({ stop }) => stop.household === chosen) ?? states.find(({ is }) => is === 'ahead');
  const visited = states.filter(({ is }) => is !== 'ahead').length;
  const litres = day.stops.reduce((sum, stop) => sum + stop.litres, 0);
  const start = ({ household, litres: planned }: Stop, kind: VisitBody['kind']) => {
    const common = { response: day.response.id, household, at: walk.now() };
    setBody(kind === 'door-done' ? { kind, litres: planned, ...common } : { kind, ...common });
  };
  const label = day.stops.find(({ household }) => household === body?.household)?.label;
  return (
    <>
      <div>
        <h1>{day.village}</h1>
        <p className={styles.muted}>
          {t('title')} · {format.date(day.day)}
        </p>
        <p className={styles.muted}>
          {t('walk', { from: format.timeOfDay(day.starts), until: format.timeOfDay(day.until) })}
        </p>
      </div>
      <OtherDay day={day.day} now={walk.now()} />
      {next ? (
        <DoorAhead day={day} state={next} />
      ) : (
        <Card>
          <h2 className={styles.place}>{t('all-done')}</h2>
          <p className={styles.muted}>{t('all-done-note')}</p>
        </Card>
      )}
      <Card>
        <div className={styles.heading}>
          <h2>{t('list')}</h2>
          <span className={styles.muted}>
            {t('done-of', { done: visited, all: states.length })}
          </span>
        </div>
        <p className={styles.muted}>
          {t('sums', {
            doors: states.length,
            litres: format.litres(litres),
            trips: day.trips,
            minutes: day.minutes,
          })}
        </p>
        <ol className={styles.stops}>
          {states.map((state) => (
            <li key={state.stop.household}>
              <DoorRow
                state={state}
                isNext={state === next}
                onOpen={() => {
                  setChosen(state.stop.household);
                  window.scrollTo({ top: 0 });
                }}
              />
            </li>
          ))}
        </ol>
        <p className={styles.muted}>{t('estimate')}</p>
        <p className={styles.muted}>{t('version', { version: day.version, by: day.by })}</p>
        <Button wide small look="quiet" disabled={!online} onClick={() => void takeCalendar()}>
          {t(online ? 'calendar' : 'calendar-offline')}
        </Button>
      </Card>
      {next && (
        <div className={styles.three}>
          <Button look="main" onClick={() => start(next.stop, 'door-done')}>
            {t('done')}
          </Button>
          <Button onClick={() => start(next.stop, 'door-away')}>{t('away')}</Button>
          <Button look="danger" onClick={() => start(next.stop, 'door-worried')}>
            {t('worried')}
          </Button>
        </div>
      )}
      {body && (
        <VisitSheet
          title={label ?? ''}
          body={body}
          onClose={() => {
            setBody(undefined);
            setChosen(undefined);
          }}
        />
      )}
    </>
  );
}

function DoorRow(props: { state: DoorState; isNext: boolean; onOpen: () => void }) {
  const t = volunteerMessages.use();
  const all = recordingMessages.use();
  const format = useFormat();
  const trip = useTripWords();
  const { stop, word, is } = props.state;
  const time = word && format.findMoment(word.at)?.time;
  return (
    <button
      type="button"
      className={styles.stop}
      data-is={is !== 'ahead' ? 'done' : props.isNext ? 'next' : 'ahead'}
      onClick={props.onOpen}
    >
      <span className={styles.what}>
        <b>{stop.label}</b>
        <span>
          {[time, trip(stop), format.litres(word?.litres ?? stop.litres)]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {word && (
          <Tag tone={word.kind === 'door-done' ? 'ok' : word.kind === 'door-away' ? 'warn' : 'bad'}>
            {t(`said.${word.kind}`)}
          </Tag>
        )}
        {is === 'gone' && stop.gone && <Tag tone="unknown">{t(`gone.${stop.gone}`)}</Tag>}
        {word && word.state !== 'sent' && <Tag tone="warn">{all('not-sent')}</Tag>}
      </span>
      <span className={styles.mark} aria-hidden="true">
        {word?.kind === 'door-done' ? '✓' : '›'}
      </span>
    </button>
  );
}
