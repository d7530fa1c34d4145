import type { Commitment } from '@liangbuwu/office/commitments/contract.ts';
import type { Standing } from './board-sheet.ts';

/** Minutes after which a word is missed: after the promised time, and after the other side has spoken. */
export const patience = { word: 15, secondKey: 60 };

const minutes = (from: string, to: string): number =>
  Math.floor((Date.parse(to) - Date.parse(from)) / 60_000);

export interface Stand {
  standing: Standing;
  /** Minutes behind; null: it is not. */
  behind: number | null;
}

/**
 * How a promise stands by now.
 *
 * @param delay minutes that its driver said to be late
 * @param arrived whether the tanker was said to have come to the point
 */
export function standingOf(
  promise: Commitment,
  now: string,
  { delay = 0, arrived = false }: { delay?: number; arrived?: boolean } = {},
): Stand {
  const { state, dueFrom, dueTo, proofs } = promise;
  if (state === 'kept' || state === 'partly-kept') return { standing: state, behind: null };
  if (state === 'disputed') return { standing: 'differs', behind: null };
  const last = proofs.at(-1);
  if (last) {
    const waited = minutes(last.at, now);
    const missed = waited > patience.secondKey;
    if (last.side === 'receiver')
      return { standing: missed ? 'first-key-missing' : 'under-way', behind: null };
    return {
      standing: missed ? 'second-key-missing' : 'waits-for-second-key',
      behind: missed ? waited : null,
    };
  }
  const over = minutes(dueTo, now) - delay;
  if (over > patience.word && !arrived) return { standing: 'late', behind: minutes(dueTo, now) };
  const begun = arrived || minutes(dueFrom, now) >= 0;
  return { standing: begun ? 'under-way' : 'coming', behind: delay > 0 ? delay : null };
}
