import { randomUUID } from 'node:crypto';
import type { Call } from '@liangbuwu/office/http/client.ts';
import { importHouseholds } from '@liangbuwu/office/register/households/people.contract.ts';
import { publishPlan } from '@liangbuwu/water/contract.ts';
import { givePointCodes } from '@liangbuwu/water/public/codes.contract.ts';
import { makeSmallPlan, openDrought, putSmallDay, putTestFloors } from './small-water-day.ts';
import type { TestServer } from './test-server.ts';

/** What is laid into the register, and may be read on no page. */
export const laid = Array.from({ length: 12 }, (_, at) => ({
  label: `甲一村3组${String(at + 1).padStart(2, '0')}户`,
  name: `龙凤${'甲乙丙丁戊己庚辛壬癸子丑'[at]}`,
  phone: `1390000${String(8001 + at)}`,
}));

/** A day in force with its two points open to the public, and households that nobody may read there. */
export async function publicPoint(server: TestServer) {
  const { areas } = server;
  const county: Call = await server.as('county-officer', 'county');
  const officer: Call = await server.as('town-officer');
  const response = await openDrought(county, [areas.county]);
  await putTestFloors(county);
  const { of, place, point } = await putSmallDay(officer, { response, ...areas });
  const households = laid.map(({ label, name, phone }) => ({
    id: randomUUID(),
    area: areas.village,
    place: place.near,
    label,
    people: 4,
    contact: { name, phone },
  }));
  await officer(importHouseholds, { body: { response, households } });
  const plan = await makeSmallPlan(officer, of);
  await officer(publishPlan, { params: { plan: plan.id }, body: { replaces: null } });
  const { points } = await officer(givePointCodes, { body: { area: areas.town } });
  const codes = new Map(points.map((one) => [one.point, one.code ?? '']));
  return {
    county,
    officer,
    of,
    point,
    households,
    code: { near: codes.get(point.near) ?? '', far: codes.get(point.far) ?? '' },
  };
}
