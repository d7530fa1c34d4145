import type { Commitment } from '@liangbuwu/office/commitments/contract.ts';
import { giverOf } from '../promised.ts';

/** Minutes between what was promised and what is said, beyond which the one is not taken for the other. */
const nearMinutes = 180;

export interface Statement {
  side: 'giver' | 'receiver';
  /** As the phone knew it; the plan may have changed since. */
  promise: string | null;
  /** Null: not known. */
  tanker: string | null;
  at: string;
}

/**
 * The promise that somebody speaks of: the one that is named, as long as it stands; else the nearest in time at this
 * point that this side has not spoken of, by the same tanker where that is known. Undefined: nobody promised it.
 */
export function matchPromise(
  standing: readonly Commitment[],
  { side, promise, tanker, at }: Statement,
): Commitment | undefined {
  const named = standing.find(({ id }) => id === promise);
  if (named) return named;
  const minutesOff = ({ dueFrom, dueTo }: Commitment) => {
    const when = Date.parse(at);
    return Math.max(0, Date.parse(dueFrom) - when, when - Date.parse(dueTo)) / 60_000;
  };
  // The other side may have known the tanker where this one did not, and the other way round.
  const fits = ({ giver }: Commitment) =>
    tanker === null || giver === giverOf(tanker) || giver === giverOf(null);
  const expected = (one: Commitment) =>
    tanker === null ? one.proofs.length > 0 : one.giver === giverOf(tanker);
  const rank = (one: Commitment) => (expected(one) ? 0 : 1);
  return standing
    .filter((one) => fits(one) && !one.proofs.some((proof) => proof.side === side))
    .filter((one) => minutesOff(one) <= nearMinutes)
    .sort(
      (a, b) => rank(a) - rank(b) || minutesOff(a) - minutesOff(b) || (a.id < b.id ? -1 : 1),
    )[0];
}
