import { grantFunction, protect } from '@liangbuwu/office/database/protect.ts';
import type { Migration } from '@liangbuwu/office/database/room.ts';
import { type Kysely, sql } from 'kysely';

/** Lessons in both places: what a class has when, who is where today, and what families ask. All of one response, all of it sealed. */
export const lessons: Migration = {
  name: '0012-lessons',
  async up(db: Kysely<unknown>) {
    // Names of staff and the addresses of lessons stand in both: sealed, whole, a row a version.
    await sql`create table campus.lesson_times (
      tenant uuid not null,
      response uuid not null,
      area uuid not null,
      version integer not null check (version > 0),
      account uuid not null,
      saved timestamptz not null,
      sealed bytea not null,
      primary key (tenant, response, area, version),
      foreign key (tenant, response) references responses.response (tenant, id),
      foreign key (tenant, area) references campus.school (tenant, id),
      foreign key (tenant, account) references identity.account (tenant, id)
    )`.execute(db);
    await protect(db, 'campus.lesson_times', { by: 'area' });
    await sql`create table campus.lesson_week (
      tenant uuid not null,
      response uuid not null,
      area uuid not null,
      version integer not null check (version > 0),
      account uuid not null,
      saved timestamptz not null,
      sealed bytea not null,
      primary key (tenant, response, area, version),
      foreign key (tenant, response) references responses.response (tenant, id),
      foreign key (tenant, area) references register.area (tenant, id),
      foreign key (tenant, account) references identity.account (tenant, id)
    )`.execute(db);
    await protect(db, 'campus.lesson_week', { by: 'area' });
    await settingsFunction(db);

    // What the class teacher says of a pupil's day; the last one of a day counts.
    await sql`create table campus.lesson_today (
      tenant uuid not null,
      id uuid not null,
      response uuid not null,
      area uuid not null,
      member uuid not null,
      day date not null,
      at timestamptz not null,
      recorded timestamptz not null,
      said_by uuid not null,
      sealed bytea not null,
      primary key (tenant, id),
      foreign key (tenant, response) references responses.response (tenant, id),
      foreign key (tenant, member) references campus.member (tenant, id) on delete cascade,
      foreign key (tenant, said_by) references identity.account (tenant, id)
    )`.execute(db);
    await sql`create index lesson_today_member on campus.lesson_today (tenant, member, day, recorded)`.execute(
      db,
    );
    await protect(db, 'campus.lesson_today', { by: 'area' });

    await sql`create table campus.mentor (
      tenant uuid not null,
      member uuid not null,
      response uuid not null,
      area uuid not null,
      account uuid not null,
      primary key (tenant, member),
      foreign key (tenant, response) references responses.response (tenant, id),
      foreign key (tenant, member) references campus.member (tenant, id) on delete cascade,
      foreign key (tenant, account) references identity.account (tenant, id)
    )`.execute(db);
    await protect(db, 'campus.mentor', { by: 'area' });

    // "mentor" is who had the pupil when it was asked; null: the class teacher.
    await sql`create table campus.lesson_question (
      tenant uuid not null,
      id uuid not null,
      response uuid not null,
      area uuid not null,
      member uuid not null,
      mentor uuid,
      asked timestamptz not null,
      promised timestamptz not null,
      sealed bytea not null,
      version integer not null default 0,
      answered timestamptz,
      answered_by uuid,
      answer bytea,
      primary key (tenant, id),
      check ((version = 0) = (answer is null) and (answer is null) = (answered is null)
        and (answer is null) = (answered_by is null)),
      foreign key (tenant, response) references responses.response (tenant, id),
      foreign key (tenant, member) references campus.member (tenant, id) on delete cascade,
      foreign key (tenant, mentor) references identity.account (tenant, id),
      foreign key (tenant, answered_by) references identity.account (tenant, id)
    )`.execute(db);
    await sql`create index lesson_question_area on campus.lesson_question (tenant, response, area)`.execute(
      db,
    );
    await sql`create index lesson_question_member on campus.lesson_question (tenant, member)`.execute(
      db,
    );
    await protect(db, 'campus.lesson_question', { by: 'area' });
    await classTimesFunction(db);
  },
};

/** The periods of the schools of the classes within the request's scope, which may be without their school. */
async function settingsFunction(db: Kysely<unknown>): Promise<void> {
  await sql`create function campus.lesson_times_of(of uuid)
    returns table (school uuid, version integer, account uuid, saved timestamptz, sealed bytea)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $body$
      select distinct on (t.area) t.area, t.version, t.account, t.saved, t.sealed from campus.lesson_times t
      where t.tenant = office.tenant() and t.response = of
        and (t.area in (select office.areas()) or exists (select from campus.class c
          where c.tenant = t.tenant and c.school = t.area and c.id in (select office.areas())))
      order by t.area, t.version desc
    $body$`.execute(db);
  await grantFunction(db, 'campus.lesson_times_of(uuid)');
}

/** The staggered times in force of one class within the request's scope; of the rest of its school nothing. */
async function classTimesFunction(db: Kysely<unknown>): Promise<void> {
  await sql`create function campus.class_times(of uuid)
    returns table (number integer, published timestamptz, phase text, meal text, mode text, minute integer, way text)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $body$
      select t.number, p.at, split_part(x ->> 'activity', ' ', 1), m ->> 'name', split_part(x ->> 'activity', ' ', 2),
        (x ->> 'start')::integer, coalesce(g ->> 'name', '') || coalesce(' ' || (b ->> 'name'), '')
      from campus.class c
      cross join lateral (select p.timetable, p.at from campus.timetable_published p
        where p.tenant = c.tenant and p.area = c.school order by p.number desc limit 1) p
      join campus.timetable t on t.tenant = c.tenant and t.id = p.timetable
      cross join jsonb_array_elements(t.result -> 'placements') x
      left join lateral jsonb_array_elements(t.basis -> 'day' -> 'gates') g on g ->> 'id' = x ->> 'way'
      left join lateral jsonb_array_elements(t.basis -> 'day' -> 'meals') m
        on m ->> 'id' = split_part(x ->> 'activity', ' ', 1)
      left join lateral jsonb_array_elements(t.basis -> 'day' -> 'buses') b
        on split_part(x ->> 'activity', ' ', 2) = 'bus' and b ->> 'id' = split_part(x ->> 'activity', ' ', 3)
      where c.tenant = office.tenant() and c.id = of and c.id in (select office.areas())
        and (split_part(x ->> 'activity', ' ', 3) = c.id::text
          or exists (select from jsonb_array_elements(t.basis -> 'day' -> 'classes') a
            cross join jsonb_array_elements(a -> 'rides') r
            where a ->> 'class' = c.id::text and r ->> 'bus' = b ->> 'id'))
    $body$`.execute(db);
  await grantFunction(db, 'campus.class_times(uuid)');
}
