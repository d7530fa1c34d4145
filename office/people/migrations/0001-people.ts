import { type Kysely, sql } from 'kysely';
import { appRole, grantFunction, grantSchema, protect } from '../../database/protect.ts';
import type { Migration } from '../../database/room.ts';
import { allowAppending } from '../../register/migrations/policies.ts';

/**
 * People of a response: one partition a response, which is dropped when it closes. Nothing personal stands in a plain
 * column: `sealed` opens with the response's key only, and a mark is a keyed hash that is worth nothing without it.
 *
 * No key leads out of the room: dropping a partition would lock what it leads to, and everybody who reads that.
 */
export const people: Migration = {
  name: '0001-people',
  async up(db: Kysely<unknown>) {
    await sql`create schema if not exists people`.execute(db);
    await grantSchema(db, 'people');
    await sql`create table people.person (
      tenant uuid not null,
      response uuid not null,
      id uuid not null,
      area uuid not null,
      household uuid,
      sealed bytea not null,
      document_mark bytea,
      phone_mark bytea,
      primary key (tenant, response, id),
      unique (tenant, response, id, area),
      unique (tenant, response, document_mark)
    ) partition by list (response)`.execute(db);
    await sql`create index person_phone on people.person (tenant, response, phone_mark)`.execute(
      db,
    );
    await protect(db, 'people.person', { by: 'area' });

    // Since when it holds is sealed with the value; `recorded` is when somebody wrote it down.
    await sql`create table people.fact (
      tenant uuid not null,
      response uuid not null,
      person uuid not null,
      number integer not null,
      id uuid not null,
      area uuid not null,
      fact text not null,
      purposes text[] not null check (cardinality(purposes) > 0),
      how text not null check (how in ('self', 'on-behalf', 'import', 'device')),
      sealed bytea not null,
      corrects uuid,
      recorded timestamptz not null,
      recorded_by uuid not null,
      primary key (tenant, response, person, number),
      unique (tenant, response, id),
      unique (tenant, response, corrects),
      foreign key (tenant, response, person, area) references people.person (tenant, response, id, area)
        on update cascade on delete cascade
    ) partition by list (response)`.execute(db);
    await protect(db, 'people.fact', { by: 'area', app: 'read' });
    await allowAppending(db, 'people.fact');

    // What is left: of how many people something was recorded. Null is one to four.
    await sql`create table people.total (
      tenant uuid not null references register.tenant,
      response uuid not null,
      area uuid not null,
      day date not null,
      fact text not null,
      persons integer check (persons >= 5),
      primary key (tenant, response, area, day, fact)
    )`.execute(db);
    await protect(db, 'people.total', { by: 'area', app: 'read' });

    await prepareFunction(db);
    await countFunction(db);
    await destroyFunction(db);
  },
};

/** Makes the response's partitions, once. Nobody is granted anything on them: they are reached through their parents. */
async function prepareFunction(db: Kysely<unknown>): Promise<void> {
  await sql`create function people.prepare(opened uuid) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $body$
    declare
      ending text := replace(opened::text, '-', '');
      rule text := 'tenant = (select office.tenant()) and area in (select office.areas())';
      kind text; part text;
    begin
      if exists (select from pg_class where relnamespace = 'people'::regnamespace and relname = 'fact_' || ending) then
        return;
      end if;
      perform from responses.response r
        where r.tenant = office.tenant() and r.id = opened and r.ended is null;
      if not found then
        raise exception 'no open response of this tenant';
      end if;
      perform pg_advisory_xact_lock(hashtextextended('people:' || opened, 0));
      -- to_regclass would answer from before the wait.
      if exists (select from pg_class where relnamespace = 'people'::regnamespace and relname = 'fact_' || ending) then
        return;
      end if;
      foreach kind in array array['person', 'fact'] loop
        part := kind || '_' || ending;
        execute format('create table people.%I (like people.%I including all)', part, kind);
        execute format('alter table people.%I enable row level security, force row level security', part);
        execute format('create policy scope on people.%I using (%s) with check (%s)', part, rule, rule);
        execute format('create policy owner on people.%I to current_user using (true) with check (true)', part);
        execute format('alter table people.%I attach partition people.%I for values in (%L)', kind, part, opened);
      end loop;
    end $body$`.execute(db);
  await grantFunction(db, 'people.prepare(uuid)');
}

/** Counts as its caller sees, or, called by destroy, all there is. */
async function countFunction(db: Kysely<unknown>): Promise<void> {
  await sql`create function people.count(counted uuid)
    returns table (area uuid, day date, fact text, persons integer)
    language sql stable set search_path = pg_catalog, pg_temp as $body$
      select f.area, (f.recorded at time zone r.zone)::date, f.fact,
        case when count(distinct f.person) >= 5 then count(distinct f.person)::integer end
      from people.fact f join responses.response r on r.tenant = f.tenant and r.id = f.response
      where f.tenant = office.tenant() and f.response = counted group by 1, 2, 3
    $body$`.execute(db);
  await sql`revoke all on function people.count(uuid) from public`.execute(db);
  await sql`grant execute on function people.count(uuid) to ${await appRole(db)}`.execute(db);
}

/** Leaves totals and drops the response's partitions. It opens nothing, so it works before and after the key is gone. */
async function destroyFunction(db: Kysely<unknown>): Promise<void> {
  await sql`create function people.destroy(closed uuid, out persons integer, out facts integer)
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $body$
    declare
      ending text := replace(closed::text, '-', '');
    begin
      persons := 0;
      facts := 0;
      perform from responses.response r where r.tenant = office.tenant() and r.id = closed
        and not exists (select from responses.covered c where c.tenant = r.tenant and c.response = r.id
          and c.area not in (select office.areas()));
      if not found then
        raise exception 'this response is not all in scope';
      end if;
      if to_regclass('people.person_' || ending) is null then
        return;
      end if;
      insert into people.total (tenant, response, area, day, fact, persons)
        select office.tenant(), closed, c.area, c.day, c.fact, c.persons from people.count(closed) c;
      select count(*) into persons from people.person p where p.response = closed;
      select count(*) into facts from people.fact f where f.response = closed;
      execute format('drop table people.%I', 'fact_' || ending);
      -- The foreign key of people.fact holds on to it until it is no partition any more.
      execute format('alter table people.person detach partition people.%I', 'person_' || ending);
      execute format('drop table people.%I', 'person_' || ending);
    end $body$`.execute(db);
  await grantFunction(db, 'people.destroy(uuid)');
}
