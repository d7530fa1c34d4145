import type { Deed, Endpoint } from '@liangbuwu/office/http/endpoint.ts';
import { endpoint } from '@liangbuwu/office/http/endpoint.ts';
import type { Actor } from '@liangbuwu/office/identity/actor.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import { readNames } from '@liangbuwu/office/people/read-names.ts';
import { requireAreas } from '@liangbuwu/office/register/scope.ts';
import { getOpenResponse } from '@liangbuwu/office/responses/store.ts';
import { listPlaces } from '../../members/member-store.ts';
import * as routes from './rooms.contract.ts';
import type { Sleeper } from './rooms.ts';
import { membersOf } from './rooms-server.ts';
import { listBeds, listRooms } from './rooms-store.ts';

/** Who sleeps where. Each look is one entry of the ledger: how many names, never whose. */
export const sleeperEndpoints = ({ keys }: { keys: ResponseKeys }): Endpoint[] => [
  endpoint(routes.openSleepers, async ({ params, body }, deed) => ({
    people: await open(deed, keys, { ...params, ...body, building: null }),
  })),

  endpoint(routes.openBuilding, async ({ params, body }, deed) => ({
    people: await open(deed, keys, { ...params, ...body }),
  })),
];

async function open(
  deed: Deed & { actor: Actor },
  keys: ResponseKeys,
  { school, building, ...asked }: { school: string; response: string; building: string | null },
): Promise<Sleeper[]> {
  const { tx, clock, actor } = deed;
  const response = await getOpenResponse(tx, asked.response, clock);
  await requireAreas(tx, [school]);
  const of = { response: response.id, school };
  const rooms = new Map((await listRooms(tx, of)).map((one) => [one.id, one]));
  const beds = new Map((await listBeds(tx, of)).map((one) => [one.member, one]));
  const members = (await membersOf(tx, of)).filter(({ id }) => {
    if (building === null) return true;
    return rooms.get(beds.get(id)?.room ?? '')?.fields.building === building;
  });
  const persons = members.map(({ id }) => id);
  const named = await readNames(deed, keys, {
    tenant: actor.tenant,
    response,
    area: school,
    persons,
  });
  const names = new Map(named.map(({ id, name }) => [id, name]));
  const places = await listPlaces(tx, [...new Set(members.map(({ area }) => area))]);
  return members
    .map(({ id, kind, area }): Sleeper => {
      const bed = beds.get(id);
      return {
        id,
        kind,
        area,
        name: names.get(id) ?? '',
        areaName: places.get(area)?.areaName ?? '',
        bed: bed ? { room: bed.room, number: bed.bed } : null,
      };
    })
    .sort(
      (a, b) =>
        a.areaName.localeCompare(b.areaName, 'zh-CN', { numeric: true }) ||
        a.name.localeCompare(b.name, 'zh-CN') ||
        (a.id < b.id ? -1 : 1),
    );
}
