import type { Commitment } from '@liangbuwu/office/commitments/contract.ts';
import type { KeeperDay } from '../../recording/field-day.ts';
import type { Said } from '../said.ts';
import { wordOf } from '../stop-states.ts';

/** One delivery to a point, with the last word of either side. */
export type Delivery = {
  promise: Commitment;
  /** Litres; null: nothing said yet. */
  driver: number | null;
  keeper: number | null;
  /** The keeper's entry that a correction puts right. */
  said: Said | undefined;
};

/** What is promised to a point today, in order of time. What was taken back shows only if somebody spoke of it. */
export function deliveriesTo(
  point: string,
  day: Pick<KeeperDay, 'promises'>,
  said: readonly Said[],
): Delivery[] {
  const received = said.filter(({ kind, corrected }) => kind === 'received' && !corrected);
  return day.promises
    .filter((one) => one.point === point)
    .map(({ promise }): Delivery => {
      const own = received.findLast((one) => one.promise === promise.id);
      const driver = wordOf(promise, 'giver')?.quantity ?? null;
      const keeper = own?.litres ?? wordOf(promise, 'receiver')?.quantity ?? null;
      return { promise, driver, keeper, said: own };
    })
    .filter(
      ({ promise, said: own }) => promise.state !== 'withdrawn' || promise.proofs.length > 0 || own,
    )
    .sort((one, other) => (one.promise.dueFrom < other.promise.dueFrom ? -1 : 1));
}

/** What was received at a point that no promise is known for yet. */
export const unexpectedAt = (
  point: string,
  deliveries: readonly Delivery[],
  said: readonly Said[],
): Said[] =>
  said.filter(
    (one) =>
      one.kind === 'received' &&
      !one.corrected &&
      one.point === point &&
      !deliveries.some(({ promise }) => promise.id === one.promise),
  );
