import { grantFunction, protect } from '@liangbuwu/office/database/protect.ts';
import type { Migration } from '@liangbuwu/office/database/room.ts';
import { restrict } from '@liangbuwu/office/register/migrations/policies.ts';
import { type Kysely, sql } from 'kysely';

/** Requests to talk with a school's counsellor, what it reads out each day, and who of its staff stays on duty when. */
export const care: Migration = {
  name: '0014-care',
  async up(db: Kysely<unknown>) {
    await counselling(db);
    await requests(db);
    await doors(db);
    await programme(db);
    await roster(db);
  },
};

/** Whether a school's counsellor takes requests, and the help numbers that they entered: about nobody. */
async function counselling(db: Kysely<unknown>): Promise<void> {
  await sql`create table campus.counselling (
    tenant uuid not null,
    response uuid not null,
    area uuid not null,
    open boolean not null,
    lines jsonb not null,
    version integer not null check (version > 0),
    primary key (tenant, response, area),
    foreign key (tenant, response) references responses.response (tenant, id),
    foreign key (tenant, area) references campus.school (tenant, id)
  )`.execute(db);
  await protect(db, 'campus.counselling', { by: 'tenant' });
  const reached = sql`register.reaches(area)`;
  await restrict(db, 'campus.counselling', ['insert', 'update', 'delete'], reached);
}

async function requests(db: Kysely<unknown>): Promise<void> {
  // For which school a transaction may see requests. That an area is within its scope is not enough.
  await sql`create function campus.counselled() returns uuid language sql stable parallel safe
    begin atomic select nullif(current_setting('lbw.counsel', true), '')::uuid; end`.execute(db);
  // The school and not the class, whose teacher is in its scope. Who it is for, and every word, is sealed.
  await sql`create table campus.care_request (
    tenant uuid not null,
    id uuid not null,
    response uuid not null,
    area uuid not null,
    link bytea not null check (length(link) = 32),
    state text not null check (state in ('asked', 'appointed', 'talked', 'more', 'closed')),
    asked_at timestamptz not null,
    due_at timestamptz not null,
    sealed bytea not null,
    primary key (tenant, id),
    unique (link),
    foreign key (tenant, response) references responses.response (tenant, id),
    foreign key (tenant, area) references campus.school (tenant, id)
  )`.execute(db);
  await sql`create index care_request_area on campus.care_request (tenant, response, area)`.execute(
    db,
  );
  await sql`create table campus.care_step (
    tenant uuid not null,
    id uuid not null,
    request uuid not null,
    area uuid not null,
    recorded timestamptz not null,
    sealed bytea not null,
    primary key (tenant, id),
    foreign key (tenant, request) references campus.care_request (tenant, id) on delete cascade
  )`.execute(db);
  await sql`create index care_step_request on campus.care_step (tenant, request)`.execute(db);
  for (const table of ['campus.care_request', 'campus.care_step'] as const) {
    await protect(db, table, { by: 'area' });
    const counselled = sql`area = (select campus.counselled())`;
    await restrict(db, table, ['select', 'insert', 'update', 'delete'], counselled);
  }
}

