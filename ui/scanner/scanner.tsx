import { type ReactNode, useState } from 'react';
import { Segments } from '../phone/segments.tsx';
import { CameraView } from './camera-view.tsx';
import type { Decoder } from './decoder.ts';
import type { Once } from './once.ts';
import { PhotoPick } from './photo-pick.tsx';
import styles from './scanner.module.css';
import { scannerMessages } from './scanner-messages.ts';

export type Way = 'camera' | 'photo' | 'typed';

/**
 * Reads a QR code by the camera or from a photo; `typing` is shown for what is typed instead. Mounted it looks, so
 * whoever has read enough takes it away.
 */
export function Scanner(props: {
  decoder: Decoder;
  once: Once;
  /** Ms, of any clock that only goes on. */
  clock: { now: () => number };
  onRead: (text: string, way: 'camera' | 'photo') => void;
  typing: ReactNode;
  starts?: Way;
}) {
  const t = scannerMessages.use();
  const [way, setWay] = useState<Way>(props.starts ?? 'camera');
  const { decoder, once, clock, onRead } = props;
  return (
    <div className={styles.scanner}>
      <Segments
        legend={t('ways')}
        options={(['camera', 'photo', 'typed'] as const).map((value) => ({
          value,
          name: t(value),
        }))}
        value={way}
        onChange={setWay}
      />
      {way === 'camera' && (
        <CameraView
          decoder={decoder}
          once={once}
          clock={clock}
          onRead={(text) => onRead(text, 'camera')}
        />
      )}
      {way === 'photo' && <PhotoPick decoder={decoder} onRead={(text) => onRead(text, 'photo')} />}
      {way === 'typed' && props.typing}
    </div>
  );
}
