/** What somebody said of the time, and when that came by the phone's own clock. */
export type Told = { now: string; fetched: number };

/**
 * Their time, ms since 1970, by the last that was told and a phone that reads `phoneNow`: what a phone's clock is wrong by falls
 * out. Of a clock that is set, and stands, where it stood.
 */
export function nowBy(told: readonly Told[], clock: 'system' | 'set', phoneNow: number): number {
  const last = told.reduce((best, one) => (one.fetched > best.fetched ? one : best));
  return Date.parse(last.now) + (clock === 'set' ? 0 : phoneNow - last.fetched);
}
