import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';
import type { Migration } from '../room.ts';

/** Which tenant is a demonstration, and whether it has been filled: such a database is served on its own machine only. */
export const demonstration: Migration = {
  name: '0002-demonstration',
  async up(db: Kysely<unknown>) {
    await sql`create table office.demonstration (
      tenant uuid primary key,
      state text not null check (state in ('loading', 'loaded'))
    )`.execute(db);
    await protect(db, 'office.demonstration', { by: 'tenant', app: 'none' });
  },
};
