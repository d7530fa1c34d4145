import { grantSchema, protect } from '@liangbuwu/office/database/protect.ts';
import type { Migration } from '@liangbuwu/office/database/room.ts';
import { type Kysely, sql } from 'kysely';

/** `desk` is the area whose water desk plans the row; `area` is where it stands, and who may see it. */
export const water: Migration = {
  name: '0001-water',
  async up(db: Kysely<unknown>) {
    await sql`create schema if not exists water`.execute(db);
    await grantSchema(db, 'water');

    await sql`create table water.floors (
      tenant uuid not null references register.tenant,
      version text not null,
      valid_from date not null,
      tiers jsonb not null,
      primary key (tenant, version)
    )`.execute(db);
    await protect(db, 'water.floors', { by: 'tenant' });

    await sql`create table water.desk (
      tenant uuid not null,
      response uuid not null,
      area uuid not null,
      day_from integer not null check (day_from between 0 and 86400),
      day_to integer not null check (day_to between 0 and 86400),
      rest_every integer check (rest_every > 0),
      rest_seconds integer check (rest_seconds > 0),
      primary key (tenant, response, area),
      foreign key (tenant, response) references responses.response (tenant, id),
      foreign key (tenant, area) references register.area (tenant, id),
      check (day_from < day_to),
      check ((rest_every is null) = (rest_seconds is null))
    )`.execute(db);
    // That a town has a desk, and its hours, is no secret: its villages' cadres find it by this.
    await protect(db, 'water.desk', { by: 'tenant' });

    await sql`create table water.source (
      tenant uuid not null,
      id uuid not null,
      area uuid not null,
      place uuid not null,
      name text not null,
      kind text not null check (kind in ('waterworks', 'deep-well', 'other')),
      bays integer not null check (bays between 1 and 20),
      litres_per_minute integer not null check (litres_per_minute >= 1),
      setup_seconds integer not null check (setup_seconds >= 0),
      open jsonb not null,
      litres_per_day integer check (litres_per_day >= 0),
      consent_until date,
      state text not null default 'open' check (state in ('open', 'closed')),
      state_reason text,
      state_since timestamptz,
      invented boolean not null default false,
      primary key (tenant, id),
      foreign key (tenant, area) references register.area (tenant, id),
      foreign key (tenant, place) references register.place (tenant, id)
    )`.execute(db);
    await protect(db, 'water.source', { by: 'area' });

    await sql`create table water.tanker (
      tenant uuid not null,
      id uuid not null,
      area uuid not null,
      home uuid not null,
      name text not null,
      litres integer not null check (litres > 0),
      kind text not null check (kind in ('sprinkler', 'tanker')),
      disinfected_on date,
      state text not null default 'ready' check (state in ('ready', 'out')),
      state_reason text,
      state_since timestamptz,
      invented boolean not null default false,
      primary key (tenant, id),
      foreign key (tenant, area) references register.area (tenant, id),
      foreign key (tenant, home) references register.place (tenant, id)
    )`.execute(db);
    await protect(db, 'water.tanker', { by: 'area' });

    await sql`create table water.shift (
      tenant uuid not null,
      id uuid not null,
      area uuid not null,
      tanker uuid not null,
      driver text not null,
      starts integer not null check (starts between 0 and 86400),
      ends integer not null check (ends between 0 and 86400),
      primary key (tenant, id),
      foreign key (tenant, tanker) references water.tanker (tenant, id) on delete cascade,
      check (starts < ends)
    )`.execute(db);
    await sql`create index shift_tanker on water.shift (tenant, tanker)`.execute(db);
    await protect(db, 'water.shift', { by: 'area' });

    await sql`create table water.point (
      tenant uuid not null,
      id uuid not null,
      area uuid not null,
      desk uuid not null,
      place uuid not null,
      name text not null,
      people integer not null check (people >= 0),
      have_litres integer not null default 0 check (have_litres >= 0),
      weight numeric not null default 1 check (weight > 0),
      taps integer not null check (taps >= 0),
      litres_per_minute integer not null check (litres_per_minute >= 1),
      setup_seconds integer not null check (setup_seconds >= 0),
      open jsonb,
      max_tanker_litres integer check (max_tanker_litres > 0),
      tank_litres integer check (tank_litres > 0),
      tank_level integer check (tank_level >= 0 and tank_level <= tank_litres),
      invented boolean not null default false,
      primary key (tenant, id),
      foreign key (tenant, area) references register.area (tenant, id),
      foreign key (tenant, desk) references register.area (tenant, id),
      foreign key (tenant, place) references register.place (tenant, id),
      check ((tank_litres is null) = (tank_level is null))
    )`.execute(db);
    await sql`create index point_desk on water.point (tenant, desk)`.execute(db);
    await protect(db, 'water.point', { by: 'area' });
  },
};
