import type { Check } from '../checks/check.ts';
import { RefusalReason } from '../gate.ts';
import type { Board, Inside } from './board.contract.ts';

type Day = Pick<Board, 'inside' | 'withoutPass' | 'hours' | 'refusals' | 'flagged' | 'latest'>;

const mostShown = 200;

/** A gate's day from its checks of that day; who is inside from all before. */
export function boardOf(
  checks: readonly Check[],
  before: { inside: readonly Inside[]; withoutPass: number },
  hourOf: (at: string) => number,
): Day {
  const hours = new Map<number, Board['hours'][number]>();
  const refusals = new Map<RefusalReason, number>();
  for (const { at, direction, letThrough, reason } of checks) {
    const hour = hourOf(at);
    const of = hours.get(hour) ?? { hour, in: 0, out: 0, refused: 0 };
    of[letThrough ? direction : 'refused'] += 1;
    hours.set(hour, of);
    if (reason) refusals.set(reason, (refusals.get(reason) ?? 0) + 1);
  }
  const latestFirst = [...checks].reverse();
  return {
    inside: [...before.inside],
    withoutPass: Math.max(0, before.withoutPass),
    hours: [...hours.values()].sort((a, b) => a.hour - b.hour),
    refusals: RefusalReason.options.flatMap((reason) => {
      const count = refusals.get(reason);
      return count === undefined ? [] : [{ reason, count }];
    }),
    flagged: latestFirst.filter(({ flags }) => flags.length > 0),
    latest: latestFirst.slice(0, mostShown),
  };
}
