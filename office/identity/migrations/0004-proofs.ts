import { type Kysely, sql } from 'kysely';
import { grantFunction } from '../../database/protect.ts';
import type { Migration } from '../../database/room.ts';

/** When a session's account last showed who it is: at signing in, and whenever it did so again since. */
export const proofs: Migration = {
  name: '0004-proofs',
  async up(db: Kysely<unknown>) {
    await sql`alter table identity.session add column proved timestamptz`.execute(db);
    await sql`create function identity.proved(token bytea) returns timestamptz
      language sql stable security definer set search_path = pg_catalog, pg_temp as $body$
        select coalesce(s.proved, s.opened) from identity.session s where s.token_hash = $1
      $body$`.execute(db);
    await grantFunction(db, 'identity.proved(bytea)');
    await sql`create function identity.prove(token bytea, at timestamptz) returns void
      language sql security definer set search_path = pg_catalog, pg_temp as $body$
        update identity.session set proved = $2 where token_hash = $1
      $body$`.execute(db);
    await grantFunction(db, 'identity.prove(bytea, timestamptz)');
  },
};
