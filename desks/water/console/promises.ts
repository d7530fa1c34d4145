import type { Commitment, Need } from '@liangbuwu/office/commitments/contract.ts';
import { lastWord } from '@liangbuwu/office/commitments/rules.ts';
import { findPointOf } from '../promised.ts';

export type PromiseRow = {
  id: string;
  point: string;
  giver: string;
  giverName: string;
  litres: number;
  /** Seconds of the day. */
  from: number;
  to: number;
  state: Commitment['state'];
  /** What both sides, or the one that has spoken, say came; undefined while nobody has. */
  said: { giver: number | undefined; receiver: number | undefined };
};

/** Every promise of the day that still stands, in order of time. */
export function promisesOf(
  needs: readonly Need[],
  secondOf: (instant: string) => number,
): PromiseRow[] {
  return needs
    .flatMap((need) => {
      const point = findPointOf(need);
      if (point === undefined) return [];
      return need.promises
        .filter(({ state }) => state !== 'withdrawn')
        .map(
          (promise): PromiseRow => ({
            id: promise.id,
            point,
            giver: promise.giver,
            giverName: promise.giverName,
            litres: promise.quantity,
            from: secondOf(promise.dueFrom),
            to: secondOf(promise.dueTo),
            state: promise.state,
            said: {
              giver: lastWord(promise.proofs, 'giver')?.quantity,
              receiver: lastWord(promise.proofs, 'receiver')?.quantity,
            },
          }),
        );
    })
    .sort((a, b) => a.from - b.from || a.to - b.to);
}

/** Nobody has said what came of it: the plan's figure stands. */
export const isUnspoken = ({ said }: PromiseRow): boolean =>
  said.giver === undefined && said.receiver === undefined;

/** The one to look out for: under way now, or else the next to come. */
export function findNext(promises: readonly PromiseRow[], now: number): PromiseRow | undefined {
  return promises.find(({ state, to }) => state === 'made' && to > now);
}

export type Phase = 'to-come' | 'under-way' | 'unspoken' | Exclude<Commitment['state'], 'made'>;

/** How a promise stands now: one whose time is over and of which nobody has spoken is not simply still to come. */
export function phaseOf({ state, from, to }: PromiseRow, now: number): Phase {
  if (state !== 'made') return state;
  if (now < from) return 'to-come';
  return now < to ? 'under-way' : 'unspoken';
}
