import { type Kysely, sql } from 'kysely';
import { protect } from '../../database/protect.ts';
import type { Migration } from '../../database/room.ts';
import { restrict } from './policies.ts';

export const roads: Migration = {
  name: '0005-roads',
  async up(db: Kysely<unknown>) {
    // A row is never altered: a new import is a new row, and the newest is the one in use.
    await sql`create table register.road_graph (
      tenant uuid not null references register.tenant,
      id uuid not null,
      name text not null,
      imported timestamptz not null,
      vertices integer not null,
      edges integer not null,
      bytes bytea not null,
      primary key (tenant, id)
    )`.execute(db);
    await sql`alter table register.road_graph alter column bytes set storage external`.execute(db);
    await protect(db, 'register.road_graph', { by: 'tenant' });
    // Roads serve everybody in the tenant: only who reaches all of it may change them.
    const all = sql`exists (select from register.area
      where parent is null and id in (select office.areas()))`;
    await restrict(db, 'register.road_graph', ['insert', 'update', 'delete'], all);
  },
};
