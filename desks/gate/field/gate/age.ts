/** Of the bundle itself, which is signed: seconds since 1970. */
type BundleTimes = { issuedAt: number; staleAt: number; expiresAt: number };

/** How good what the gate knows is at this time; `ahead`: it is from the future, so the clock is wrong. */
export type Age = 'fresh' | 'stale' | 'expired' | 'ahead';

/** Ms that a phone's clock may be behind, as `verify` has it. */
const slack = 300_000;

/** @param now ms since 1970. */
export function ageOf({ issuedAt, staleAt, expiresAt }: BundleTimes, now: number): Age {
  if (now >= expiresAt * 1000) return 'expired';
  if (now < issuedAt * 1000 - slack) return 'ahead';
  return now >= staleAt * 1000 ? 'stale' : 'fresh';
}
