import { type Kysely, sql } from 'kysely';
import { protect } from '../../database/protect.ts';
import type { Migration } from '../../database/room.ts';

export const facts: Migration = {
  name: '0002-facts',
  async up(db: Kysely<unknown>) {
    await sql`create table responses.fact (
      tenant uuid not null,
      response uuid not null,
      number integer not null,
      source jsonb not null,
      words text[] not null,
      told jsonb not null,
      assumed jsonb,
      primary key (tenant, response, number),
      foreign key (tenant, response) references responses.response (tenant, id)
    )`.execute(db);
    await protect(db, 'responses.fact', { by: 'tenant' });
  },
};
