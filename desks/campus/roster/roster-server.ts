import { isDeepStrictEqual } from 'node:util';
import { type Deed, type Endpoint, endpoint } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { changedMeanwhile } from '@liangbuwu/office/http/shared-refusals.ts';
import type { Actor } from '@liangbuwu/office/identity/actor.ts';
import { requireAreas } from '@liangbuwu/office/register/scope.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { clockOf, getOpenResponse, holdId } from '@liangbuwu/office/responses/store.ts';
import { getSchool } from '../schools/school-store.ts';
import type { CampusServices } from '../server.ts';
import * as routes from './roster.contract.ts';
import { mostStayers } from './roster.ts';
import * as rules from './roster-rules.ts';
import * as store from './roster-store.ts';

type Acting = Deed & { actor: Actor };

export const rosterEndpoints = ({ keys }: Pick<CampusServices, 'keys'>): Endpoint[] => [
  endpoint(routes.openRoster, async ({ params, body }, deed) => {
    const { of, response } = await atSchool(deed, params.school, body.response);
    const people = await store.listStayers(deed.tx, keys, of);
    if (people.length > 0) note(deed, { of, response }, 'read', { people: people.length });
    const to = Temporal.PlainDate.from(body.from).add({ days: 6 }).toString();
    const shifts = await store.listShifts(deed.tx, { ...of, from: body.from, to });
    return { from: body.from, people, shifts };
  }),

  endpoint(routes.addStayers, async ({ params, body }, deed) => {
    const { tx } = deed;
    const { of, response } = await atSchool(deed, params.school, body.response);
    await holdId(tx, of.school);
    const there = new Map((await store.listStayers(tx, keys, of)).map((one) => [one.id, one.name]));
    for (const { id, name } of body.people)
      if (there.has(id) && there.get(id) !== name) throw refuse(changedMeanwhile, undefined);
    const added = body.people.filter(({ id }) => !there.has(id));
    const names = new Set(there.values());
    for (const { name } of added) {
      if (names.has(name)) throw refuse(rules.stayerTwice, { name });
      names.add(name);
    }
    if (names.size > mostStayers) throw refuse(rules.tooManyStayers, { most: mostStayers });
    await store.insertStayers(tx, keys, of, added);
    if (added.length > 0) note(deed, { of, response }, 'people', { added: added.length });
    return {};
  }),

  endpoint(routes.removeStayer, async ({ params, query }, deed) => {
    const { of, response } = await atSchool(deed, params.school, query.response);
    const gone = await store.deleteStayer(deed.tx, of, params.person);
    if (gone) note(deed, { of, response }, 'people', { removed: 1 });
    return {};
  }),

  endpoint(routes.putShift, async ({ params, body }, deed) => {
    const { tx } = deed;
    const { of, response } = await atSchool(deed, params.school, body.response);
    await holdId(tx, of.school);
    const shift = { id: params.shift, ...body.shift };
    const before = await store.findShift(tx, shift.id);
    if (before) {
      if (!isDeepStrictEqual({ ...before }, shift)) throw refuse(changedMeanwhile, undefined);
      return {};
    }
    const conflict = rules.findConflict(await store.listOwnShifts(tx, of, shift.person), shift);
    if (conflict?.why === 'overlap') throw refuse(rules.twiceAtOnce, conflict);
    if (conflict?.why === 'rest') throw refuse(rules.restTooShort, conflict);
    if (conflict) throw refuse(rules.tooManyNights, conflict);
    await store.insertShift(tx, of, shift);
    note(deed, { of, response }, 'shift', { day: shift.day, duty: shift.duty });
    return {};
  }),

  endpoint(routes.removeShift, async ({ params, query }, deed) => {
    const { of, response } = await atSchool(deed, params.school, query.response);
    const gone = await store.deleteShift(deed.tx, of, params.shift);
    if (gone) note(deed, { of, response }, 'shift', { removed: 1 });
    return {};
  }),
];

async function atSchool({ tx, clock, actor }: Acting, school: string, of: string) {
  await requireAreas(tx, [school]);
  await getSchool(tx, school);
  const response = await getOpenResponse(tx, of, clock);
  return { of: { tenant: actor.tenant, response: response.id, school }, response };
}

/** Who it was about stands nowhere: nobody’s duties are to be added up from the ledger. */
function note(
  { record, announce }: Acting,
  { of, response }: { of: store.OfSchool; response: Response },
  what: 'read' | 'people' | 'shift',
  detail: Record<string, unknown>,
): void {
  record({
    action: `campus.roster-${what}`,
    subject: `school:${of.school}`,
    area: of.school,
    response: response.id,
    detail,
    at: clockOf(response).now(),
  });
  if (what !== 'read') announce({ topic: 'roster.changed', area: of.school, id: of.school });
}
