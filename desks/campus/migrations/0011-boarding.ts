import { appRole, protect } from '@liangbuwu/office/database/protect.ts';
import type { Migration } from '@liangbuwu/office/database/room.ts';
import { type Kysely, sql } from 'kysely';

/** A school that is closed off and holds: what it has in store, how many are inside, and who sleeps where. */
export const boarding: Migration = {
  name: '0011-boarding',
  async up(db: Kysely<unknown>) {
    await stores(db);
    await rooms(db);
  },
};

async function stores(db: Kysely<unknown>): Promise<void> {
  await sql`create table campus.inside (
    tenant uuid not null,
    response uuid not null,
    area uuid not null,
    people integer check (people >= 0),
    source text not null,
    version integer not null,
    primary key (tenant, response, area),
    foreign key (tenant, response) references responses.response (tenant, id),
    foreign key (tenant, area) references campus.school (tenant, id)
  )`.execute(db);
  await protect(db, 'campus.inside', { by: 'area' });
  await sql`create table campus.store_item (
    tenant uuid not null,
    id uuid not null,
    response uuid not null,
    area uuid not null,
    fields jsonb not null,
    version integer not null,
    primary key (tenant, id),
    foreign key (tenant, response) references responses.response (tenant, id),
    foreign key (tenant, area) references campus.school (tenant, id)
  )`.execute(db);
  await sql`create unique index store_item_name
    on campus.store_item (tenant, response, area, (fields ->> 'name'))`.execute(db);
  await protect(db, 'campus.store_item', { by: 'area' });
  // What was counted stays as it was said: a correction is a further row. Hence no update, no delete.
  await sql`create table campus.store_entry (
    tenant uuid not null,
    id uuid not null,
    response uuid not null,
    area uuid not null,
    item uuid not null,
    kind text not null check (kind in ('count', 'delivery')),
    quantity integer not null check (quantity >= 0),
    noted integer check (noted >= 0),
    at timestamptz not null,
    recorded timestamptz not null,
    by uuid not null,
    promise uuid,
    corrects uuid,
    primary key (tenant, id),
    unique (tenant, corrects),
    foreign key (tenant, item) references campus.store_item (tenant, id),
    foreign key (tenant, promise) references commitments.promise (tenant, id),
    foreign key (tenant, corrects) references campus.store_entry (tenant, id),
    foreign key (tenant, by) references identity.account (tenant, id),
    check (kind = 'delivery' or noted is null and promise is null)
  )`.execute(db);
  await sql`create index store_entry_item on campus.store_entry (tenant, item, at)`.execute(db);
  await protect(db, 'campus.store_entry', { by: 'area', app: 'read' });
  await sql`grant insert on campus.store_entry to ${await appRole(db)}`.execute(db);
}

async function rooms(db: Kysely<unknown>): Promise<void> {
  await sql`create table campus.dorm_room (
    tenant uuid not null,
    id uuid not null,
    response uuid not null,
    area uuid not null,
    building text not null,
    name text not null,
    kind text not null check (kind in ('boys', 'girls', 'staff', 'any')),
    beds integer not null check (beds > 0),
    version integer not null,
    linen_changed date,
    primary key (tenant, id),
    unique (tenant, response, area, building, name) deferrable initially deferred,
    foreign key (tenant, response) references responses.response (tenant, id),
    foreign key (tenant, area) references campus.school (tenant, id)
  )`.execute(db);
  await protect(db, 'campus.dorm_room', { by: 'area' });
  // Where somebody sleeps goes with the response: nobody has two beds, and a bed is one person's.
  await sql`create table campus.bed (
    tenant uuid not null,
    response uuid not null,
    area uuid not null,
    room uuid not null,
    bed integer not null check (bed > 0),
    member uuid not null,
    primary key (tenant, member),
    unique (tenant, room, bed),
    foreign key (tenant, room) references campus.dorm_room (tenant, id),
    foreign key (tenant, member) references campus.member (tenant, id) on delete cascade
  )`.execute(db);
  await sql`create index bed_school on campus.bed (tenant, response, area)`.execute(db);
  await protect(db, 'campus.bed', { by: 'area' });
}
