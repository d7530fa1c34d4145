import { Button } from '@liangbuwu/ui/phone/button.tsx';
import { useState } from 'react';
import { driverMessages } from '../messages/driver.ts';
import { CorrectionSheet } from '../record/correction-sheet.tsx';
import type { Said } from '../said.ts';
import type { StopState } from '../stop-states.ts';
import styles from '../water-field.module.css';
import { ElsewhereSheet } from './elsewhere-sheet.tsx';
import { NextStop, NothingNext } from './next-stop.tsx';
import { PlanNotice } from './plan-notice.tsx';
import { type Recording, RecordingSheet } from './recording-sheet.tsx';
import { StopList } from './stop-list.tsx';
import { StopSheet } from './stop-sheet.tsx';
import { TroubleSheet } from './trouble-sheet.tsx';
import { type DriverView, driverCard } from './use-driver-day.ts';

type Open =
  | Recording
  | { is: 'correct'; said: Said }
  | { is: 'elsewhere' }
  | { is: 'trouble' }
  | { is: 'stop'; state: StopState };

/** The next stop large, its three buttons within the thumb's reach, then the day. */
export function DriverToday({ view }: { view: DriverView }) {
  const t = driverMessages.use();
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const { states } = view;
  const at = states.findIndex(({ is }) => is === 'next');
  const next = states[at];
  const ahead = (kind: 'fill' | 'deliver') =>
    states.slice(at < 0 ? states.length : at).find(({ stop, said }) => stop.kind === kind && !said);
  const [fill, deliver] = [ahead('fill'), ahead('deliver')];
  const start = (is: Recording['is'], state: StopState | undefined) =>
    setOpen(state ? { is, state } : { is: 'elsewhere' });
  const main =
    next?.stop.kind === 'fill' ? 'filled' : next?.arrived ? 'emptied' : next ? 'arrived' : '';
  return (
    <>
      <PlanNotice view={view} />
      {next ? <NextStop view={view} state={next} /> : <NothingNext view={view} />}
      <div className={styles.minor}>
        <Button onClick={() => setOpen({ is: 'elsewhere' })}>{t('elsewhere')}</Button>
        <Button onClick={() => setOpen({ is: 'trouble' })}>{t('trouble')}</Button>
      </div>
      <StopList
        view={view}
        onOpen={(state) => setOpen({ is: 'stop', state })}
        onCorrect={(said) => setOpen({ is: 'correct', said })}
      />
      <div className={styles.three}>
        <Button look={main === 'filled' ? 'main' : 'plain'} onClick={() => start('filled', fill)}>
          {t('filled')}
        </Button>
        <Button
          look={main === 'arrived' ? 'main' : 'plain'}
          onClick={() => start('arrived', deliver)}
        >
          {t('arrived')}
        </Button>
        <Button
          look={main === 'emptied' ? 'main' : 'plain'}
          onClick={() => start('emptied', deliver)}
        >
          {t('emptied')}
        </Button>
      </div>
      {open?.is === 'elsewhere' && <ElsewhereSheet view={view} onClose={close} />}
      {open?.is === 'trouble' && (
        <TroubleSheet view={view} point={deliver?.stop.at} onClose={close} />
      )}
      {open?.is === 'stop' && (
        <StopSheet
          view={view}
          state={open.state}
          onRecord={(is) => setOpen({ is, state: open.state })}
          onCorrect={(said) => setOpen({ is: 'correct', said })}
          onClose={close}
        />
      )}
      {open?.is === 'correct' && (
        <CorrectionSheet
          said={open.said}
          place={view.placeName(open.said.point ?? open.said.source)}
          response={view.day.response.id}
          card={driverCard}
          holds={view.tanker.litres}
          onClose={close}
        />
      )}
      {(open?.is === 'filled' || open?.is === 'arrived' || open?.is === 'emptied') && (
        <RecordingSheet view={view} recording={open} onClose={close} />
      )}
    </>
  );
}
