import { grantFunction, protect } from '@liangbuwu/office/database/protect.ts';
import type { Migration } from '@liangbuwu/office/database/room.ts';
import { type Kysely, sql } from 'kysely';

/** What is brought to a sealed school: the zone that takes it in, the rounds that carry it, and whose it is, sealed. */
export const transferZone: Migration = {
  name: '0008-transfer-zone',
  async up(db: Kysely<unknown>) {
    await carrying(db);
    await parcels(db);
  },
};

async function carrying(db: Kysely<unknown>): Promise<void> {
  await sql`create table campus.transfer_zone (
    tenant uuid not null,
    response uuid not null,
    area uuid not null,
    fields jsonb not null,
    version integer not null,
    primary key (tenant, response, area),
    foreign key (tenant, response) references responses.response (tenant, id),
    foreign key (tenant, area) references campus.school (tenant, id)
  )`.execute(db);
  await protect(db, 'campus.transfer_zone', { by: 'area' });
  await sql`create table campus.carrying_plan (
    tenant uuid not null,
    id uuid not null,
    response uuid not null,
    area uuid not null,
    number integer not null,
    at timestamptz not null,
    ends timestamptz not null,
    bound timestamptz not null,
    rounds integer not null,
    parcels integer not null,
    by uuid not null,
    primary key (tenant, id),
    unique (tenant, response, area, number),
    foreign key (tenant, response, area) references campus.transfer_zone (tenant, response, area),
    foreign key (tenant, by) references identity.account (tenant, id),
    check (bound <= ends)
  )`.execute(db);
  await protect(db, 'campus.carrying_plan', { by: 'area' });
  await sql`create table campus.carrying_round (
    tenant uuid not null,
    id uuid not null,
    response uuid not null,
    area uuid not null,
    plan uuid not null,
    number integer not null,
    building uuid not null,
    carrier integer not null,
    state text not null check (state in ('planned', 'under-way', 'signed')),
    leaves timestamptz not null,
    back timestamptz not null,
    parcels integer not null check (parcels > 0),
    left_by uuid,
    signed_at timestamptz,
    missing integer not null default 0,
    damaged integer not null default 0,
    primary key (tenant, id),
    unique (tenant, response, area, number),
    foreign key (tenant, plan) references campus.carrying_plan (tenant, id),
    foreign key (tenant, left_by) references identity.account (tenant, id),
    check ((state = 'planned') = (left_by is null)),
    check ((state = 'signed') = (signed_at is not null))
  )`.execute(db);
  await protect(db, 'campus.carrying_round', { by: 'area' });
  // One row for whatever was done, under the id that it was given before it was sent; parcels by their ids only.
  await sql`create table campus.zone_step (
    tenant uuid not null,
    id uuid not null,
    response uuid not null,
    area uuid not null,
    event text not null,
    about uuid not null,
    parcels uuid[] not null,
    by uuid,
    at timestamptz not null,
    recorded timestamptz not null,
    primary key (tenant, id),
    foreign key (tenant, response, area) references campus.transfer_zone (tenant, response, area)
  )`.execute(db);
  await protect(db, 'campus.zone_step', { by: 'area' });
}

async function parcels(db: Kysely<unknown>): Promise<void> {
  await sql`create table campus.booking (
    tenant uuid not null,
    id uuid not null,
    response uuid not null,
    area uuid not null,
    day date not null,
    slot integer not null check (slot between 0 and 1440),
    link bytea not null check (length(link) = 32),
    at timestamptz not null,
    primary key (tenant, id),
    unique (link),
    foreign key (tenant, response, area) references campus.transfer_zone (tenant, response, area)
  )`.execute(db);
  await sql`create index booking_slot on campus.booking (tenant, response, area, day, slot)`.execute(
    db,
  );
  await protect(db, 'campus.booking', { by: 'area' });
  await sql`create table campus.parcel (
    tenant uuid not null,
    id uuid not null,
    response uuid not null,
    area uuid not null,
    booking uuid not null,
    number integer not null check (number > 0),
    code text not null check (code ~ '^[A-Z0-9]{8}$'),
    building uuid not null,
    state text not null,
    due timestamptz not null,
    ready_at timestamptz,
    round uuid,
    sealed bytea not null,
    primary key (tenant, id),
    unique (tenant, response, area, number),
    unique (tenant, response, area, code),
    foreign key (tenant, booking) references campus.booking (tenant, id),
    foreign key (tenant, round) references campus.carrying_round (tenant, id),
    check (case state
      when 'booked' then ready_at is null and round is null
      when 'withdrawn' then ready_at is null and round is null
      when 'in-zone' then ready_at is not null
      else state in ('under-way', 'signed', 'damaged', 'missing') and ready_at is not null and round is not null end)
  )`.execute(db);
  await sql`create index parcel_booking on campus.parcel (tenant, booking)`.execute(db);
  await sql`create index parcel_round on campus.parcel (tenant, round) where round is not null`.execute(
    db,
  );
  await protect(db, 'campus.parcel', { by: 'area' });
  // Opens the school that a booking is at; which parcels are its own the handler asks for by the booking.
  await sql`create function campus.enter_booking(secret bytea) returns jsonb
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $body$
    declare
      f record;
    begin
      select b.tenant, b.id, b.area, b.response into f from campus.booking b where b.link = secret;
      if not found then
        return null;
      end if;
      perform set_config('lbw.tenant', f.tenant::text, true);
      perform set_config('lbw.areas', array[f.area]::text, true);
      return jsonb_build_object('tenant', f.tenant, 'id', f.id, 'school', f.area, 'response', f.response);
    end $body$`.execute(db);
  await grantFunction(db, 'campus.enter_booking(bytea)');
}
