import type { OutputOf } from '@liangbuwu/office/http/contract.ts';
import type { PassView } from '../../passes/pass.ts';
import type { printPass } from '../../passes/passes.contract.ts';

/** What is printed of a pass. */
export type Printed = OutputOf<typeof printPass>;

export const isInForce = ({ state, until, keyStolen }: PassView, now: string): boolean =>
  state === 'issued' && !keyStolen && Date.parse(until) > Date.parse(now);

/** Good but for the key that signed it, which was stolen since. */
export const isVoid = ({ state, until, keyStolen }: PassView, now: string): boolean =>
  state === 'issued' && keyStolen && Date.parse(until) > Date.parse(now);
