import type { InputOf } from '@liangbuwu/office/http/contract.ts';
import { type Deed, type Endpoint, endpoint } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import type { Actor } from '@liangbuwu/office/identity/actor.ts';
import { readPeople } from '@liangbuwu/office/people/read-people.ts';
import type { Reading } from '@liangbuwu/office/people/reading-limit.ts';
import { registerPerson } from '@liangbuwu/office/people/register-person.ts';
import { removePerson } from '@liangbuwu/office/people/remove-person.ts';
import { listSamePhone } from '@liangbuwu/office/people/store.ts';
import { requireAreas } from '@liangbuwu/office/register/scope.ts';
import { clockOf, getOpenResponse, getResponse } from '@liangbuwu/office/responses/store.ts';
import { type PassServices, settlePasses } from '../passes/settle.ts';
import { enterNew, whoIsNew } from './enter-list.ts';
import type { MemberBody } from './member.ts';
import { memberOfAnother, notAClass } from './member-rules.ts';
import * as store from './member-store.ts';
import * as routes from './members.contract.ts';

type Acting = Deed & { actor: Actor };
type EnteringServices = Reading & PassServices & { newId(): string };

export const memberEndpoints = (reading: EnteringServices): Endpoint[] => [
  endpoint(routes.putMember, async ({ params, body }, deed) => {
    await enter(deed, reading, { id: params.member, ...body });
    return {};
  }),

  endpoint(routes.bringMembers, (input, deed) => bring(input, deed, reading)),

  endpoint(routes.removeMember, async ({ params, query }, deed) => {
    const { tx, clock, record, announce } = deed;
    const member = await store.getMember(tx, { ...query, ...params });
    const response = await getOpenResponse(tx, query.response, clock);
    const [has] = await reading.gate.list(tx, { response: response.id, persons: [member.id] });
    if (has && !has.revoked) await reading.gate.withdraw(deed, { response, passes: [has] });
    await removePerson({ response: response.id, person: member.id }, deed);
    await store.deleteMember(tx, member.id);
    record({ action: 'campus.member-removed', ...about(member), at: clockOf(response).now() });
    announce({ topic: 'campus.members', area: member.area, id: member.id });
    return {};
  }),

  endpoint(routes.joinHousehold, async ({ params, body }, { tx, clock, record, announce }) => {
    const { response: id } = body;
    const response = await getOpenResponse(tx, id, clock);
    const member = await store.getMember(tx, { response: id, ...params });
    const other =
      body.with === null ? null : await store.getMember(tx, { response: id, member: body.with });
    if (other?.household === member.household) return {};
    const household = other?.household ?? reading.newId();
    await store.putMember(tx, { ...member, household });
    record({
      action: 'campus.household-changed',
      ...about(member),
      at: clockOf(response).now(),
      detail: { with: other?.id ?? null },
    });
    announce({ topic: 'campus.members', area: member.area, id: member.id });
    return {};
  }),

  endpoint(routes.listSiblings, async ({ params, query }, { tx, clock }) => {
    const response = await getResponse(tx, query.response, clock);
    const members = new Map(
      (await store.listMembers(tx, response.id, 'all'))
        .filter(({ kind }) => kind === 'pupil')
        .map((one) => [one.id, one]),
    );
    const groups = await listSamePhone(tx, response.id, [...members.keys()]);
    const places = await store.listPlaces(tx, [
      ...new Set([...members.values()].map(({ area }) => area)),
    ]);
    const siblings = groups.flatMap((group) => {
      const family = group.flatMap((id) => members.get(id) ?? []);
      return family.flatMap((member) => {
        const other = family.find(({ household }) => household !== member.household);
        if (member.area !== params.class || !other) return [];
        const className = places.get(other.area)?.areaName ?? '';
        return [{ member: member.id, with: other.id, className }];
      });
    });
    return { siblings };
  }),

  endpoint(routes.openMemberPhone, async ({ params, body }, deed) => {
    const member = await store.getMember(deed.tx, { ...body, ...params });
    const asked = { response: body.response, persons: [member.id], facts: [] };
    const { persons } = await readPeople('contact', asked, deed, reading);
    return { name: persons[0]?.name ?? '', phone: persons[0]?.phone ?? null };
  }),
];

const about = ({ id, area, response }: Pick<store.Member, 'id' | 'area' | 'response'>) => ({
  subject: `person:${id}` as const,
  area,
  response,
});

/** Writes down that somebody belongs to a class or school, and, sealed, who it is. */
async function enter(
  deed: Acting,
  reading: EnteringServices,
  { id, kind, ...who }: MemberBody & { id: string },
): Promise<void> {
  const { tx, clock, actor, record, announce } = deed;
  const { response, area } = who;
  await requireAreas(tx, [area]);
  const place = await store.getPlace(tx, area);
  if (kind === 'pupil' && !place.class) throw refuse(notAClass, undefined);
  const body = { ...who, household: null, document: null };
  await registerPerson({ params: { person: id }, query: undefined, body }, deed, reading);
  const before = await store.findMember(tx, id);
  if (before && before.response !== response) throw refuse(memberOfAnother, undefined);
  if (before?.area === area && before.kind === kind) return;
  const household = before?.household ?? id;
  const member = { tenant: actor.tenant, id, response, area, kind, household };
  await store.putMember(tx, member);
  const open = await getResponse(tx, response, clock);
  const at = clockOf(open).now();
  record({ action: 'campus.member-entered', ...about(member), at, detail: { kind } });
  announce({ topic: 'campus.members', area, id });
  // In another class another day, another rule or another gate may hold.
  if (before)
    await settlePasses(deed, reading, {
      tenant: actor.tenant,
      response: open,
      members: [member],
      area,
    });
}

async function bring(
  { params, body }: InputOf<typeof routes.bringMembers>,
  deed: Acting,
  reading: EnteringServices,
): Promise<{ added: number; known: number }> {
  const { tx, clock } = deed;
  const { area } = params;
  const { kind } = body;
  await requireAreas(tx, [area]);
  const response = await getOpenResponse(tx, body.response, clock);
  const people = body.people.map((one) => ({ ...one, area }));
  const fresh = [...(await whoIsNew(people, response, deed, reading))].map(
    ({ area: _, ...one }) => one,
  );
  const added = await enterNew(fresh, { response, area, kind }, deed, reading);
  // On record under this id, in another class or by another name: entered as one alone is.
  for (const { id, ...who } of fresh.filter((one) => !added.has(one.id)))
    await enter(deed, reading, { ...who, id, response: response.id, area, kind });
  return { added: fresh.length, known: people.length - fresh.length };
}
