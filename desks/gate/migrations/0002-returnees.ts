import { protect } from '@liangbuwu/office/database/protect.ts';
import type { Migration } from '@liangbuwu/office/database/room.ts';
import { type Kysely, sql } from 'kysely';

/** Who came home from elsewhere: the days of home monitoring are needs and promises of the office. Who it is lies sealed. */
export const returnees: Migration = {
  name: '0002-returnees',
  async up(db: Kysely<unknown>) {
    await sql`create table gate.returnee (
      tenant uuid not null,
      id uuid not null,
      response uuid not null,
      area uuid not null,
      state text not null check (state in ('asking', 'free', 'elsewhere', 'home', 'released')),
      arrived timestamptz not null,
      rules uuid,
      said_mark bytea not null,
      home_from date,
      release_on date,
      official uuid not null,
      registered_by uuid not null,
      recorded timestamptz not null,
      released_at timestamptz,
      released_by uuid,
      primary key (tenant, id),
      foreign key (tenant, response) references responses.response (tenant, id),
      foreign key (tenant, area) references register.area (tenant, id),
      foreign key (tenant, official) references identity.account (tenant, id)
    )`.execute(db);
    await sql`create index returnee_response on gate.returnee (tenant, response, area)`.execute(db);
    await protect(db, 'gate.returnee', { by: 'area' });

    await sql`create table gate.returnee_paper (
      tenant uuid not null,
      returnee uuid not null,
      response uuid not null,
      area uuid not null,
      person uuid not null,
      sealed bytea not null,
      primary key (tenant, returnee),
      foreign key (tenant, returnee) references gate.returnee (tenant, id)
    )`.execute(db);
    await sql`create index returnee_paper_response on gate.returnee_paper (tenant, response)`.execute(
      db,
    );
    await protect(db, 'gate.returnee_paper', { by: 'area' });
  },
};
