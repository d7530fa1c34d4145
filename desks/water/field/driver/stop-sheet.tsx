import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Button } from '@liangbuwu/ui/phone/button.tsx';
import { Sheet } from '@liangbuwu/ui/phone/sheet.tsx';
import { driverMessages } from '../messages/driver.ts';
import { SideBySide } from '../record/side-by-side.tsx';
import type { Said } from '../said.ts';
import { type StopState, wordOf } from '../stop-states.ts';
import styles from '../water-field.module.css';
import { WayThere } from './next-stop.tsx';
import type { Recording } from './recording-sheet.tsx';
import type { DriverView } from './use-driver-day.ts';

/** One stop of the day: the way there, what was planned, what each side said, and what can be said now. */
export function StopSheet(props: {
  view: DriverView;
  state: StopState;
  onRecord: (is: Recording['is']) => void;
  onCorrect: (said: Said) => void;
  onClose: () => void;
}) {
  const t = driverMessages.use();
  const format = useFormat();
  const { view, state, onRecord } = props;
  const { stop, said } = state;
  const keeper = wordOf(stop.promise, 'receiver');
  const [first, ...others] = (
    stop.kind === 'fill' ? ['filled'] : state.arrived || said ? ['emptied'] : ['arrived', 'emptied']
  ) as Recording['is'][];
  return (
    <Sheet
      title={view.placeName(stop.at)}
      note={`${t('planned')} ${format.timeRange(stop.arrive, stop.finish)} · ${format.litres(stop.litres)}`}
      onClose={props.onClose}
    >
      <div className={styles.way}>
        <WayThere point={view.point(stop.at)} source={view.source(stop.at)} />
      </div>
      {said && stop.kind === 'deliver' && (
        <SideBySide driver={said.litres} keeper={keeper?.quantity ?? null} mine="driver" />
      )}
      {said ? (
        <Button wide onClick={() => props.onCorrect(said)}>
          {t('correct')} · {t('you-said')} {format.litres(said.litres)}
        </Button>
      ) : (
        <>
          {others.map((is) => (
            <Button key={is} wide onClick={() => onRecord(is)}>
              {t(is)}
            </Button>
          ))}
          {first && (
            <Button wide look="main" onClick={() => onRecord(first)}>
              {t(first)}
            </Button>
          )}
        </>
      )}
    </Sheet>
  );
}
