/** Every rule that a result can break; see codes.md. */
export type CheckCode =
  | 'wrong-total'
  | 'wrong-levels'
  | 'unknown-site'
  | 'unknown-group'
  | 'site-twice'
  | 'never-chosen'
  | 'must-missing'
  | 'existing-missing'
  | 'too-many-new'
  | 'over-budget'
  | 'not-open'
  | 'walk-twice'
  | 'not-people'
  | 'out-of-reach'
  | 'over-people'
  | 'over-yield'
  | 'wrong-people'
  | 'wrong-gain'
  | 'fewer-people'
  | 'bound-below'
  | 'wrong-proven'
  | 'wrong-cost'
  | 'wrong-walking'
  | 'wrong-saved'
  | 'wrong-station'
  | 'wrong-adds'
  | 'wrong-unserved'
  | 'wrong-stopped';

export interface CheckFault {
  code: CheckCode;
  /** JSON pointer (RFC 6901) into the result: `/levels/2/walks/0`. */
  at: string;
  /** What is wrong. */
  say: { 'zh-CN': string; en: string };
}

export function fault(code: CheckCode, at: string, zh: string, en: string): CheckFault {
  return { code, at, say: { 'zh-CN': zh, en } };
}
