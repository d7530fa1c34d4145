import { useRef, useState } from 'react';
import { Button } from '../phone/button.tsx';
import type { Decoder } from './decoder.ts';
import type { Once } from './once.ts';
import styles from './scanner.module.css';
import { scannerMessages } from './scanner-messages.ts';
import { useCamera } from './use-camera.ts';

/** What the camera sees, with a frame to aim by; a code in it is read by itself. */
export function CameraView(props: {
  decoder: Decoder;
  once: Once;
  clock: { now: () => number };
  onRead: (text: string) => void;
}) {
  const t = scannerMessages.use();
  const video = useRef<HTMLVideoElement>(null);
  const { state, again } = useCamera(video, props);
  const faulty = state.is === 'faulty';
  return (
    <div className={styles.camera}>
      <div className={styles.view} hidden={faulty}>
        <video ref={video} muted playsInline aria-label={t('picture')} />
        <span className={styles.frame} aria-hidden="true" />
        {state.is === 'looking' && state.camera.torch && <Torch turn={state.camera.torch} />}
      </div>
      <output className={styles.hint}>
        {state.is === 'opening' && t('opening')}
        {state.is === 'looking' && t(state.sees === 'nothing' ? 'aim' : state.sees)}
      </output>
      {faulty && (
        <div role="alert" className={styles.fault}>
          <b>{t('no-camera')}</b>
          <p>{t(`fault.${state.fault}`)}</p>
          <Button wide onClick={again}>
            {t('again')}
          </Button>
        </div>
      )}
    </div>
  );
}

function Torch({ turn }: { turn: (on: boolean) => Promise<void> }) {
  const t = scannerMessages.use();
  const [on, setOn] = useState(false);
  const press = () => {
    turn(!on).then(
      () => setOn(!on),
      () => undefined,
    );
  };
  return (
    <span className={styles.torch}>
      <Button small pressed={on} onClick={press}>
        {t(on ? 'torch-off' : 'torch-on')}
      </Button>
    </span>
  );
}
