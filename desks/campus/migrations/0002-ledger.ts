import { grantFunction, protect } from '@liangbuwu/office/database/protect.ts';
import type { Migration } from '@liangbuwu/office/database/room.ts';
import { restrict } from '@liangbuwu/office/register/migrations/policies.ts';
import { type Kysely, sql } from 'kysely';

export const ledger: Migration = {
  name: '0002-ledger',
  async up(db: Kysely<unknown>) {
    // Who belongs to a class or school in a response. Who that is, and what was reported, is in office/people under the
    // same id; no key leads there, since a partition of it is dropped when the response closes.
    await sql`create table campus.member (
      tenant uuid not null,
      id uuid not null,
      response uuid not null,
      area uuid not null,
      kind text not null check (kind in ('pupil', 'staff')),
      household uuid not null,
      primary key (tenant, id),
      foreign key (tenant, response) references responses.response (tenant, id),
      foreign key (tenant, area) references register.area (tenant, id)
    )`.execute(db);
    await sql`create index member_area on campus.member (tenant, response, area)`.execute(db);
    await sql`create index member_household on campus.member (tenant, household)`.execute(db);
    await protect(db, 'campus.member', { by: 'area' });
    await homeLinks(db);
    // When a school, or one class of it, means to begin again: about nobody.
    await sql`create table campus.arrival (
      tenant uuid not null,
      response uuid not null,
      area uuid not null,
      at timestamptz not null,
      primary key (tenant, response, area),
      foreign key (tenant, response) references responses.response (tenant, id),
      foreign key (tenant, area) references register.area (tenant, id)
    )`.execute(db);
    await protect(db, 'campus.arrival', { by: 'tenant' });
    await restrict(
      db,
      'campus.arrival',
      ['insert', 'update', 'delete'],
      sql`register.reaches(area)`,
    );
  },
};

/** By which a family opens its own page. Each class gives one of its own, so that renewing it ends that one alone. */
async function homeLinks(db: Kysely<unknown>): Promise<void> {
  await sql`create table campus.home_link (
    tenant uuid not null,
    household uuid not null,
    area uuid not null,
    response uuid not null,
    number integer not null check (number > 0),
    link bytea not null check (length(link) = 32),
    given_at timestamptz not null,
    given_by uuid not null,
    primary key (tenant, household, area),
    unique (link),
    foreign key (tenant, response) references responses.response (tenant, id),
    foreign key (tenant, area) references register.area (tenant, id),
    foreign key (tenant, given_by) references identity.account (tenant, id)
  )`.execute(db);
  await sql`create index home_link_response on campus.home_link (tenant, response)`.execute(db);
  await protect(db, 'campus.home_link', { by: 'area' });
  // Opens the classes of the family's children, as long as one of them is in the class that gave the link.
  await sql`create function campus.enter_home(secret bytea) returns jsonb
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $body$
    declare
      f record;
    begin
      select l.tenant, l.response, l.household, array(select distinct m.area from campus.member m
          where m.tenant = l.tenant and m.response = l.response and m.household = l.household) as areas into f
        from campus.home_link l
        where l.link = secret and exists (select from campus.member m where m.tenant = l.tenant
          and m.response = l.response and m.household = l.household and m.area = l.area);
      if not found then
        return null;
      end if;
      perform set_config('lbw.tenant', f.tenant::text, true);
      perform set_config('lbw.areas', f.areas::text, true);
      return jsonb_build_object('tenant', f.tenant, 'response', f.response, 'household', f.household);
    end $body$`.execute(db);
  await grantFunction(db, 'campus.enter_home(bytea)');
}
