import { appRole, protect } from '@liangbuwu/office/database/protect.ts';
import type { Migration } from '@liangbuwu/office/database/room.ts';
import { type Kysely, sql } from 'kysely';

/** A school that is closed off and holds: what it has in store, and how many are inside. */
export const boarding: Migration = {
  name: '0011-boarding',
  async up(db: Kysely<unknown>) {
    await stores(db);
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
