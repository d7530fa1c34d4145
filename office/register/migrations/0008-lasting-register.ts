import { type Kysely, sql } from 'kysely';
import { grantFunction, protect } from '../../database/protect.ts';
import type { Migration } from '../../database/room.ts';
import { allowAppending } from './policies.ts';

/** Households, their people and telephones that belong to no response: to reach a household, and to know how many live there. */
export const lastingRegister: Migration = {
  name: '0008-lasting-register',
  async up(db: Kysely<unknown>) {
    // `named`, `has_phone` and `contact` follow from its people; `contact` goes up whenever another is to be called.
    await sql`create table register.lasting_household (
      tenant uuid not null references register.tenant,
      id uuid not null,
      area uuid not null,
      place uuid,
      label text not null,
      hamlet text,
      people integer not null check (people between 0 and 10000),
      confirmed date,
      named integer not null default 0,
      has_phone boolean not null default false,
      contact integer not null default 0,
      version integer not null default 1,
      removed boolean not null default false,
      sound text not null default '',
      label_key text collate "C" not null default '',
      label_order text collate "C" not null default '',
      primary key (tenant, id),
      unique (tenant, id, area),
      foreign key (tenant, area) references register.area (tenant, id),
      foreign key (tenant, place) references register.place (tenant, id)
    )`.execute(db);
    await sql`create index lasting_household_label on register.lasting_household (tenant, label_order, id) include (area)
      where not removed`.execute(db);
    await sql`create index lasting_household_label_key on register.lasting_household (tenant, area, label_key)
      where not removed`.execute(db);
    await protect(db, 'register.lasting_household', { by: 'area' });

    // All that is told of somebody is sealed (office/keys/register-keys.ts). Who moves takes the people along.
    await sql`create table register.resident (
      tenant uuid not null,
      id uuid not null,
      household uuid not null,
      area uuid not null,
      phone_mark bytea,
      sealed bytea not null,
      version integer not null default 1,
      primary key (tenant, id),
      foreign key (tenant, household, area) references register.lasting_household (tenant, id, area)
        on update cascade on delete cascade
    )`.execute(db);
    await sql`create index resident_household on register.resident (tenant, household)`.execute(db);
    await sql`create index resident_phone on register.resident (tenant, phone_mark)
      where phone_mark is not null`.execute(db);
    await protect(db, 'register.resident', { by: 'area' });

    // Which key the people were sealed with: one that is lost must not be made anew beside them.
    await sql`create table register.lasting_key (
      tenant uuid primary key references register.tenant,
      fingerprint text not null
    )`.execute(db);
    await protect(db, 'register.lasting_key', { by: 'tenant', app: 'read' });
    await allowAppending(db, 'register.lasting_key');

    // Which lasting household one of a response was brought from, and as what: gone with the row, when the response closes.
    await sql`alter table register.household add lasting uuid, add brought jsonb,
      add constraint household_brought check ((lasting is null) = (brought is null))`.execute(db);
    await sql`create unique index household_lasting on register.household (tenant, response, lasting)
      where lasting is not null`.execute(db);
    await eraseFunction(db);
  },
};

/** Erases a household in scope with all that its history and sheets tell, also of an area where it was before. */
async function eraseFunction(db: Kysely<unknown>): Promise<void> {
  await sql`create function register.erase_lasting_household(erased uuid, out area uuid, out persons integer)
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $body$
    begin
      select count(*) into persons from register.resident r
        where r.tenant = office.tenant() and r.household = erased;
      delete from register.lasting_household h where h.tenant = office.tenant() and h.id = erased
        and h.area in (select office.areas()) returning h.area into area;
      if area is null then
        raise exception 'this household is not in scope';
      end if;
      delete from tables.change c where c.tenant = office.tenant()
        and c.subject = 'lasting-household:' || erased;
      delete from tables.editing e where e.tenant = office.tenant()
        and e.subject = 'lasting-household:' || erased;
      delete from tables.sheet_row s where s.tenant = office.tenant() and s.row = erased;
    end $body$`.execute(db);
  await grantFunction(db, 'register.erase_lasting_household(uuid)');
}
