import { isDeepStrictEqual } from 'node:util';
import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { type Deed, type Endpoint, endpoint } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { changedMeanwhile, notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import type { Actor } from '@liangbuwu/office/identity/actor.ts';
import { requireAreas } from '@liangbuwu/office/register/scope.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { outsideResponse } from '@liangbuwu/office/responses/rules.ts';
import {
  areasCovered,
  clockOf,
  getOpenResponse,
  getResponse,
} from '@liangbuwu/office/responses/store.ts';
import { listMembers, listPlaces, type Member } from '../../members/member-store.ts';
import { getSchool } from '../../schools/school-store.ts';
import { fill } from './fill.ts';
import * as routes from './rooms.contract.ts';
import type { Room } from './rooms.ts';
import {
  bedInUse,
  noFreeBed,
  noSuchBed,
  roomForOthers,
  roomInUse,
  sameRoomName,
} from './rooms-rules.ts';
import * as store from './rooms-store.ts';
import { linenLasts } from './settings.ts';

type Acting = Deed & { actor: Actor };

export const roomEndpoints: Endpoint[] = [
  endpoint(routes.readRooms, async ({ params, query }, { tx, clock }) => {
    await requireAreas(tx, [params.school]);
    const response = await getResponse(tx, query.response, clock);
    return boardOf(tx, { response: response.id, school: params.school });
  }),

  endpoint(routes.putRooms, async ({ params, body }, deed) => {
    const { response, of, rooms } = await hold(deed, params.school, body.response);
    await getSchool(deed.tx, of.school);
    if (!(await areasCovered(deed.tx, response, [of.school])).has(of.school))
      throw refuse(outsideResponse, undefined);
    const there = new Map(rooms.map((one) => [one.id, one]));
    const beds = Map.groupBy(await store.listBeds(deed.tx, of), ({ room }) => room);
    const names = new Map(rooms.map(({ id, fields }) => [nameOf(fields), id]));
    const fresh = body.rooms.filter(
      ({ id, fields }) => !isDeepStrictEqual(there.get(id)?.fields, fields),
    );
    for (const { id, seen, fields } of fresh) {
      const before = there.get(id);
      if ((before?.version ?? null) !== seen) throw refuse(changedMeanwhile, undefined);
      const holder = names.get(nameOf(fields));
      if (holder !== undefined && holder !== id) throw refuse(sameRoomName, fields);
      if (before) names.delete(nameOf(before.fields));
      names.set(nameOf(fields), id);
      const highest = Math.max(0, ...(beds.get(id) ?? []).map(({ bed }) => bed));
      if (highest > fields.beds) throw refuse(bedInUse, { bed: highest });
      await store.putRoom(deed.tx, of, { id, fields, version: (before?.version ?? 0) + 1 });
    }
    if (fresh.length > 0) said(deed, 'campus.rooms-saved', response, of, { rooms: fresh.length });
    return { saved: fresh.length };
  }),

  endpoint(routes.removeRoom, async ({ params, query }, deed) => {
    const { response, of, rooms } = await hold(deed, params.school, query.response);
    const room = rooms.find(({ id }) => id === params.room);
    // Removed already: the answer was lost.
    if (!room) return {};
    if ((await store.listBeds(deed.tx, of)).some((one) => one.room === room.id))
      throw refuse(roomInUse, room.fields);
    await store.deleteRoom(deed.tx, room.id);
    said(deed, 'campus.room-removed', response, of, { room: room.id });
    return {};
  }),

  endpoint(routes.fillRooms, async ({ params, body }, deed) => {
    const { response, of, rooms } = await hold(deed, params.school, body.response);
    const members = await membersOf(deed.tx, of);
    const own = members.filter(({ area }) => area === body.area);
    const beds = await store.listBeds(deed.tx, of);
    const has = new Set(beds.map(({ member }) => member));
    const without = own.filter(({ id }) => !has.has(id));
    if (without.length === 0) return { withBed: own.length, without: 0 };
    const chosen = store.pick(rooms, body.rooms);
    // Of a class’s own staff nobody is put among its pupils, and the other way round.
    const fit = without.filter(({ kind }) => chosen.every(({ fields }) => suits(fields, kind)));
    if (fit.length === 0)
      for (const room of chosen) for (const one of without) refuseOthers(room, one);
    const areas = new Map(members.map(({ id, area }) => [id, area]));
    const placed = fill(
      chosen.map(({ id, fields }) => ({
        id,
        beds: fields.beds,
        taken: new Map(
          beds
            .filter(({ room }) => room === id)
            .map((one) => [one.bed, areas.get(one.member) ?? '']),
        ),
      })),
      { area: body.area, members: fit.map(({ id }) => id) },
    );
    if (placed.length === 0) throw refuse(noFreeBed, undefined);
    await store.insertBeds(deed.tx, of, placed);
    said(deed, 'campus.beds-given', response, of, { class: body.area, people: placed.length });
    return {
      withBed: own.length - without.length + placed.length,
      without: without.length - placed.length,
    };
  }),

  endpoint(routes.giveBed, async ({ params, body }, deed) => {
    const { response, of, rooms } = await hold(deed, params.school, body.response);
    const { bed } = body;
    const beds = await store.listBeds(deed.tx, of);
    const before = beds.find(({ member }) => member === params.member);
    const isTheSame = before ? before.room === bed?.room && before.bed === bed.number : !bed;
    if (isTheSame && before) return {};
    const member = (await membersOf(deed.tx, of)).find(({ id }) => id === params.member);
    // Whoever has left the school can still be taken out of the bed.
    if (!member && !before) throw refuse(notFound, { what: say('人员', 'person') });
    if (isTheSame) return {};
    await store.freeBed(deed.tx, { ...of, member: params.member });
    if (bed) {
      if (!member) throw refuse(notFound, { what: say('人员', 'person') });
      const [room] = store.pick(rooms, [bed.room]);
      if (!room || bed.number < 1 || bed.number > room.fields.beds)
        throw refuse(noSuchBed, { beds: room?.fields.beds ?? 0 });
      if (beds.some((one) => one.room === bed.room && one.bed === bed.number))
        throw refuse(bedInUse, { bed: bed.number });
      refuseOthers(room, member);
      await store.insertBeds(deed.tx, of, [{ member: member.id, room: bed.room, bed: bed.number }]);
    }
    said(deed, bed ? 'campus.bed-given' : 'campus.bed-freed', response, of, {
      member: params.member,
    });
    return {};
  }),

  endpoint(routes.changeLinen, async ({ params, body }, deed) => {
    const { response, of, rooms } = await hold(deed, params.school, body.response);
    const chosen = store.pick(rooms, body.rooms).filter(({ linen }) => linen !== body.day);
    if (chosen.length === 0) return {};
    await store.setLinen(
      deed.tx,
      chosen.map(({ id }) => id),
      body.day,
    );
    said(deed, 'campus.linen-changed', response, of, { rooms: chosen.length, day: body.day });
    return {};
  }),
];

const nameOf = ({ building, name }: { building: string; name: string }) => `${building}\n${name}`;

async function hold(deed: Acting, school: string, id: string) {
  const { tx, clock, actor } = deed;
  const response = await getOpenResponse(tx, id, clock);
  await requireAreas(tx, [school]);
  const of = { tenant: actor.tenant, response: response.id, school };
  return { response, of, rooms: await store.holdRooms(tx, of) };
}

export const membersOf = (tx: Tx, of: { response: string; school: string }): Promise<Member[]> =>
  listMembers(tx, of.response, { area: of.school });

function refuseOthers({ fields }: store.StoredRoom, { kind }: Member): void {
  if (!suits(fields, kind))
    throw refuse(roomForOthers, { name: fields.name, staff: fields.kind === 'staff' });
}

const suits = ({ kind }: Room['fields'], who: Member['kind']): boolean =>
  kind === 'any' || (kind === 'staff') === (who === 'staff');

function said(
  { record, announce }: Acting,
  action: `campus.${string}`,
  response: Response,
  { school }: { school: string },
  detail: Record<string, string | number>,
): void {
  record({
    action,
    subject: `school:${school}`,
    area: school,
    response: response.id,
    at: clockOf(response).now(),
    detail,
  });
  announce({ topic: 'campus.rooms', area: school, id: school });
}

async function boardOf(
  tx: Tx,
  of: { response: string; school: string },
): Promise<routes.RoomsBoard> {
  const members = await membersOf(tx, of);
  const beds = await store.listBeds(tx, of);
  const areas = new Map(members.map(({ id, area }) => [id, area]));
  const places = await listPlaces(tx, [...new Set(areas.values())]);
  const nameOfArea = (area: string) => places.get(area)?.areaName ?? '';
  const has = new Set(beds.map(({ member }) => member));
  const byRoom = Map.groupBy(beds, ({ room }) => room);
  return {
    rooms: (await store.listRooms(tx, of)).map(({ linen, ...room }): Room => {
      const taken = byRoom.get(room.id) ?? [];
      const classes = Map.groupBy(
        taken.flatMap(({ member }) => areas.get(member) ?? []),
        (area) => area,
      );
      return {
        ...room,
        taken: taken.length,
        classes: [...classes].map(([area, people]) => ({
          area,
          name: nameOfArea(area),
          people: people.length,
        })),
        linen:
          linen === null
            ? null
            : {
                changed: linen,
                due: Temporal.PlainDate.from(linen).add({ days: linenLasts }).toString(),
              },
      };
    }),
    members: members.length,
    withBed: members.filter(({ id }) => has.has(id)).length,
    classes: [...Map.groupBy(members, ({ area }) => area)].map(([area, own]) => ({
      area,
      name: nameOfArea(area),
      people: own.length,
      withBed: own.filter(({ id }) => has.has(id)).length,
    })),
  };
}
