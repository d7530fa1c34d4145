export type BundleTimes = { issuedAt: string; staleAt: string; expiresAt: string };

/** How good what the gate knows is at this time; `ahead`: it is from the future, so the clock is wrong. */
export type Age = 'fresh' | 'stale' | 'expired' | 'ahead';

/** Ms that a phone's clock may be behind, as `verify` has it. */
const slack = 300_000;

export function ageOf({ issuedAt, staleAt, expiresAt }: BundleTimes, now: number): Age {
  if (now >= Date.parse(expiresAt)) return 'expired';
  if (now < Date.parse(issuedAt) - slack) return 'ahead';
  return now >= Date.parse(staleAt) ? 'stale' : 'fresh';
}
