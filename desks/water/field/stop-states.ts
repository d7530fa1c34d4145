import type { Commitment } from '@liangbuwu/office/commitments/contract.ts';
import type { DriverStop } from '../recording/field-day.ts';
import type { Said } from './said.ts';

export type StopState = {
  stop: DriverStop;
  /** passed: a later stop is done, of this one nothing was said. */
  is: 'done' | 'next' | 'ahead' | 'passed';
  /** That it was filled, or emptied. */
  said: Said | undefined;
  arrived: Said | undefined;
};

/** How far a tanker is on its day's stops, in order of time, by what was said of them. */
export function stopStates(stops: readonly DriverStop[], said: readonly Said[]): StopState[] {
  const left = said.filter(({ corrected }) => !corrected);
  const take = (fits: (one: Said) => boolean): Said | undefined => {
    const at = left.findIndex(fits);
    return at < 0 ? undefined : left.splice(at, 1)[0];
  };
  // Those that name a promise first, so that no other stop at the point takes their word.
  const named = stops.map(({ promise }) =>
    promise ? take((one) => one.kind === 'emptied' && one.promise === promise.id) : undefined,
  );
  const states = stops.map((stop, at): Omit<StopState, 'is'> => {
    const { tanker } = stop;
    if (stop.kind === 'fill') {
      const filled = take(
        (one) => one.kind === 'filled' && one.tanker === tanker && one.source === stop.at,
      );
      return { stop, said: filled, arrived: undefined };
    }
    const here = (one: Said) => one.tanker === tanker && one.point === stop.at;
    const emptied =
      named[at] ?? take((one) => one.kind === 'emptied' && one.promise === null && here(one));
    // Who comes to the same point again arrives after having emptied there.
    const before = (one: Said) => !emptied || Date.parse(one.at) <= Date.parse(emptied.at);
    const arrived = take((one) => one.kind === 'arrived' && here(one) && before(one));
    return { stop, said: emptied, arrived };
  });
  const lastDone = states.findLastIndex(({ said: done }) => done !== undefined);
  const after = states.findIndex(({ said: done }, at) => at > lastDone && done === undefined);
  const next = after >= 0 ? after : states.findIndex(({ said: done }) => done === undefined);
  return states.map((one, at) => ({
    ...one,
    is: one.said ? 'done' : at === next ? 'next' : at < lastDone ? 'passed' : 'ahead',
  }));
}

/** What this tanker said that belongs to no planned stop. */
export function unplannedOf(states: readonly StopState[], said: readonly Said[]): Said[] {
  const planned = new Set(states.flatMap((one) => [one.said?.id, one.arrived?.id]));
  return said.filter(
    ({ id, kind, corrected }) =>
      !corrected && !planned.has(id) && (kind === 'filled' || kind === 'emptied'),
  );
}

/** The last word of one side on a promise; undefined: none yet. */
export function wordOf(
  promise: Commitment | null | undefined,
  side: 'giver' | 'receiver',
): Commitment['proofs'][number] | undefined {
  const corrected = new Set(promise?.proofs.map(({ corrects }) => corrects));
  return promise?.proofs.findLast((proof) => proof.side === side && !corrected.has(proof.id));
}
