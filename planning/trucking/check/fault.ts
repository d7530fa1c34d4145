import { quote } from '../format/show.ts';
import type { Say } from '../water-day.ts';

/** Every rule that a plan can break; see ../codes.md. */
export type CheckCode =
  | 'wrong-problem'
  | 'unknown-tanker'
  | 'two-routes'
  | 'not-from-home'
  | 'not-back-home'
  | 'home-in-mid-route'
  | 'leaves-before-shift'
  | 'back-after-shift'
  | 'no-way'
  | 'sets-out-early'
  | 'starts-before-arriving'
  | 'wrong-finish'
  | 'no-litres'
  | 'unknown-source'
  | 'source-closed'
  | 'bays-full'
  | 'source-day-exceeded'
  | 'tanker-overfull'
  | 'unknown-point'
  | 'point-closed'
  | 'more-than-loaded'
  | 'tanker-too-big'
  | 'over-need'
  | 'tank-overflow'
  | 'no-rest'
  | 'kept-stop-changed'
  | 'starts-before-now'
  | 'sets-out-before-now'
  | 'tanker-out'
  | 'score-tiers'
  | 'score-hardship'
  | 'score-worst'
  | 'score-people'
  | 'score-metres'
  | 'score-changed'
  | 'short-missing'
  | 'short-needless'
  | 'short-twice'
  | 'short-tier'
  | 'short-litres'
  | 'patch-fails'
  | 'patch-breaks-problem'
  | 'patch-breaks-plan';

export interface CheckFault {
  code: CheckCode;
  /** JSON pointer into the plan. */
  at: string;
  say: Say;
}

export function fault(code: CheckCode, at: string, zh: string, en: string): CheckFault {
  return { code, at, say: { 'zh-CN': zh, en } };
}

/** 45296 → 12:34:56; a time after midnight goes on counting: 25:00:00. */
export function clock(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

/** An id as it appears in a sentence: cut when huge, on one line. */
export function named(id: string): string {
  const quoted = quote(id);
  return /^"[\p{L}\p{N}._-]+"$/u.test(quoted) ? quoted.slice(1, -1) : quoted;
}
