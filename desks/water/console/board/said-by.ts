import type { Commitment, Proof } from '@liangbuwu/office/commitments/contract.ts';

/** What each side says by now: its last word. */
export function saidBy({ proofs }: Pick<Commitment, 'proofs'>): {
  giver: Proof | undefined;
  receiver: Proof | undefined;
} {
  const last = (side: Proof['side']) => proofs.filter((proof) => proof.side === side).at(-1);
  return { giver: last('giver'), receiver: last('receiver') };
}
