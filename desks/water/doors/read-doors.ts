import type { Clock } from '@liangbuwu/office/clock/clock.ts';
import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { getResponse, listResponses } from '@liangbuwu/office/responses/store.ts';
import { dayOf } from '../day-of.ts';
import { requestNumber } from '../requests/request.ts';
import { noDesk } from '../rules.ts';
import * as water from '../store.ts';
import { beforeSunset, sunsetOn } from './dark.ts';
import { doorsToday } from './doors.ts';
import * as listed from './listed-store.ts';
import { listOwnWalks, listPlans, shownPlan } from './plan-store.ts';
import type { DoorSheet, VolunteerDay } from './sheet.ts';
import { listOwnVisits, listVisits } from './visit-store.ts';
import { usualSettings } from './walks.ts';

export interface Hours {
  sunset: number | null;
  until: number;
  starts: number;
  litresPerPerson: number;
  floor: DoorSheet['floor'];
}

/** When walks may begin and must end on a day, and how many litres a person are carried: those of the basic floor. */
export async function hoursOf(
  tx: Tx,
  response: Response,
  of: { area: string; day: string },
): Promise<Hours> {
  const desk = await water.findDesk(tx, { response: response.id, area: of.area });
  const floors = await water.findFloors(tx, of.day);
  const basic = floors?.tiers.find(({ name }) => name === 'basic');
  const [village] = await listed.listVillages(tx, of.area);
  if (!desk || !basic || !village) throw refuse(noDesk, undefined);
  const now = dayOf(response, of.day).secondOf(response.now);
  const { litresPerPerson, label, source } = basic;
  return {
    ...lightOf(response, of.day, desk, village),
    starts: Math.max(desk.from, now),
    litresPerPerson,
    floor: { litresPerPerson, label, source },
  };
}

/** Until when somebody walks: while the desk serves, and while it is light where its villages stand. */
function lightOf(
  { zone }: Pick<Response, 'zone'>,
  day: string,
  desk: { to: number } | undefined,
  village: { lon: number; lat: number } | undefined,
): Pick<Hours, 'sunset' | 'until'> {
  const sunset = village ? sunsetOn(day, zone, village) : null;
  const to = desk?.to ?? 24 * 3600;
  return { sunset, until: sunset === null ? to : Math.min(to, sunset - beforeSunset) };
}

export async function readDoors(
  tx: Tx,
  clock: Clock,
  of: { response: string; area: string; day: string },
): Promise<DoorSheet> {
  const response = await getResponse(tx, of.response, clock);
  const { litresPerPerson, ...hours } = await hoursOf(tx, response, of);
  const villages = await listed.listVillages(tx, of.area);
  const byVillage = Map.groupBy(await listed.listListed(tx, of), ({ area }) => area);
  const plans = await listPlans(tx, { response: of.response, desk: of.area, day: of.day });
  const volunteers = await listed.listVolunteers(
    tx,
    villages.map(({ area }) => area),
  );
  return {
    day: of.day,
    ...hours,
    usual: usualSettings,
    villages: villages.map(({ area, name }) => {
      const { doors, toCheck } = doorsToday(byVillage.get(area) ?? [], litresPerPerson);
      const plan = plans.get(area);
      return {
        area,
        name,
        doors: doors.map(({ order: _, ...door }) => door),
        toCheck: toCheck.map(({ area: _, ...one }) => one),
        volunteers: volunteers.get(area) ?? [],
        plan: plan ? shownPlan(plan) : null,
      };
    }),
    unlinked: await listed.listUnlinked(tx, of),
    visits: await listVisits(tx, { response: of.response, desk: of.area, day: of.day }),
  };
}

/** The walks of one volunteer today, wherever they have any. */
export async function readVolunteerDays(
  tx: Tx,
  clock: Clock,
  volunteer: string,
): Promise<VolunteerDay[]> {
  const open = (await listResponses(tx, clock)).filter(({ ended }) => ended === null);
  const days: VolunteerDay[] = [];
  for (const response of open) {
    const day = response.today;
    const said = await listOwnVisits(tx, { response: response.id, day, by: volunteer });
    for (const walk of await listOwnWalks(tx, { response: response.id, day, volunteer })) {
      // A desk without floors or points by now plans no walks; who set out walks on all the same.
      const desk = await water.findDesk(tx, { response: response.id, area: walk.desk });
      const [village] = await listed.listVillages(tx, walk.desk);
      const { id, zone, now, today, clock: kind } = response;
      const { area, desk: _, asked, stops, ...rest } = walk;
      days.push({
        ...rest,
        response: { id, zone, now, today, clock: kind },
        day,
        until: lightOf(response, day, desk, village).until,
        starts: asked.starts,
        carryLitres: asked.settings.carryLitres,
        stops: stops.map(({ request, ...stop }) => ({
          ...stop,
          request: request && requestNumber(request.day, request.seq),
        })),
        visits: said
          .filter((visit) => visit.area === area)
          .map(({ look: __, note: ___, ...visit }) => visit),
      });
    }
  }
  return days;
}
