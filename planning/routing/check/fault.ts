/** Every rule that a plan can break; see codes.md. */
export type CheckCode =
  | 'unknown-vehicle'
  | 'unknown-visit'
  | 'unknown-client'
  | 'unknown-depot'
  | 'client-twice'
  | 'too-many-routes'
  | 'no-client'
  | 'pinned-missing'
  | 'reload-not-allowed'
  | 'too-many-reloads'
  | 'over-capacity'
  | 'no-way'
  | 'client-late'
  | 'depot-late'
  | 'shift-over'
  | 'duration-over'
  | 'distance-over'
  | 'unserved-unknown'
  | 'unserved-twice'
  | 'unserved-visited'
  | 'unserved-unlisted'
  | 'wrong-missing'
  | 'wrong-cost'
  | 'could-be-served'
  | 'wrong-because'
  | 'wrong-excess';

export interface CheckFault {
  code: CheckCode;
  /** JSON pointer (RFC 6901) into the plan: `/routes/2/visits/0`. What is wrong at the start or end of a route is at the route. */
  at: string;
  /** What is wrong. */
  say: { 'zh-CN': string; en: string };
}

export function fault(code: CheckCode, at: string, zh: string, en: string): CheckFault {
  return { code, at, say: { 'zh-CN': zh, en } };
}
