import type { Tx } from '@liangbuwu/office/database/connection.ts';
import type { OutputOf } from '@liangbuwu/office/http/contract.ts';
import { getPlanContent, getPlanHead } from '@liangbuwu/office/plans/store.ts';
import { brokenPins } from '@liangbuwu/trucking/check/pins.ts';
import type { Plan } from '@liangbuwu/trucking/water-day.ts';
import type { getHand as route } from './by-hand.contract.ts';
import { PlanSettings } from './cast.ts';

/** What people decided in a plan, and which of their pins it keeps. */
export async function readHand(tx: Tx, plan: string): Promise<OutputOf<typeof route>['hand']> {
  const { settings, result } = await getPlanContent(tx, plan);
  const { hand } = PlanSettings.parse(settings);
  if (!hand) return null;
  const { id, day, version, name } = await getPlanHead(tx, hand.from);
  const broken = result === null ? undefined : new Set(brokenPins(result as Plan, hand.pins));
  return {
    from: { plan: id, day, version, name },
    machine: hand.machine,
    moves: hand.moves.length,
    pins: hand.pins.map((pin) => ({ pin, kept: broken ? !broken.has(pin) : null })),
    locks: hand.locks,
  };
}
