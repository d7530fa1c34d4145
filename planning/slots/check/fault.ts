/** Every rule that a result can break; see codes.md. */
export type CheckCode =
  | 'wrong-placements'
  | 'unknown-start'
  | 'unknown-way'
  | 'wrong-uses'
  | 'closed'
  | 'order-broken'
  | 'together-broken'
  | 'wrong-loads'
  | 'wrong-overload'
  | 'wrong-costs'
  | 'bound-above'
  | 'wrong-proven'
  | 'wrong-conflicts'
  | 'wrong-changes'
  | 'wrong-stopped';

export interface CheckFault {
  code: CheckCode;
  /** JSON pointer (RFC 6901) into the result: `/placements/2/start`. */
  at: string;
  /** What is wrong. */
  say: { 'zh-CN': string; en: string };
}

export function fault(code: CheckCode, at: string, zh: string, en: string): CheckFault {
  return { code, at, say: { 'zh-CN': zh, en } };
}
