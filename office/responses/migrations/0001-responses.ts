import { type Kysely, sql } from 'kysely';
import { grantSchema, protect } from '../../database/protect.ts';
import type { Migration } from '../../database/room.ts';

export const responses: Migration = {
  name: '0001-responses',
  async up(db: Kysely<unknown>) {
    await sql`create schema if not exists responses`.execute(db);
    await grantSchema(db, 'responses');
    // Its key file is named by the id alone, so that is one tenant's only.
    // `clock` null: the response lives by the system's time; else it stands there until somebody advances it.
    await sql`create table responses.response (
      tenant uuid not null references register.tenant,
      id uuid not null,
      kind text not null check (kind in ('drought', 'epidemic', 'flood', 'other')),
      name_zh text not null,
      name_en text not null,
      zone text not null default 'Asia/Shanghai',
      starts timestamptz not null,
      ended timestamptz,
      clock timestamptz,
      primary key (tenant, id),
      unique (id)
    )`.execute(db);
    await protect(db, 'responses.response', { by: 'tenant' });
    await sql`create table responses.covered (
      tenant uuid not null,
      response uuid not null,
      area uuid not null,
      primary key (tenant, response, area),
      foreign key (tenant, response) references responses.response (tenant, id),
      foreign key (tenant, area) references register.area (tenant, id)
    )`.execute(db);
    await protect(db, 'responses.covered', { by: 'tenant' });
  },
};
