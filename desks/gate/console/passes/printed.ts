import type { OutputOf } from '@liangbuwu/office/http/contract.ts';
import type { PassView } from '../../passes/pass.ts';
import type { printPass } from '../../passes/passes.contract.ts';

/** What is printed of a pass. */
export type Printed = OutputOf<typeof printPass>;

export const isInForce = ({ state, until }: PassView, now: string): boolean =>
  state === 'issued' && Date.parse(until) > Date.parse(now);
