import { type Kysely, sql } from 'kysely';
import { grantSchema, protect } from '../../database/protect.ts';
import type { Migration } from '../../database/room.ts';
import { restrict } from './policies.ts';

export const areas: Migration = {
  name: '0001-areas',
  async up(db: Kysely<unknown>) {
    await sql`create schema if not exists register`.execute(db);
    await grantSchema(db, 'register');
    await sql`create table register.tenant (
      tenant uuid primary key,
      name text not null
    )`.execute(db);
    await protect(db, 'register.tenant', { by: 'tenant', app: 'read' });
    await sql`create table register.area (
      tenant uuid not null references register.tenant,
      id uuid not null,
      parent uuid,
      code text,
      name text not null,
      pinyin text not null default '',
      level text not null check (level in ('prefecture', 'county', 'town', 'village', 'other')),
      extended boolean not null default false,
      primary key (tenant, id),
      foreign key (tenant, parent) references register.area (tenant, id),
      unique (tenant, code),
      check (parent is distinct from id)
    )`.execute(db);
    await sql`create index area_parent on register.area (tenant, parent)`.execute(db);
    await protect(db, 'register.area', { by: 'tenant' });

    // An area with all below it, within the request's tenant.
    await sql`create function register.below(root uuid) returns setof uuid language sql stable parallel safe
      begin atomic
        with recursive below as (
          select id from register.area where tenant = office.tenant() and id = root
          union
          select a.id from register.area a join below b on a.tenant = office.tenant() and a.parent = b.id
        ) select id from below;
      end`.execute(db);
    // Whether an area, or one above it, is in the request's scope; the scope does not know areas made since it was opened.
    await sql`create function register.reaches(area uuid) returns boolean language sql stable parallel safe
      begin atomic
        with recursive above as (
          select id, parent from register.area where tenant = office.tenant() and id = reaches.area
          union
          select a.id, a.parent from register.area a join above b on a.tenant = office.tenant() and a.id = b.parent
        ) select exists (select from above where id in (select office.areas()));
      end`.execute(db);
    await restrict(db, 'register.area', ['insert'], sql`register.reaches(parent)`);
    await restrict(db, 'register.area', ['update', 'delete'], sql`id in (select office.areas())`);
  },
};
