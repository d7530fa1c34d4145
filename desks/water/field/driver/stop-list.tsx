import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Card, Tag } from '@liangbuwu/ui/phone/card.tsx';
import { driverMessages } from '../messages/driver.ts';
import { recordingMessages } from '../messages/recording.ts';
import { SaidLine } from '../record/said-line.tsx';
import type { Said } from '../said.ts';
import { type StopState, unplannedOf, wordOf } from '../stop-states.ts';
import styles from '../water-field.module.css';
import type { DriverView } from './use-driver-day.ts';

/** What has been done and what comes, each a tap away. */
export function StopList(props: {
  view: DriverView;
  onOpen: (state: StopState) => void;
  onCorrect: (said: Said) => void;
}) {
  const t = driverMessages.use();
  const { view } = props;
  const done = view.states.filter(({ is }) => is === 'done').length;
  const unplanned = unplannedOf(view.states, view.said);
  const other = view.said.filter(({ kind }) =>
    ['delayed', 'way-closed', 'broken-down'].includes(kind),
  );
  return (
    <>
      {view.states.length > 0 && (
        <Card>
          <div className={styles.heading}>
            <h2>{t('today')}</h2>
            <span className={styles.muted}>{t('done-of', { done, all: view.states.length })}</span>
          </div>
          <ol className={styles.stops}>
            {view.states.map((state) => (
              <li key={`${state.stop.start} ${state.stop.at}`}>
                <StopRow view={view} state={state} onOpen={() => props.onOpen(state)} />
              </li>
            ))}
          </ol>
        </Card>
      )}
      {unplanned.length + other.length > 0 && (
        <Card>
          <h2>{t('also')}</h2>
          <ul className={styles.stops}>
            {unplanned.map((said) => (
              <li key={said.id}>
                <button type="button" className={styles.stop} onClick={() => props.onCorrect(said)}>
                  <SaidLine said={said} place={view.placeName(said.point ?? said.source)}>
                    <KeeperWord view={view} said={said} />
                  </SaidLine>
                </button>
              </li>
            ))}
            {other.map((said) => (
              <li key={said.id}>
                <SaidLine said={said} place={view.placeName(said.point)} />
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

/** What the village says of water that nobody had planned. */
function KeeperWord({ view, said }: { view: DriverView; said: Said }) {
  const t = driverMessages.use();
  const format = useFormat();
  const found = view.day.unplanned.find(({ promise }) => promise.id === said.promise);
  const word = wordOf(found?.promise, 'receiver');
  if (!word) return null;
  return (
    <Tag tone={word.quantity === said.litres ? 'ok' : 'bad'}>
      {t('keeper-said', { litres: format.litres(word.quantity) })}
    </Tag>
  );
}

function StopRow(props: { view: DriverView; state: StopState; onOpen: () => void }) {
  const t = driverMessages.use();
  const all = recordingMessages.use();
  const format = useFormat();
  const { view, state } = props;
  const { stop, said, is } = state;
  const keeper = wordOf(stop.promise, 'receiver');
  const time = said ? format.findMoment(said.at)?.time : format.timeOfDay(stop.arrive);
  const differs = said && keeper && keeper.quantity !== said.litres;
  return (
    <button type="button" className={styles.stop} data-is={is} onClick={props.onOpen}>
      <span className={styles.time}>{time}</span>
      <span className={styles.what}>
        <b>{view.placeName(stop.at)}</b>
        <span>
          {t(stop.kind === 'fill' ? 'next-fill' : 'next-deliver')}{' '}
          {format.litres(said?.litres ?? stop.litres)}
        </span>
        {keeper && (
          <Tag tone={differs ? 'bad' : 'ok'}>
            {t('keeper-said', { litres: format.litres(keeper.quantity) })}
          </Tag>
        )}
        {is === 'passed' && <Tag tone="warn">{t('passed')}</Tag>}
        {said && said.state !== 'sent' && <Tag tone="warn">{all('not-sent')}</Tag>}
      </span>
      <span className={styles.mark} aria-hidden="true">
        {is === 'done' ? '✓' : '›'}
      </span>
    </button>
  );
}
