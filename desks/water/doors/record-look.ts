import type { Deed } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { changedMeanwhile, notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import type { Actor } from '@liangbuwu/office/identity/actor.ts';
import { clockOf, getOpenResponse, holdId } from '@liangbuwu/office/responses/store.ts';
import { nobodyWorried } from './refusals.ts';
import type { Look, Visit } from './visit.ts';
import { findLook, findVisit, insertLook, shownVisit } from './visit-store.ts';

/** Somebody went to look after a volunteer had worried, or had found nobody; sent twice it counts once. */
export async function recordLook(
  { tx, actor, clock, record, announce }: Deed & { actor: Actor },
  id: string,
  body: { visit: string; found: Look['found'] },
): Promise<Visit> {
  const visit = await findVisit(tx, body.visit);
  if (!visit) throw refuse(notFound, { what: say('上门记录', 'visit') });
  if (visit.kind === 'door-done') throw refuse(nobodyWorried, undefined);
  const response = await getOpenResponse(tx, visit.response, clock);
  await holdId(tx, id);
  const held = await findLook(tx, id);
  if (held) {
    const same =
      held.visit === body.visit && held.found === body.found && held.saidBy === actor.account;
    if (!same) throw refuse(changedMeanwhile, undefined);
    return shownVisit(visit);
  }
  const now = clockOf(response).now();
  await insertLook(tx, {
    ...body,
    tenant: actor.tenant,
    id,
    area: visit.area,
    at: now.toString({ smallestUnit: 'millisecond' }),
    recorded: clock.now().toString({ smallestUnit: 'millisecond' }),
    saidBy: actor.account,
  });
  record({
    action: 'water.door-looked',
    subject: `visit:${visit.id}`,
    area: visit.area,
    response: response.id,
    at: now,
    detail: { found: body.found },
  });
  announce({ topic: 'water.doors', area: visit.area, id });
  return shownVisit((await findVisit(tx, body.visit)) ?? visit);
}
