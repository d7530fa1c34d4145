import { type Kysely, sql } from 'kysely';
import { grantSchema, protect } from '../../database/protect.ts';
import type { Migration } from '../../database/room.ts';

export const plans: Migration = {
  name: '0001-plans',
  async up(db: Kysely<unknown>) {
    await sql`create schema if not exists plans`.execute(db);
    await grantSchema(db, 'plans');
    await sql`create table plans.plan (
      tenant uuid not null,
      id uuid not null,
      response uuid not null,
      area uuid not null,
      desk text not null,
      day date not null,
      version integer not null,
      name text not null,
      state text not null,
      based_on uuid,
      now integer,
      problem jsonb not null,
      settings jsonb not null,
      result jsonb,
      score jsonb,
      progress jsonb,
      failure jsonb,
      stop_asked boolean not null default false,
      made_by uuid not null,
      made_at timestamptz not null,
      finished_at timestamptz,
      published_at timestamptz,
      primary key (tenant, id),
      foreign key (tenant, response) references responses.response (tenant, id),
      foreign key (tenant, area) references register.area (tenant, id),
      foreign key (tenant, based_on) references plans.plan (tenant, id),
      unique (tenant, response, area, desk, day, version)
    )`.execute(db);
    // At most one plan of a day is in force.
    await sql`create unique index plan_published on plans.plan (tenant, response, area, desk, day)
      where state = 'published'`.execute(db);
    await protect(db, 'plans.plan', { by: 'area' });
    await sql`create table plans.presence (
      tenant uuid not null,
      tab uuid not null,
      account uuid not null,
      response uuid not null,
      area uuid not null,
      desk text not null,
      day date not null,
      doing text not null check (doing in ('reading', 'planning')),
      seen timestamptz not null,
      primary key (tenant, tab)
    )`.execute(db);
    await protect(db, 'plans.presence', { by: 'area' });
  },
};
