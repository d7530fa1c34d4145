import { type RefObject, useEffect, useRef, useState } from 'react';
import { type Camera, isFault, openCamera } from './camera.ts';
import type { CameraFault } from './camera-fault.ts';
import type { Decoder } from './decoder.ts';
import type { Once } from './once.ts';
import { pixelsOf } from './pixels.ts';

export type CameraState =
  | { is: 'opening' }
  /** `sees`: what lies before it now. */
  | { is: 'looking'; camera: Camera; sees: 'nothing' | 'same' | 'several' }
  | { is: 'faulty'; fault: CameraFault };

/** Milliseconds between two looks: more often would heat the phone and find no more. */
const pause = 90;

/**
 * Looks for codes for as long as it is mounted and the page is seen; out of sight the camera is let go, and opened again
 * afterwards.
 */
export function useCamera(
  video: RefObject<HTMLVideoElement | null>,
  reading: {
    decoder: Decoder;
    once: Once;
    clock: { now: () => number };
    onRead: (text: string) => void;
  },
): { state: CameraState; again: () => void } {
  const [state, setState] = useState<CameraState>({ is: 'opening' });
  const [tries, setTries] = useState(0);
  const [seen, setSeen] = useState(() => document.visibilityState === 'visible');
  const latest = useRef(reading);
  useEffect(() => {
    latest.current = reading;
  });
  useEffect(() => {
    const look = () => setSeen(document.visibilityState === 'visible');
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);

  // oxlint-disable-next-line react-hooks/exhaustive-deps -- another try opens it anew
  useEffect(() => {
    const element = video.current;
    if (!seen || !element) return;
    let camera: Camera | undefined;
    let closed = false;
    const canvas = document.createElement('canvas');

    const look = async () => {
      const { decoder, once, clock, onRead } = latest.current;
      const picture = pixelsOf(element, canvas);
      const texts = picture ? await decoder.read(picture, 'glance') : [];
      if (closed || !camera) return;
      const [text] = texts;
      const isNew = text !== undefined && texts.length === 1 && once.isNew(text, clock.now());
      const sees = texts.length > 1 ? 'several' : text === undefined || isNew ? 'nothing' : 'same';
      setState((before) =>
        before.is === 'looking' && before.sees === sees
          ? before
          : { is: 'looking', camera: camera as Camera, sees },
      );
      if (isNew) onRead(text);
    };
    const run = async () => {
      setState({ is: 'opening' });
      try {
        camera = await openCamera(element);
      } catch (fault) {
        if (!closed) setState({ is: 'faulty', fault: isFault(fault) ? fault : 'failed' });
        return;
      }
      if (closed) return camera.close();
      latest.current.once.resume(latest.current.clock.now());
      try {
        while (!closed) {
          await look();
          await new Promise((resolve) => setTimeout(resolve, pause));
        }
      } catch {
        if (closed) return;
        camera.close();
        setState({ is: 'faulty', fault: 'decoder' });
      }
    };
    void run();
    return () => {
      closed = true;
      camera?.close();
    };
  }, [seen, tries, video]);

  return { state, again: () => setTries((before) => before + 1) };
}
