import { type Kysely, sql } from 'kysely';
import { appRole, protect } from '../../database/protect.ts';
import type { Migration } from '../../database/room.ts';

export const resolutions: Migration = {
  name: '0002-resolutions',
  async up(db: Kysely<unknown>) {
    // A decision stays as it was made: a further one is a further row. Hence no update, no delete.
    await sql`create table commitments.resolution (
      tenant uuid not null,
      id uuid not null,
      promise uuid not null,
      response uuid not null,
      area uuid not null,
      quantity integer not null check (quantity >= 0),
      at timestamptz not null,
      recorded timestamptz not null,
      decided_by uuid not null,
      primary key (tenant, id),
      foreign key (tenant, promise) references commitments.promise (tenant, id),
      foreign key (tenant, decided_by) references identity.account (tenant, id)
    )`.execute(db);
    await sql`create index resolution_promise on commitments.resolution (tenant, promise)`.execute(
      db,
    );
    await protect(db, 'commitments.resolution', { by: 'area', app: 'read' });
    await sql`grant insert on commitments.resolution to ${await appRole(db)}`.execute(db);

    // What it rests on is free text, which may name somebody: it dies with the response, the figure stays.
    await sql`create table commitments.resolution_reason (
      tenant uuid not null,
      resolution uuid not null,
      response uuid not null,
      area uuid not null,
      reason text not null,
      primary key (tenant, resolution),
      foreign key (tenant, resolution) references commitments.resolution (tenant, id)
    )`.execute(db);
    await sql`create index resolution_reason_response on commitments.resolution_reason (tenant, response)`.execute(
      db,
    );
    await protect(db, 'commitments.resolution_reason', { by: 'area' });
  },
};
