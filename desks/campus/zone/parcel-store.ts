import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { type RawBuilder, sql } from 'kysely';
import { type ParcelEvent, type ParcelMoments, steps } from './parcel-rules.ts';
import type { OfZone } from './zone-store.ts';

export interface StoredParcel extends ParcelMoments {
  id: string;
  number: number;
  code: string;
  building: string;
  round: string | null;
  day: string;
  slot: number;
}

export interface Booking {
  id: string;
  school: string;
  response: string;
  day: string;
  slot: number;
}

const select = (tx: Tx, where: RawBuilder<unknown>) =>
  sql<StoredParcel>`select p.id, p.number, p.code, p.building, p.state, p.round, office.iso(p.due) as due,
      office.iso(p.ready_at) as "readyAt", case when p.state = 'under-way' then office.iso(r.back) end as back,
      b.day::text as day, b.slot
    from campus.parcel p
      join campus.booking b on b.tenant = p.tenant and b.id = p.booking
      left join campus.carrying_round r on r.tenant = p.tenant and r.id = p.round
    where ${where} order by p.number`
    .execute(tx)
    .then(({ rows }) => rows);

const of = ({ response, school }: Omit<OfZone, 'tenant'>) =>
  sql`p.response = ${response} and p.area = ${school}`;

/** Those booked for a day, and of other days whatever is in the school’s hands, or is missing from them. */
export const listOfDay = (
  tx: Tx,
  zone: Omit<OfZone, 'tenant'>,
  day: string,
): Promise<StoredParcel[]> =>
  select(
    tx,
    sql`${of(zone)} and case when b.day = ${day} then true
      when b.day < ${day} then p.state in ('in-zone', 'under-way', 'missing')
      else p.state not in ('booked', 'withdrawn') end`,
  );

export const listOfSlot = (
  tx: Tx,
  zone: Omit<OfZone, 'tenant'>,
  at: { day: string; slot: number },
): Promise<StoredParcel[]> =>
  select(tx, sql`${of(zone)} and b.day = ${at.day} and b.slot = ${at.slot}`);

export const listOfBooking = (tx: Tx, booking: string): Promise<StoredParcel[]> =>
  select(tx, sql`p.booking = ${booking}`);

export const listOfRound = (tx: Tx, round: string): Promise<StoredParcel[]> =>
  select(tx, sql`p.round = ${round}`);

export const listInZone = (tx: Tx, zone: Omit<OfZone, 'tenant'>): Promise<StoredParcel[]> =>
  select(tx, sql`${of(zone)} and p.state = 'in-zone'`);

export const listByCode = (
  tx: Tx,
  zone: Omit<OfZone, 'tenant'>,
  codes: readonly string[],
): Promise<StoredParcel[]> => select(tx, sql`${of(zone)} and p.code = any(${codes}::text[])`);

/** Moves what stands where the event begins; gives back what it moved. */
export async function moveParcels(
  tx: Tx,
  event: ParcelEvent,
  which: RawBuilder<unknown>,
  set: RawBuilder<unknown> = sql``,
): Promise<string[]> {
  const { from, to } = steps[event];
  const { rows } = await sql<{ id: string }>`update campus.parcel p set state = ${to} ${set}
    where p.state = ${from} and ${which} returning p.id`.execute(tx);
  return rows.map(({ id }) => id);
}

export const these = (ids: readonly string[]): RawBuilder<unknown> =>
  sql`p.id = any(${ids}::uuid[])`;

/** Parcels that hold a place in each slot, by day and slot. */
export async function countSlots(
  tx: Tx,
  zone: Omit<OfZone, 'tenant'>,
  from: string,
): Promise<{ day: string; slot: number; booked: number; outside: number }[]> {
  const { rows } = await sql<{ day: string; slot: number; booked: number; outside: number }>`
    select b.day::text as day, b.slot, count(*)::int as booked,
      (count(*) filter (where p.state = 'booked'))::int as outside
    from campus.parcel p join campus.booking b on b.tenant = p.tenant and b.id = p.booking
    where ${of(zone)} and b.day >= ${from} and p.state <> 'withdrawn'
    group by b.day, b.slot order by b.day, b.slot`.execute(tx);
  return rows;
}

/** Buildings that something is still to be carried to; what was not brought on its day is waited for no longer. */
export async function listBuildingsInUse(
  tx: Tx,
  zone: Omit<OfZone, 'tenant'>,
  today: string,
): Promise<Set<string>> {
  const { rows } = await sql<{ building: string }>`select distinct p.building from campus.parcel p
    join campus.booking b on b.tenant = p.tenant and b.id = p.booking
    where ${of(zone)} and (p.state in ('in-zone', 'under-way', 'missing') or p.state = 'booked' and b.day >= ${today})`.execute(
    tx,
  );
  return new Set(rows.map(({ building }) => building));
}

const bookings = sql`select b.id, b.area as school, b.response, b.day::text as day, b.slot from campus.booking b`;

export async function findBooking(tx: Tx, id: string): Promise<Booking | undefined> {
  const { rows } = await sql<Booking>`${bookings} where b.id = ${id}`.execute(tx);
  return rows[0];
}

export async function insertBooking(
  tx: Tx,
  zone: OfZone,
  booking: { id: string; day: string; slot: number; due: string; link: Buffer; at: string },
  parcels: readonly { id: string; code: string; building: string; sealed: Buffer }[],
): Promise<void> {
  await sql`insert into campus.booking (tenant, id, response, area, day, slot, link, at)
    values (${zone.tenant}, ${booking.id}, ${zone.response}, ${zone.school}, ${booking.day}, ${booking.slot},
      ${booking.link}, ${booking.at})`.execute(tx);
  await sql`insert into campus.parcel (tenant, id, response, area, booking, number, code, building, state, due, sealed)
    select ${zone.tenant}, x.id, ${zone.response}, ${zone.school}, ${booking.id}, last.number + x.place, x.code,
      x.building, 'booked', ${booking.due}, x.sealed
    from (select coalesce(max(p.number), 0) as number from campus.parcel p where ${of(zone)}) last,
      unnest(${parcels.map(({ id }) => id)}::uuid[], ${parcels.map(({ code }) => code)}::text[],
        ${parcels.map(({ building }) => building)}::uuid[], ${parcels.map(({ sealed }) => sealed)}::bytea[])
        with ordinality as x (id, code, building, sealed, place)`.execute(tx);
}

export async function listSealed(
  tx: Tx,
  which: { booking: string } | { round: string },
): Promise<{ id: string; sealed: Buffer }[]> {
  const where =
    'booking' in which ? sql`p.booking = ${which.booking}` : sql`p.round = ${which.round}`;
  const { rows } = await sql<{ id: string; sealed: Buffer }>`
    select p.id, p.sealed from campus.parcel p where ${where} order by p.number`.execute(tx);
  return rows;
}

/** Narrows the transaction to the school of this booking; undefined where the secret opens nothing. */
export async function enterBooking(
  tx: Tx,
  secret: Buffer,
): Promise<{ tenant: string; id: string; school: string; response: string } | undefined> {
  const { rows } = await sql<{
    entered: { tenant: string; id: string; school: string; response: string } | null;
  }>`select campus.enter_booking(${secret}) as entered`.execute(tx);
  return rows[0]?.entered ?? undefined;
}
