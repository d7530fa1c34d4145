import { isDeepStrictEqual } from 'node:util';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { pad, unpad } from '@liangbuwu/office/keys/pad.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import { newCode } from '@liangbuwu/office/public/code.ts';
import type { PageDeed } from '@liangbuwu/office/public/page.ts';
import { hashOf, secretFor } from '@liangbuwu/office/public/secret.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { clockOf } from '@liangbuwu/office/responses/store.ts';
import { z } from 'zod';
import { idOf } from '../home/secret.ts';
import { momentOf } from './moments.ts';
import * as store from './parcel-store.ts';
import { bookableDays } from './settings.ts';
import { type Brought, slotsOf, type ZoneFields } from './zone.ts';
import { bookedDifferently, noSuchBuilding, slotFull, slotNotOpen } from './zone-rules.ts';
import { holdZone, type OfZone } from './zone-store.ts';

const Sealed = z.object({ to: z.string() });

export interface BookServices {
  keys: ResponseKeys;
  randomInt(below: number): number;
}

type OfResponse = Pick<OfZone, 'tenant' | 'response'>;

const nameOf = (of: OfResponse, parcel: string) => ({
  tenant: of.tenant,
  response: of.response,
  record: `parcel:${parcel}`,
});

export const openTo = (
  keys: ResponseKeys,
  of: OfResponse,
  { id, sealed }: { id: string; sealed: Buffer },
): string => Sealed.parse(unpad(keys.open(nameOf(of, id), sealed))).to;

/** What opens a booking’s own page. */
export const secretOfBooking = (keys: ResponseKeys, of: OfResponse, booking: string): string =>
  secretFor(keys, {
    tenant: of.tenant,
    response: of.response,
    record: `campus-booking-page:${booking}`,
  });

/** Days for which slots are given out, today first. */
export const daysOf = ({ today }: Pick<Response, 'today'>): string[] =>
  Array.from({ length: bookableDays }, (_, days) =>
    Temporal.PlainDate.from(today).add({ days }).toString(),
  );

export const isSlotOpen = (
  fields: ZoneFields,
  response: Pick<Response, 'today' | 'now' | 'zone'>,
  { day, slot }: { day: string; slot: number },
): boolean =>
  daysOf(response).includes(day) &&
  slotsOf(fields).includes(slot) &&
  momentOf(day, slot + fields.slot, response.zone).epochMilliseconds > Date.parse(response.now);

/** Books parcels into a slot. The same booking sent again is the same booking. */
export async function book(
  { tx, record, announce }: Pick<PageDeed, 'tx' | 'record' | 'announce'>,
  { keys, randomInt }: BookServices,
  of: { tenant: string; school: string; response: Response },
  asked: { id: string; day: string; slot: number; parcels: readonly Brought[] },
): Promise<{ secret: string; parcels: store.StoredParcel[] }> {
  const { tenant, school, response } = of;
  const zone = { tenant, school, response: response.id };
  const { fields } = await holdZone(tx, zone);
  const { id, day, slot } = asked;
  const secret = secretOfBooking(keys, zone, id);
  const parcels = asked.parcels.map((one, i) => ({ ...one, id: idOf(id, String(i), 'parcel') }));
  const there = await store.findBooking(tx, id);
  if (there) {
    const sealed = new Map(
      (await store.listSealed(tx, { booking: id })).map((one) => [one.id, one]),
    );
    const booked = await store.listOfBooking(tx, id);
    const before = booked.map((one) => {
      const to = sealed.get(one.id);
      return { building: one.building, to: to ? openTo(keys, zone, to) : '', id: one.id };
    });
    const same =
      isDeepStrictEqual(there, { id, school, response: response.id, day, slot }) &&
      isDeepStrictEqual(before, parcels);
    if (!same) throw refuse(bookedDifferently, undefined);
    return { secret, parcels: booked };
  }
  if (!isSlotOpen(fields, response, asked)) throw refuse(slotNotOpen, undefined);
  const known = new Set(fields.buildings.map((one) => one.id));
  if (parcels.some(({ building }) => !known.has(building))) throw refuse(noSuchBuilding, undefined);
  const taken = (await store.countSlots(tx, zone, day)).find(
    (one) => one.day === day && one.slot === slot,
  );
  const left = Math.max(0, fields.perSlot - (taken?.booked ?? 0));
  if (parcels.length > left) throw refuse(slotFull, { left });
  const due = momentOf(day, slot + fields.slot, response.zone).toString();
  await store.insertBooking(
    tx,
    zone,
    { id, day, slot, due, link: hashOf(secret), at: response.now },
    parcels.map((one) => ({
      id: one.id,
      code: newCode(randomInt),
      building: one.building,
      sealed: keys.seal(nameOf(zone, one.id), pad({ to: one.to })),
    })),
  );
  record({
    action: 'campus.parcels-booked',
    subject: `booking:${id}`,
    area: school,
    response: response.id,
    at: clockOf(response).now(),
    detail: { day, slot, parcels: parcels.length },
  });
  announce({ topic: 'campus.zone', area: school, id: school });
  return { secret, parcels: await store.listOfBooking(tx, id) };
}
