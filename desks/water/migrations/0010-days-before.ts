import { protect } from '@liangbuwu/office/database/protect.ts';
import type { Migration } from '@liangbuwu/office/database/room.ts';
import { type Kysely, sql } from 'kysely';

/** What outlasts a day: how every point stood in the plan that was in force, and what was read off the village tanks. */
export const daysBefore: Migration = {
  name: '0010-days-before',
  async up(db: Kysely<unknown>) {
    await sql`create table water.point_day (
      tenant uuid not null,
      response uuid not null,
      day date not null,
      point uuid not null,
      desk uuid not null,
      area uuid not null,
      name text not null,
      people integer not null check (people >= 0),
      have_litres integer not null check (have_litres >= 0),
      need integer not null check (need >= 0),
      day_from integer not null,
      day_to integer not null,
      tank_litres integer,
      tank_level integer,
      floors text not null,
      start jsonb not null,
      primary key (tenant, response, desk, day, point),
      foreign key (tenant, response) references responses.response (tenant, id),
      foreign key (tenant, area) references register.area (tenant, id),
      foreign key (tenant, desk) references register.area (tenant, id),
      foreign key (tenant, floors) references water.floors (tenant, version),
      check (day_from < day_to),
      check ((tank_litres is null) = (tank_level is null))
    )`.execute(db);
    await protect(db, 'water.point_day', { by: 'area' });

    await sql`create table water.tank_reading (
      tenant uuid not null,
      id uuid not null,
      point uuid not null,
      area uuid not null,
      at timestamptz not null,
      litres integer not null check (litres >= 0),
      primary key (tenant, id),
      foreign key (tenant, area) references register.area (tenant, id)
    )`.execute(db);
    await sql`create index tank_reading_point on water.tank_reading (tenant, point, at)`.execute(
      db,
    );
    await protect(db, 'water.tank_reading', { by: 'area' });

    await takeOver(db);
  },
};

/** The days whose plan was published before there was this table. */
export async function takeOver(db: Kysely<unknown>): Promise<void> {
  await sql`
    insert into water.point_day (tenant, response, day, point, desk, area, name, people, have_litres, need, day_from,
      day_to, tank_litres, tank_level, floors, start)
    select p.tenant, p.response, p.day, (x.point ->> 'id')::uuid, p.area, (c.part ->> 'area')::uuid, c.part ->> 'name',
      (x.point ->> 'people')::integer, coalesce((x.point ->> 'have')::integer, 0), n.quantity,
      (p.problem #>> '{day,from}')::integer, (p.problem #>> '{day,to}')::integer,
      (x.point #>> '{storage,litres}')::integer, (x.point #>> '{storage,level}')::integer,
      p.settings #>> '{cast,floors}',
      coalesce(p.settings -> 'starts' -> (x.point ->> 'id'), jsonb_build_object('yesterday', null, 'owed', 0,
        'factor', 1, 'weighed', false, 'tank', case when x.point ? 'storage' then jsonb_build_object(
          'level', (x.point #>> '{storage,level}')::integer, 'basis', 'registered', 'at', null) end))
    from plans.plan p
    cross join jsonb_array_elements(p.problem -> 'points') x (point)
    cross join lateral (select p.settings #> array['cast', 'points', x.point ->> 'id'] as part) c
    join commitments.need n on n.tenant = p.tenant and n.response = p.response and n.desk = 'water'
      and n.day = p.day and n.subject = 'point:' || (x.point ->> 'id')
    where p.desk = 'water' and p.state = 'published' and c.part is not null
    on conflict do nothing`.execute(db);
}
