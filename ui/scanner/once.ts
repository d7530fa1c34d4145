/** Milliseconds for which a code has to be out of sight before it counts again. */
export const moment = 3000;

export type Once = {
  /** Whether it is another code than the one in sight, at this time in ms. */
  isNew: (text: string, now: number) => boolean;
  /** The camera looks again after a pause: what it saw last may still lie there. */
  resume: (now: number) => void;
};

/** A code that stays before the camera is seen many times a second, and counts once. */
export function createOnce(): Once {
  let text: string | undefined;
  let seen = Number.NEGATIVE_INFINITY;
  return {
    isNew(found, now) {
      const again = found === text && now - seen < moment;
      text = found;
      seen = now;
      return !again;
    },
    resume(now) {
      seen = now;
    },
  };
}
