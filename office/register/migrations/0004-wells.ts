import { type Kysely, sql } from 'kysely';
import { protect } from '../../database/protect.ts';
import type { Migration } from '../../database/room.ts';
import { allowAppending, restrict } from './policies.ts';

export const wells: Migration = {
  name: '0004-wells',
  async up(db: Kysely<unknown>) {
    await sql`create table register.well (
      tenant uuid not null,
      id uuid not null,
      area uuid not null,
      place uuid not null,
      name text not null,
      kind text not null check (kind in ('household', 'village', 'station')),
      depth_metres double precision check (depth_metres > 0 and depth_metres < 5000),
      yield_litres_per_day integer check (yield_litres_per_day >= 0),
      state text not null check (state in ('flowing', 'low', 'dry', 'barred')),
      state_reason text not null default '',
      state_since timestamptz not null,
      invented boolean not null default false,
      version integer not null default 1,
      primary key (tenant, id),
      foreign key (tenant, area) references register.area (tenant, id),
      foreign key (tenant, place) references register.place (tenant, id)
    )`.execute(db);
    await sql`create index well_area on register.well (tenant, area)`.execute(db);
    await protect(db, 'register.well', { by: 'area' });

    // The application adds to a well's history and never alters it.
    await sql`create table register.well_state (
      tenant uuid not null,
      well uuid not null,
      number integer not null,
      from_state text,
      to_state text not null,
      reason text not null,
      since timestamptz not null,
      recorded timestamptz not null,
      recorded_by uuid not null,
      primary key (tenant, well, number),
      foreign key (tenant, well) references register.well (tenant, id)
    )`.execute(db);
    await protect(db, 'register.well_state', { by: 'tenant', app: 'read' });
    await allowAppending(db, 'register.well_state');
    // Seen by whoever sees the well.
    const seen = sql`exists (select from register.well w where w.id = well)`;
    await restrict(db, 'register.well_state', ['select', 'insert'], seen);
  },
};
