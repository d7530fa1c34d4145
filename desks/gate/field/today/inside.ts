import type { KeptEntry } from '@liangbuwu/ui/phone/field-card.ts';
import type { CheckBody } from '../../checks/check.ts';
import { ownOf } from '../gate/feeds.ts';

/** The last time that a pass went through this gate, as far as this phone knows. */
export type Passage = {
  direction: 'in' | 'out';
  at: number;
  /** By the phone's own clock, which never stands. */
  made: number;
};

export const bodyOf = ({ body }: Pick<KeptEntry, 'body'>) => body as CheckBody;

/** What the phone set aside was recorded anew, or not meant. */
const counts = ({ state }: KeptEntry) => state !== 'set-aside';

/** The checks of a gate on this phone, in the order in which they were made. */
export const checksOf = (entries: readonly KeptEntry[], card: string, gate: string) =>
  entries.filter((entry) => entry.card === card && counts(entry) && bodyOf(entry).gate === gate);

/** Where each pass was last seen going, by its number; who was turned away went nowhere. */
export function lastPassages(checks: readonly KeptEntry[]): Map<string, Passage> {
  const last = new Map<string, Passage>();
  for (const check of checks) {
    const { letThrough, direction, at } = bodyOf(check);
    const { number } = ownOf(check);
    if (!letThrough || number === null) continue;
    const when = Date.parse(at);
    if ((last.get(number)?.at ?? 0) <= when)
      last.set(number, { direction, at: when, made: check.made });
  }
  return last;
}

export const countInside = (passages: ReadonlyMap<string, Passage>): number =>
  [...passages.values()].filter(({ direction }) => direction === 'in').length;

/** Within so many ms by the phone's own clock a second scan of the same pass is most likely the first one again. */
export const justNow = 60_000;

/** What a guard should look at beside the pass itself. */
export type Look = { is: 'inside' | 'outside' | 'just-now'; at: number };

export function findLook(
  passages: ReadonlyMap<string, Passage>,
  number: string | null,
  direction: 'in' | 'out',
  phoneNow: number,
): Look | undefined {
  const last = number === null ? undefined : passages.get(number);
  if (!last || last.direction !== direction) return undefined;
  if (phoneNow - last.made < justNow) return { is: 'just-now', at: last.at };
  return { is: direction === 'in' ? 'inside' : 'outside', at: last.at };
}
