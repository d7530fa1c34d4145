import { randomUUID } from 'node:crypto';
import type { InputOf, OutputOf } from '@liangbuwu/office/http/contract.ts';
import type { Deed } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { changedMeanwhile, notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import type { Actor } from '@liangbuwu/office/identity/actor.ts';
import { clockOf, findResponse, getOpenResponse } from '@liangbuwu/office/responses/store.ts';
import type { measureTank as route } from './fortnight.contract.ts';
import { findReading, findTank, insertReading } from './fortnight-store.ts';
import type { PointRow } from './registers.ts';
import { moreThanItHolds, noDesk, noTank } from './rules.ts';
import { findDesk, findOpenResponse } from './store.ts';

/** Somebody has read the gauge of a village tank: from now on this is its level, whatever was reckoned. */
export async function measureTank(
  { params, body }: InputOf<typeof route>,
  { tx, actor, clock, record, announce }: Deed & { actor: Actor },
): Promise<OutputOf<typeof route>> {
  const tank = await findTank(tx, params.point);
  if (!tank) throw refuse(notFound, { what: say('供水点', 'point') });
  if (tank.litres === null) throw refuse(noTank, undefined);
  if (body.litres > tank.litres) throw refuse(moreThanItHolds, { litres: tank.litres });
  const response = await getOpenResponse(tx, body.response, clock);
  if (!(await findDesk(tx, { response: response.id, area: tank.desk })))
    throw refuse(noDesk, undefined);
  const at = clockOf(response).now();
  const reading = {
    id: params.reading,
    point: params.point,
    area: tank.area,
    at: at.toString({ smallestUnit: 'millisecond' }),
    litres: body.litres,
  };
  if (!(await insertReading(tx, actor.tenant, reading))) {
    const held = await findReading(tx, params.reading);
    if (held?.point !== params.point || held.litres !== body.litres)
      throw refuse(changedMeanwhile, undefined);
    return { litres: held.litres, at: held.at };
  }
  record({
    action: 'water.tank-measured',
    subject: `point:${params.point}`,
    area: tank.area,
    response: response.id,
    at,
    detail: { name: tank.name, litres: body.litres },
  });
  announce({ topic: 'water.day', area: tank.area, id: params.point });
  return { litres: reading.litres, at: reading.at };
}

/** A level that is registered anew counts as read off now; one that is only sent along again does not. */
export async function noteLevel(
  { tx, actor, clock }: Deed & { actor: Actor },
  point: PointRow,
  before: PointRow | undefined,
): Promise<void> {
  if (point.tankLevel === null || before?.tankLevel === point.tankLevel) return;
  const open = await findOpenResponse(tx, point.desk);
  const response = open && (await findResponse(tx, open, clock));
  const at = response ? clockOf(response).now() : clock.now();
  await insertReading(tx, actor.tenant, {
    id: randomUUID(),
    point: point.id,
    area: point.area,
    at: at.toString({ smallestUnit: 'millisecond' }),
    litres: point.tankLevel,
  });
}
