import type { InputOf, OutputOf } from '@liangbuwu/office/http/contract.ts';
import type { Deed } from '@liangbuwu/office/http/endpoint.ts';
import { getOpenResponse } from '@liangbuwu/office/responses/store.ts';
import { brokenPins } from '@liangbuwu/trucking/check/pins.ts';
import { byHand } from '@liangbuwu/trucking/plan/by-hand.ts';
import type { tryByHand as route } from './by-hand.contract.ts';
import { compare } from './compare.ts';
import { castOf } from './make-plan.ts';
import { openDay } from './open-day.ts';
import { getSolvedPlan, sheetOf } from './solved-plan.ts';
import { timetable } from './timetable.ts';

/** A plan with the moves made, as of now, beside what it was. Nothing is kept. */
export async function tryByHand(
  { params, body }: InputOf<typeof route>,
  { tx, clock }: Pick<Deed, 'tx' | 'clock'>,
): Promise<OutputOf<typeof route>> {
  const before = await getSolvedPlan(tx, params.plan);
  const { head, settings, tankerOf, tankerName } = before;
  const response = await getOpenResponse(tx, head.response, clock);
  const { day, problem, again } = await openDay(tx, { ...head, fair: settings.fair }, response);
  const { moves, pins } = body;
  const { plan, moved } = byHand(problem, { ...again, start: before.plan, moves, pins });
  const now = { ...settings, cast: castOf(day) };
  const after = { problem, plan, sheet: await sheetOf(tx, { problem, plan, settings: now }) };
  const broken = new Set(brokenPins(plan, pins));
  return {
    tankers: timetable(problem, plan, tankerOf),
    moved,
    kept: pins.map((pin) => !broken.has(pin)),
    comparison: compare(before, after, { tankerOf, tanker: tankerName }),
  };
}
