import { refuse } from '../http/refusal.ts';
import { slidingWindow } from '../identity/sliding-window.ts';
import type { ResponseKeys } from '../keys/response-keys.ts';
import { mostAtOnce, mostInAnHour, tooManyAtOnce, tooManyInAnHour } from './rules.ts';

/** Holds off who reads many people at once or within an hour. Counts in this process only, as signing in does. */
export interface ReadingLimit {
  take(account: string, persons: number, now: Temporal.Instant): void;
}

/** What reads people: their keys, and how many at most. */
export interface Reading {
  keys: ResponseKeys;
  limit: ReadingLimit;
}

export function readingLimit(): ReadingLimit {
  const read = slidingWindow(mostInAnHour, 60 * 60);
  return {
    take(account, persons, at) {
      if (persons > mostAtOnce) throw refuse(tooManyAtOnce, { asked: persons });
      const now = at.epochMilliseconds;
      for (let i = 0; i < persons; i++) {
        const seconds = read.wait(account, now);
        if (seconds > 0) throw refuse(tooManyInAnHour, { seconds });
        read.take(account, now);
      }
    },
  };
}
