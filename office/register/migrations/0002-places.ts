import { type Kysely, sql } from 'kysely';
import { protect } from '../../database/protect.ts';
import type { Migration } from '../../database/room.ts';

export const places: Migration = {
  name: '0002-places',
  async up(db: Kysely<unknown>) {
    await sql`create table register.place (
      tenant uuid not null,
      id uuid not null,
      area uuid not null,
      name text not null,
      aliases text[] not null default '{}',
      pinyin text not null default '',
      kind text not null,
      lon double precision not null check (lon between -180 and 180),
      lat double precision not null check (lat between -90 and 90),
      provenance text not null check (provenance in ('real', 'imported', 'schematic')),
      source text not null default '',
      road_class text not null check (road_class in ('main', 'village', 'track')),
      shared boolean not null default false,
      invented boolean not null default false,
      version integer not null default 1,
      primary key (tenant, id),
      foreign key (tenant, area) references register.area (tenant, id)
    )`.execute(db);
    await sql`create index place_area on register.place (tenant, area)`.execute(db);
    await protect(db, 'register.place', { by: 'area' });
    // A waterworks serves towns that it does not stand in: they see it, and cannot change it.
    await sql`create policy shared on register.place for select
      using (shared and tenant = (select office.tenant()))`.execute(db);
  },
};
