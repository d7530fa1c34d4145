import { appRole, protect } from '@liangbuwu/office/database/protect.ts';
import type { Migration } from '@liangbuwu/office/database/room.ts';
import { type Kysely, sql } from 'kysely';

/** Where stations are or could be, and where the next ones would serve most people. */
export const stations: Migration = {
  name: '0017-stations',
  async up(db: Kysely<unknown>) {
    await sql`create table water.site (
      tenant uuid not null,
      id uuid not null,
      area uuid not null,
      desk uuid not null,
      name text not null,
      kind text not null check (kind in ('well', 'spring', 'reservoir')),
      place uuid,
      lon double precision check (lon between -180 and 180),
      lat double precision check (lat between -90 and 90),
      provenance text check (provenance in ('real', 'imported', 'schematic')),
      yield_litres integer not null check (yield_litres >= 0),
      counted_litres integer not null check (counted_litres between 0 and yield_litres),
      building numeric(12, 2) not null check (building >= 0),
      running numeric(9, 2) not null check (running >= 0),
      state text not null check (state in ('idea', 'existing', 'ruled-out')),
      reason text,
      figures_from text not null,
      invented boolean not null default false,
      version integer not null default 1,
      sound text not null default '',
      removed boolean not null default false,
      primary key (tenant, id),
      foreign key (tenant, area) references register.area (tenant, id),
      foreign key (tenant, desk) references register.area (tenant, id),
      foreign key (tenant, place) references register.place (tenant, id),
      check ((place is null) = (lon is not null)),
      check ((lon is null) = (lat is null) and (lon is null) = (provenance is null)),
      check (state <> 'ruled-out' or reason is not null)
    )`.execute(db);
    await sql`create index site_desk on water.site (tenant, desk)`.execute(db);
    await protect(db, 'water.site', { by: 'area' });

    // The problem as it was asked, so that a result can be looked at again when the register says something else.
    await sql`create table water.siting (
      tenant uuid not null,
      id uuid not null,
      response uuid not null,
      area uuid not null,
      number integer not null check (number > 0),
      day date not null,
      account uuid not null,
      made timestamptz not null,
      settings jsonb not null,
      basis jsonb not null,
      problem jsonb not null,
      state text not null check (state in ('queued', 'solving', 'solved', 'failed')),
      stop boolean not null default false,
      progress jsonb,
      result jsonb,
      primary key (tenant, id),
      unique (tenant, response, area, number),
      foreign key (tenant, response) references responses.response (tenant, id),
      foreign key (tenant, area) references register.area (tenant, id)
    )`.execute(db);
    await protect(db, 'water.siting', { by: 'area', app: 'read' });
    await sql`grant insert on water.siting to ${await appRole(db)}`.execute(db);
    await sql`grant update (state, stop, progress, result) on water.siting to ${await appRole(db)}`.execute(
      db,
    );
  },
};
