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

/** Whom the server last told to be inside, and when that came by the phone's own clock. */
export type ToldInside = { of: readonly { number: string; since: string }[]; fetched: number };

/**
 * Where each pass was last seen going at this gate, by its number: what the server told, and on top of it what it does not
 * know yet of this phone. Who was turned away went nowhere.
 */
export function lastPassages(
  checks: readonly KeptEntry[],
  told?: ToldInside,
): Map<string, Passage> {
  const last = new Map<string, Passage>();
  for (const { number, since } of told?.of ?? [])
    last.set(number, { direction: 'in', at: Date.parse(since), made: 0 });
  for (const check of checks) {
    const isTold = check.state === 'sent' && told !== undefined && check.made < told.fetched;
    if (isTold && bodyOf(check).direction === 'in') {
      touch(last, check);
      continue;
    }
    const { letThrough, direction, at } = bodyOf(check);
    const { number } = ownOf(check);
    if (!letThrough || number === null) continue;
    const when = Date.parse(at);
    if ((last.get(number)?.at ?? 0) <= when)
      last.set(number, { direction, at: when, made: check.made });
  }
  return last;
}

/** What the server knows too: its word holds, and the phone knows when it did so itself. */
function touch(last: Map<string, Passage>, { made, ...check }: KeptEntry): void {
  const number = ownOf(check).number ?? '';
  const known = last.get(number);
  if (known) last.set(number, { ...known, made });
}

export const countInside = (passages: ReadonlyMap<string, Passage>): number =>
  [...passages.values()].filter(({ direction }) => direction === 'in').length;

/** Within so many ms by the phone's own clock a second scan of the same pass is most likely the first one again. */
const justNow = 60_000;

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
