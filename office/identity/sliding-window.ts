/** Counts what happened under a key in the last `seconds`, `limit` times at most. Lives in this process only. */
export interface SlidingWindow {
  /** Seconds until one more is allowed; 0 when it is now. */
  wait(key: string, now: number): number;
  /** Counts one at `now`, in milliseconds. */
  take(key: string, now: number): void;
  /** Takes one back that was counted at `now`. */
  giveBack(key: string, now: number): void;
  forget(key: string): void;
}

const mostKeys = 20_000;
const spareKeys = 2000;

export function slidingWindow(limit: number, seconds: number): SlidingWindow {
  const taken = new Map<string, number[]>();
  const span = seconds * 1000;

  const recent = (key: string, now: number): number[] => {
    const times = (taken.get(key) ?? []).filter((time) => time > now - span);
    if (times.length > 0) taken.set(key, times);
    else taken.delete(key);
    return times;
  };

  const makeRoom = (now: number): void => {
    for (const key of taken.keys()) recent(key, now);
    // Some at once: looking through all of them for every further one would cost more than what it holds off.
    for (const key of taken.keys()) {
      if (taken.size < mostKeys - spareKeys) return;
      taken.delete(key);
    }
  };

  return {
    wait(key, now) {
      const times = recent(key, now);
      const oldest = times[times.length - limit];
      return oldest === undefined ? 0 : Math.max(1, Math.ceil((oldest + span - now) / 1000));
    },
    take(key, now) {
      if (taken.size >= mostKeys && !taken.has(key)) makeRoom(now);
      // No more than are looked at: whoever goes on all the same fills no memory.
      taken.set(key, [...recent(key, now), now].slice(-limit));
    },
    giveBack(key, now) {
      const times = taken.get(key) ?? [];
      const at = times.lastIndexOf(now);
      if (at >= 0) taken.set(key, times.toSpliced(at, 1));
    },
    forget(key) {
      taken.delete(key);
    },
  };
}
