import { isDeepStrictEqual } from 'node:util';
import type { Deed } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { changedMeanwhile } from '@liangbuwu/office/http/shared-refusals.ts';
import type { Actor } from '@liangbuwu/office/identity/actor.ts';
import { clockOf, getOpenResponse } from '@liangbuwu/office/responses/store.ts';
import { dayIn } from '@liangbuwu/office/responses/when.ts';
import { noDesk } from '../rules.ts';
import { doorsToday } from './doors.ts';
import { lastWords } from './last-words.ts';
import { findDeskOf, listListed, listVolunteers } from './listed-store.ts';
import type { DoorPlan, PlanAsked } from './plan.ts';
import { findLatest, findPlan, holdDay, insertPlan, shownPlan } from './plan-store.ts';
import { hoursOf } from './read-doors.ts';
import { notAVolunteer, plannedMeanwhile, walksOfToday } from './refusals.ts';
import { leftWater, type Visit } from './visit.ts';
import { listVisits } from './visit-store.ts';
import { planWalks } from './walks.ts';

type Asked = PlanAsked & {
  response: string;
  area: string;
  day: string;
  replaces: number | null;
};

/** Plans a village's walks of today as a further version; what was planned before stays as it was. */
export async function planDoors(
  deed: Deed & { actor: Actor },
  id: string,
  { response: of, area, day, replaces, ...asked }: Asked,
): Promise<DoorPlan> {
  const { tx, actor, clock, record, announce } = deed;
  const response = await getOpenResponse(tx, of, clock);
  const ofDay = { response: response.id, area, day };
  await holdDay(tx, ofDay);
  const held = await findPlan(tx, id);
  if (held) {
    const same = held.area === area && held.day === day && isDeepStrictEqual(held.asked, asked);
    if (!same) throw refuse(changedMeanwhile, undefined);
    return shownPlan(held);
  }
  // The page may have stood open past midnight.
  if (day !== response.today) throw refuse(walksOfToday, { day, today: response.today });
  const desk = await findDeskOf(tx, area);
  if (desk === undefined) throw refuse(noDesk, undefined);
  const before = await findLatest(tx, ofDay);
  if ((before?.version ?? null) !== replaces)
    throw before
      ? refuse(plannedMeanwhile, { version: before.version, by: before.by })
      : refuse(changedMeanwhile, undefined);
  const may = new Set((await listVolunteers(tx, [area])).get(area)?.map((one) => one.id));
  if (!asked.volunteers.every((one) => may.has(one))) throw refuse(notAVolunteer, undefined);
  const hours = await hoursOf(tx, response, { area: desk, day });
  const listed = await listListed(tx, { response: response.id, area: desk });
  const said = await listVisits(tx, { response: response.id, desk, day });
  const brought = broughtTo(said, (at) => dayIn(response, at) === day);
  const own = listed.filter((one) => one.area === area && !brought.has(one.household));
  const { doors } = doorsToday(own, hours.litresPerPerson);
  const { walks, unserved } = planWalks(doors, [...new Set(asked.volunteers)], {
    settings: asked.settings,
    minutes: Math.max(0, (hours.until - asked.starts) / 60),
  });
  const now = clockOf(response).now();
  const version = (before?.version ?? 0) + 1;
  await insertPlan(tx, {
    ...ofDay,
    tenant: actor.tenant,
    id,
    desk,
    version,
    madeBy: actor.account,
    madeAt: now.toString({ smallestUnit: 'millisecond' }),
    asked,
    unserved: unserved.map(({ door, why }) => ({
      household: door.household,
      litres: door.litres,
      why,
    })),
    walks: walks.map(({ stops, ...walk }) => ({
      ...walk,
      stops: stops.map(({ door, trip, lastTrip }) => ({
        household: door.household,
        point: door.point.id,
        litres: door.litres,
        trip,
        lastTrip,
      })),
    })),
  });
  record({
    action: 'water.doors-planned',
    subject: `doors:${id}`,
    area,
    response: response.id,
    at: now,
    detail: { version, volunteers: walks.length, doors: doors.length, unserved: unserved.length },
  });
  announce({ topic: 'water.doors', area, id });
  const kept = await findPlan(tx, id);
  if (!kept) throw new Error(`the walks ${id} were not kept`);
  return shownPlan(kept);
}

/** Who has had their water today already, by the last word about each door. */
function broughtTo(visits: readonly Visit[], isToday: (at: string) => boolean): Set<string> {
  const words = lastWords(visits, isToday);
  return new Set([...words].flatMap(([household, word]) => (leftWater(word) ? [household] : [])));
}
