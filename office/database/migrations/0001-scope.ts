import { type Kysely, sql } from 'kysely';
import { grantSchema } from '../protect.ts';
import type { Migration } from '../room.ts';

/** The request's tenant and areas, as every policy reads them; unset means nothing is seen. */
export const scope: Migration = {
  name: '0001-scope',
  async up(db: Kysely<unknown>) {
    await sql`create schema if not exists office`.execute(db);
    await grantSchema(db, 'office');
    await sql`create function office.tenant() returns uuid language sql stable parallel safe
      return nullif(current_setting('lbw.tenant', true), '')::uuid`.execute(db);
    await sql`create function office.areas() returns setof uuid language sql stable parallel safe
      begin atomic select unnest(nullif(current_setting('lbw.areas', true), '')::uuid[]); end`.execute(
      db,
    );
    // An instant as every route writes it: UTC, milliseconds.
    await sql`create function office.iso(at timestamptz) returns text language sql stable parallel safe
      return to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`.execute(db);
  },
};