/** The only ways to a request: as the counsellor of its school, by its own secret, and to put one in. */
async function doors(db: Kysely<unknown>): Promise<void> {
  // Whoever holds the role in this very school: nobody from above it, and nobody who stands in for somebody.
  await sql`create function campus.enter_counsel(account uuid, school uuid) returns boolean
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $body$
    begin
      if school not in (select office.areas()) or not exists (select from identity.assignment g
          where g.tenant = office.tenant() and g.account = enter_counsel.account and g.role = 'counsellor'
            and g.area = school) then
        return false;
      end if;
      perform set_config('lbw.counsel', school::text, true);
      return true;
    end $body$`.execute(db);
  await grantFunction(db, 'campus.enter_counsel(uuid, uuid)');
  await sql`create function campus.enter_care(secret bytea) returns jsonb
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $body$
    declare
      f record;
    begin
      select r.tenant, r.id, r.area, r.response into f from campus.care_request r where r.link = secret;
      if not found then
        return null;
      end if;
      perform set_config('lbw.tenant', f.tenant::text, true);
      perform set_config('lbw.areas', array[f.area]::text, true);
      perform set_config('lbw.counsel', f.area::text, true);
      return jsonb_build_object('tenant', f.tenant, 'id', f.id, 'school', f.area, 'response', f.response);
    end $body$`.execute(db);
  await grantFunction(db, 'campus.enter_care(bytea)');
  // For somebody of a class that is within reach. What the request was within reach of before, it no longer is.
  await sql`create function campus.enter_asking(member uuid) returns uuid
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $body$
    declare
      school uuid;
    begin
      select coalesce(c.school, m.area) into school from campus.member m
        left join campus.class c on c.tenant = m.tenant and c.id = m.area
        where m.tenant = office.tenant() and m.id = member and m.area in (select office.areas());
      if school is null then
        return null;
      end if;
      perform set_config('lbw.areas', array[school]::text, true);
      perform set_config('lbw.counsel', school::text, true);
      return school;
    end $body$`.execute(db);
  await grantFunction(db, 'campus.enter_asking(uuid)');
  await sql`create function campus.count_care(response uuid, school uuid, at timestamptz)
    returns table (asked integer, waiting integer, late integer)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $body$
      select count(*)::int, (count(*) filter (where r.state in ('asked', 'more')))::int,
          (count(*) filter (where r.state = 'asked' and r.due_at < count_care.at))::int
        from campus.care_request r where r.tenant = office.tenant() and r.response = count_care.response
          and r.area in (select office.areas()) and (school is null or r.area = school)
    $body$`.execute(db);
  await grantFunction(db, 'campus.count_care(uuid, uuid, timestamptz)');
  await sql`create function campus.destroy_care(response uuid) returns integer
    language sql security definer set search_path = pg_catalog, pg_temp as $body$
      with gone as (delete from campus.care_request r where r.tenant = office.tenant()
        and r.response = destroy_care.response and r.area in (select office.areas()) returning 1)
      select count(*)::int from gone
    $body$`.execute(db);
  await grantFunction(db, 'campus.destroy_care(uuid)');
}

/** What is read out at a school on a day: public, and about nobody. */
async function programme(db: Kysely<unknown>): Promise<void> {
  await sql`create table campus.broadcast_day (
    tenant uuid not null,
    response uuid not null,
    area uuid not null,
    day date not null,
    items jsonb not null,
    version integer not null check (version > 0),
    primary key (tenant, response, area, day),
    foreign key (tenant, response) references responses.response (tenant, id),
    foreign key (tenant, area) references campus.school (tenant, id)
  )`.execute(db);
  await protect(db, 'campus.broadcast_day', { by: 'tenant' });
  const reached = sql`register.reaches(area)`;
  await restrict(db, 'campus.broadcast_day', ['insert', 'update', 'delete'], reached);
}

/** Staff who volunteered to stay, sealed, and their shifts. */
async function roster(db: Kysely<unknown>): Promise<void> {
  await sql`create table campus.stay_person (
    tenant uuid not null,
    id uuid not null,
    response uuid not null,
    area uuid not null,
    sealed bytea not null,
    primary key (tenant, id),
    unique (tenant, id, area),
    foreign key (tenant, response) references responses.response (tenant, id),
    foreign key (tenant, area) references campus.school (tenant, id)
  )`.execute(db);
  await sql`create index stay_person_area on campus.stay_person (tenant, response, area)`.execute(
    db,
  );
  await protect(db, 'campus.stay_person', { by: 'area' });
  // Minutes of its day; after midnight they go on counting.
  await sql`create table campus.stay_shift (
    tenant uuid not null,
    id uuid not null,
    area uuid not null,
    person uuid not null,
    day date not null,
    begins integer not null check (begins between 0 and 1439),
    ends integer not null check (ends > begins and ends <= begins + 960),
    duty text not null check (duty in ('gate', 'dormitory', 'canteen', 'sampling', 'zone', 'night')),
    primary key (tenant, id),
    foreign key (tenant, person, area) references campus.stay_person (tenant, id, area) on delete cascade
  )`.execute(db);
  await sql`create index stay_shift_person on campus.stay_shift (tenant, person, day)`.execute(db);
  await protect(db, 'campus.stay_shift', { by: 'area' });
}
