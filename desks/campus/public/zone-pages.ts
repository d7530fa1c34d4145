import { day, id, text } from '@liangbuwu/office/http/fields.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import { readCode, secretLength } from '@liangbuwu/office/public/code.ts';
import {
  leadTo,
  type PageDeed,
  type PublicPage,
  publicPage,
} from '@liangbuwu/office/public/page.ts';
import { hashOf } from '@liangbuwu/office/public/secret.ts';
import { clockOf, getOpenResponse, getResponse } from '@liangbuwu/office/responses/store.ts';
import { sql } from 'kysely';
import { z } from 'zod';
import { getSchool } from '../schools/school-store.ts';
import { type BookServices, book, daysOf, isSlotOpen } from '../zone/book.ts';
import * as store from '../zone/parcel-store.ts';
import { slotsOf } from '../zone/zone.ts';
import { noSuchBooking, noZone } from '../zone/zone-rules.ts';
import { findOpenZone, findZone, holdZone, insertStep } from '../zone/zone-store.ts';
import { atSchool, codeParams } from './enter.ts';
import { bookingForm, mostByOne, ownBooking } from './zone-page.ts';

const params = z.strictObject({ secret: z.string().max(60) });

const BookForm = z.strictObject({
  id,
  slot: z.string().regex(/^\d{4}-\d{2}-\d{2} \d{1,4}$/),
  building: id,
  to: text(60, 1),
  count: text(3, 1),
});
const fieldWords = {
  id: say('表格', 'Form'),
  slot: say('时段', 'Slot'),
  building: say('楼', 'Building'),
  to: say('给谁', 'Whom it is for'),
  count: say('几件', 'How many'),
};

/** Bringing something to a sealed school: booking by the code of its poster, and a page of one’s own by a secret. */
export const zonePages = (
  services: BookServices & { keys: ResponseKeys; newId(): string },
): PublicPage[] => [
  publicPage({
    method: 'GET',
    path: '/p/campus/:code/zone',
    params: codeParams,
    query: z.strictObject({ day: day.optional() }),
    async show({ params: { code }, query }, deed) {
      const at = await atZone(deed, code, 'read');
      return bookingForm({ ...at, form: services.newId(), day: query.day }, deed.language);
    },
  }),

  publicPage({
    method: 'POST',
    path: '/p/campus/:code/zone',
    params: codeParams,
    form: BookForm,
    words: fieldWords,
    async show({ params: { code }, form }, deed) {
      const at = await atZone(deed, code, 'write');
      const [onDay = '', slot = ''] = form.slot.split(' ');
      const count = Number(form.count.normalize('NFKC').trim());
      if (!Number.isInteger(count) || count < 1 || count > mostByOne) {
        const { id: again, to, building } = form;
        const typed = { to, building, slot: form.slot, count: form.count };
        return bookingForm({ ...at, form: again, day: onDay, typed }, deed.language);
      }
      const { building, to } = form;
      const { secret } = await book(deed, services, at, {
        id: form.id,
        day: onDay,
        slot: Number(slot),
        parcels: Array.from({ length: count }, () => ({ building, to })),
      });
      return leadTo(`/p/campus/parcels/${secret}`, deed.language);
    },
  }),

  publicPage({
    method: 'GET',
    path: '/p/campus/parcels/:secret',
    params,
    async show({ params: { secret } }, deed) {
      const at = await atBooking(deed, secret);
      const response = await getResponse(deed.tx, at.response, deed.clock);
      if (response.ended) throw refuse(noSuchBooking, undefined);
      return ownBooking(
        { ...(await ownOf(deed, at)), response, form: services.newId(), secret: at.secret },
        deed.language,
      );
    },
  }),

  publicPage({
    method: 'POST',
    path: '/p/campus/parcels/:secret/withdraw',
    params,
    form: z.strictObject({ id }),
    async show({ params: { secret }, form }, deed) {
      const at = await atBooking(deed, secret);
      const response = await getOpenResponse(deed.tx, at.response, deed.clock);
      const zone = { tenant: at.tenant, school: at.school, response: response.id };
      await holdZone(deed.tx, zone);
      const moved = await store.moveParcels(deed.tx, 'withdraw', sql`p.booking = ${at.id}`);
      // Sent twice there is nothing left to take back.
      if (moved.length > 0) {
        await insertStep(deed.tx, {
          ...zone,
          id: form.id,
          event: 'withdraw',
          about: at.id,
          parcels: moved,
          by: null,
          at: response.now,
          recorded: deed.clock.now().toString(),
        });
        deed.record({
          action: 'campus.parcels-withdrawn',
          subject: `booking:${at.id}`,
          area: at.school,
          response: response.id,
          at: clockOf(response).now(),
          detail: { parcels: moved.length },
        });
        deed.announce({ topic: 'campus.zone', area: at.school, id: at.school });
      }
      return leadTo(`/p/campus/parcels/${at.secret}`, deed.language);
    },
  }),
];

/** The school of a code as it takes parcels in, with what its slots still take. */
async function atZone({ tx, clock }: PageDeed, typed: string, how: 'read' | 'write') {
  const { code, tenant, school } = await atSchool(tx, typed);
  const open = await findOpenZone(tx, school);
  const zone = open && (await findZone(tx, { school, ...open }));
  if (!open || !zone) throw refuse(noZone, undefined);
  const response = await (how === 'write' ? getOpenResponse : getResponse)(
    tx,
    open.response,
    clock,
  );
  const { name } = await getSchool(tx, school);
  const { fields } = zone;
  const days = daysOf(response);
  const taken = await store.countSlots(tx, { school, ...open }, response.today);
  const slots = days.flatMap((onDay) =>
    slotsOf(fields).flatMap((slot) => {
      const { booked = 0 } = taken.find((one) => one.day === onDay && one.slot === slot) ?? {};
      const left = fields.perSlot - booked;
      const isOpen = left > 0 && isSlotOpen(fields, response, { day: onDay, slot });
      return isOpen ? [{ day: onDay, slot, left }] : [];
    }),
  );
  return { code, tenant, school, name, response, fields, days, slots };
}

async function atBooking({ tx }: Pick<PageDeed, 'tx'>, typed: string) {
  const secret = readCode(typed, secretLength);
  const entered = secret && (await store.enterBooking(tx, hashOf(secret)));
  if (!entered) throw refuse(noSuchBooking, undefined);
  return { ...entered, secret };
}

async function ownOf(
  { tx }: Pick<PageDeed, 'tx'>,
  at: { id: string; school: string; response: string },
) {
  const booking = await store.findBooking(tx, at.id);
  const zone = await findZone(tx, at);
  if (!booking || !zone) throw refuse(noSuchBooking, undefined);
  const { name } = await getSchool(tx, at.school);
  return { booking, name, fields: zone.fields, parcels: await store.listOfBooking(tx, at.id) };
}
