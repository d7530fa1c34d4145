/** Why there is no picture; each is told with what can be done. */
export type CameraFault =
  | 'insecure'
  | 'unsupported'
  | 'denied'
  | 'none'
  | 'busy'
  | 'failed'
  | 'decoder';

/** Why this browser offers no camera at all; undefined: it may be asked for one. */
export function faultBeforehand(has: { secure: boolean; media: boolean }): CameraFault | undefined {
  if (has.media) return undefined;
  return has.secure ? 'unsupported' : 'insecure';
}

/** What `getUserMedia` threw, by the names of its specification. */
export function faultOf(error: unknown): CameraFault {
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'none';
  return name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'failed';
}
