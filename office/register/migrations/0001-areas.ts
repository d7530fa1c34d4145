import { type Kysely, sql } from 'kysely';
import { grantSchema, protect } from '../../database/protect.ts';
import type { Migration } from '../../database/room.ts';

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
  },
};
