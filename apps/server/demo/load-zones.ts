import { giveSchoolCode } from '@liangbuwu/campus/batches/batches.contract.ts';
import {
  bookParcels,
  planCarrying,
  putZone,
  receiveParcels,
} from '@liangbuwu/campus/zone/zone.contract.ts';
import { slotsOf, type ZoneFields } from '@liangbuwu/campus/zone/zone.ts';
import type { Call } from '@liangbuwu/office/http/client.ts';
import type { ScenarioZone } from '@liangbuwu/scenario-zhuzhou-2022-11/schools.ts';
import type { Loading } from './load-demo.ts';
import { stableId } from './stable-id.ts';

const response = stableId('response epidemic-2022-11');

/** A sealed school's day: its parcels are booked slot by slot, the first have come, and their rounds are planned. */
export async function loadZones(
  { scenario, area }: Loading,
  as: (user: string) => Promise<Call>,
): Promise<void> {
  for (const { id, zone } of scenario.schools.schools) {
    if (!zone) continue;
    const call = await as(zone.by);
    const params = { school: area(id) };
    const fields = fieldsOf(zone);
    await call(giveSchoolCode, { params, body: { replaces: null } });
    await call(putZone, { params, body: { response, seen: null, fields } });
    const slots = slotsOf(fields);
    const each = Math.ceil(zone.parcels / slots.length);
    for (const [i, slot] of slots.entries()) {
      const first = i * each;
      const many = Math.min(each, zone.parcels - first);
      const { parcels } = await call(bookParcels, {
        params: { ...params, booking: stableId(`booking ${id} ${i}`) },
        body: {
          response,
          day: zone.day,
          slot,
          parcels: Array.from({ length: many }, (_, of) => parcelOf(fields, first + of)),
        },
      });
      if (i > 0) continue;
      await call(receiveParcels, {
        params: { ...params, step: stableId(`received ${id}`) },
        body: { response, codes: parcels.slice(0, zone.received).map(({ code }) => code) },
      });
    }
    const plan = stableId(`carrying ${id}`);
    await call(planCarrying, { params: { ...params, plan }, body: { response } });
  }
}

function fieldsOf(zone: ScenarioZone): ZoneFields {
  const { opens, closes, slot, perSlot, disinfect, carriers, perRound } = zone;
  return {
    opens: minuteOf(opens),
    closes: minuteOf(closes),
    slot,
    perSlot,
    disinfect,
    carriers,
    perRound,
    buildings: zone.buildings.map((one) => ({ ...one, id: stableId(`building ${one.id}`) })),
  };
}

/** Invented: no person stands behind a number. */
const parcelOf = ({ buildings }: ZoneFields, number: number) => ({
  building: buildings[(number * 5) % buildings.length]?.id ?? '',
  to: `虚构学生 ${String(number + 1).padStart(4, '0')}`,
});

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return 60 * hours + minutes;
}
