import { type CameraFault, faultBeforehand, faultOf } from './camera-fault.ts';

/** What browsers have beyond the standard: the lamp beside a back camera. */
type Lamp = { torch?: boolean };

export type Camera = {
  /** Undefined: it has none. */
  torch?: (on: boolean) => Promise<void>;
  close: () => void;
};

/** Opens the back camera into a video element. Rejects with a `CameraFault`. */
export async function openCamera(video: HTMLVideoElement): Promise<Camera> {
  const media: MediaDevices | undefined = navigator.mediaDevices;
  const missing = faultBeforehand({ secure: window.isSecureContext, media: media !== undefined });
  if (missing) throw missing;
  let stream: MediaStream;
  try {
    stream = await media.getUserMedia({
      audio: false,
      video: {
        facingMode: { ideal: 'environment' },
        width: { ideal: 1280 },
        height: { ideal: 960 },
      },
    });
  } catch (error) {
    throw faultOf(error);
  }
  const close = () => {
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  };
  try {
    video.srcObject = stream;
    await video.play();
  } catch {
    close();
    throw 'failed' satisfies CameraFault;
  }
  const [track] = stream.getVideoTracks();
  const { torch } = (track?.getCapabilities?.() ?? {}) as Lamp;
  if (!track || !torch) return { close };
  return {
    close,
    torch: (on) => track.applyConstraints({ advanced: [{ torch: on } as MediaTrackConstraintSet] }),
  };
}

/** True of a string that `openCamera` threw. */
export const isFault = (thrown: unknown): thrown is CameraFault => typeof thrown === 'string';
