import { networkOf } from '../identity/login-limits.ts';
import { slidingWindow } from '../identity/sliding-window.ts';

/** How often one network may ask. A whole village stands behind one address of its phone company, so that reading is cheap. */
export interface PageLimits {
  /** Seconds to wait; 0 when it may. Counts this one. */
  ask(how: 'read' | 'write', from: string, now: number): number;
  /** It asked for what is not there. */
  missed(from: string, now: number): void;
}

export function pageLimits(): PageLimits {
  const reads = slidingWindow(600, 60);
  const writes = slidingWindow(60, 10 * 60);
  const misses = slidingWindow(60, 10 * 60);
  return {
    ask(how, from, now) {
      const key = networkOf(from);
      const window = how === 'read' ? reads : writes;
      const wait = Math.max(window.wait(key, now), misses.wait(key, now));
      if (wait === 0) window.take(key, now);
      return wait;
    },
    missed: (from, now) => misses.take(networkOf(from), now),
  };
}
