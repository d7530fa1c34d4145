import { type Kysely, sql } from 'kysely';
import { appRole, grantSchema, protect } from '../../database/protect.ts';
import type { Migration } from '../../database/room.ts';

export const changes: Migration = {
  name: '0001-changes',
  async up(db: Kysely<unknown>) {
    await sql`create schema if not exists tables`.execute(db);
    await grantSchema(db, 'tables');

    // A row's history: written with the change that it tells of, never altered. Personal data dies with its response.
    await sql`create table tables.change (
      tenant uuid not null references register.tenant,
      subject text collate "C" not null,
      number integer not null,
      area uuid not null,
      dies_with uuid,
      deed text not null check (deed in ('added', 'changed', 'removed', 'restored')),
      fields jsonb not null,
      undoes integer,
      at timestamptz not null,
      account uuid not null,
      primary key (tenant, subject, number),
      foreign key (tenant, area) references register.area (tenant, id)
    )`.execute(db);
    await sql`create unique index change_undone on tables.change (tenant, subject, undoes)
      where undoes is not null`.execute(db);
    await sql`create index change_dies_with on tables.change (tenant, dies_with)
      where dies_with is not null`.execute(db);
    await protect(db, 'tables.change', { by: 'area', app: 'read' });
    await sql`grant insert, delete on tables.change to ${await appRole(db)}`.execute(db);

    await sql`create table tables.editing (
      tenant uuid not null references register.tenant,
      tab uuid not null,
      account uuid not null,
      area uuid not null,
      subject text not null,
      seen timestamptz not null,
      primary key (tenant, tab)
    )`.execute(db);
    await sql`create index editing_subject on tables.editing (tenant, subject)`.execute(db);
    await protect(db, 'tables.editing', { by: 'area' });
  },
};
