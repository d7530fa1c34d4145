import { isDeepStrictEqual } from 'node:util';
import type { Deed } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { changedMeanwhile, notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import type { Actor } from '@liangbuwu/office/identity/actor.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { clockOf, getOpenResponse, holdId } from '@liangbuwu/office/responses/store.ts';
import { dayIn, milliseconds, requireTime } from '@liangbuwu/office/responses/when.ts';
import { getRequest } from '../requests/request-store.ts';
import { nextRequest, type RequestEvent } from '../requests/rules.ts';
import { takeStep } from '../requests/take-step.ts';
import { findDeskOf } from './listed-store.ts';
import { wasGiven } from './plan-store.ts';
import { notYourDoor } from './refusals.ts';
import { leftWater, type Visit, type VisitBody } from './visit.ts';
import { findHousehold, findVisit, insertVisit, shownVisit } from './visit-store.ts';

type Doing = Deed & { actor: Actor };

/** Keeps what a volunteer says of a door, once, however often it arrives; where they had asked for water, their request learns of it. */
export async function recordVisit(
  deed: Doing,
  keys: ResponseKeys,
  id: string,
  given: VisitBody,
): Promise<Visit> {
  const { tx, actor, clock, record, announce } = deed;
  const note = 'note' in given ? (given.note ?? null) : null;
  const { note: _, ...said } = { note, ...given, at: milliseconds(given.at) };
  const response = await getOpenResponse(tx, given.response, clock);
  await holdId(tx, id);
  const held = await findVisit(tx, id);
  if (held) {
    if (!isDeepStrictEqual(held.said, said) || held.by.id !== actor.account)
      throw refuse(changedMeanwhile, undefined);
    return shownVisit(held);
  }
  requireTime(response, said.at);
  const { household } = given;
  const of = { household, response: response.id };
  const at = await findHousehold(tx, { ...of, at: said.at });
  if (!at) throw refuse(notFound, { what: say('住户', 'household') });
  if (!(await wasGiven(tx, { ...of, volunteer: actor.account })))
    throw refuse(notYourDoor, undefined);
  const desk = await findDeskOf(tx, at.area);
  if (desk === undefined) throw refuse(notFound, { what: say('供水点', 'point') });
  const litres = 'litres' in given ? (given.litres ?? null) : null;
  await insertVisit(tx, {
    tenant: actor.tenant,
    id,
    response: response.id,
    desk,
    area: at.area,
    day: dayIn(response, said.at),
    household,
    kind: given.kind,
    litres,
    at: said.at,
    recorded: clock.now().toString({ smallestUnit: 'millisecond' }),
    saidBy: actor.account,
    said,
    note,
  });
  record({
    action: 'water.door-visited',
    subject: `visit:${id}`,
    area: at.area,
    response: response.id,
    at: clockOf(response).now(),
    detail: { kind: given.kind, litres, happened: said.at },
  });
  announce({ topic: 'water.doors', area: at.area, id });
  if (at.request) await tellRequest(deed, keys, response, at.request, { id, ...given, litres });
  const kept = await findVisit(tx, id);
  if (!kept) throw new Error(`the visit ${id} was not kept`);
  return shownVisit(kept);
}

async function tellRequest(
  deed: Doing,
  keys: ResponseKeys,
  response: Response,
  asked: string,
  visit: { id: string; kind: VisitBody['kind']; litres: number | null },
): Promise<void> {
  const event = eventOf(visit);
  if (!event) return;
  const request = await getRequest(deed.tx, asked, true);
  if (!nextRequest(request.state, request.kind, event)) return;
  await takeStep(
    deed,
    { keys, request, response, saidBy: deed.actor.account },
    { id: visit.id, event, ...(visit.litres === null ? {} : { litres: visit.litres }) },
  );
}

function eventOf(visit: {
  kind: VisitBody['kind'];
  litres: number | null;
}): RequestEvent | undefined {
  if (visit.kind === 'door-away') return 'not-at-home';
  return leftWater(visit) ? 'done' : undefined;
}
