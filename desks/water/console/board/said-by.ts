import type { Commitment, Proof } from '@liangbuwu/office/commitments/contract.ts';
import { lastWord } from '@liangbuwu/office/commitments/rules.ts';
import type { BoardPromise } from '../../board/board-sheet.ts';

/** What each side says by now: its last word. */
export const saidBy = ({ proofs }: Pick<Commitment, 'proofs'>) => ({
  giver: lastWord(proofs, 'giver'),
  receiver: lastWord(proofs, 'receiver'),
});

export type Silent = {
  village: string;
  /** Who has not spoken. */
  side: Proof['side'];
  rows: BoardPromise[];
};

/** Deliveries that one side is silent about, by village: one telephone call each. */
export function silentByVillage(missing: readonly BoardPromise[]): Silent[] {
  const found = new Map<string, Silent>();
  for (const row of missing) {
    const side = saidBy(row.promise).giver ? 'receiver' : 'giver';
    const key = `${row.village} ${side}`;
    const silent = found.get(key) ?? { village: row.village, side, rows: [] };
    silent.rows.push(row);
    found.set(key, silent);
  }
  return [...found.values()];
}
