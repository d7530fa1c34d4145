import { type Kysely, sql } from 'kysely';
import { appRole, grantSchema, protect } from '../../database/protect.ts';
import type { Migration } from '../../database/room.ts';

export const commitments: Migration = {
  name: '0001-commitments',
  async up(db: Kysely<unknown>) {
    await sql`create schema if not exists commitments`.execute(db);
    await grantSchema(db, 'commitments');
    await sql`create table commitments.need (
      tenant uuid not null,
      id uuid not null,
      response uuid not null,
      area uuid not null,
      desk text not null,
      subject text not null,
      day date not null,
      unit text not null,
      quantity integer not null check (quantity >= 0),
      state text not null,
      outlook jsonb,
      primary key (tenant, id),
      foreign key (tenant, response) references responses.response (tenant, id),
      foreign key (tenant, area) references register.area (tenant, id),
      unique (tenant, response, desk, subject, day)
    )`.execute(db);
    await sql`create index need_day on commitments.need (tenant, response, desk, day)`.execute(db);
    await protect(db, 'commitments.need', { by: 'area' });
    await sql`create table commitments.promise (
      tenant uuid not null,
      id uuid not null,
      need uuid not null,
      response uuid not null,
      area uuid not null,
      desk text not null,
      day date not null,
      giver text not null,
      giver_name text not null,
      quantity integer not null check (quantity > 0),
      due_from timestamptz not null,
      due_to timestamptz not null check (due_to >= due_from),
      plan uuid,
      state text not null,
      primary key (tenant, id),
      foreign key (tenant, need) references commitments.need (tenant, id)
    )`.execute(db);
    await sql`create index promise_need on commitments.promise (tenant, need)`.execute(db);
    await sql`create index promise_day on commitments.promise (tenant, response, desk, day)`.execute(
      db,
    );
    await protect(db, 'commitments.promise', { by: 'area' });
    // What each side said stays as it was said: a correction is a further statement. Hence no update, no delete.
    await sql`create table commitments.proof (
      tenant uuid not null,
      id uuid not null,
      promise uuid not null,
      response uuid not null,
      area uuid not null,
      side text not null check (side in ('giver', 'receiver')),
      quantity integer not null check (quantity >= 0),
      at timestamptz not null,
      recorded timestamptz not null,
      said_by uuid not null,
      on_behalf_of text,
      corrects uuid,
      primary key (tenant, id),
      foreign key (tenant, promise) references commitments.promise (tenant, id),
      foreign key (tenant, corrects) references commitments.proof (tenant, id)
    )`.execute(db);
    await sql`create index proof_promise on commitments.proof (tenant, promise)`.execute(db);
    await protect(db, 'commitments.proof', { by: 'area', app: 'read' });
    await sql`grant insert on commitments.proof to ${await appRole(db)}`.execute(db);
  },
};
