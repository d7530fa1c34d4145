import { grantFunction } from '@liangbuwu/office/database/protect.ts';
import type { Migration } from '@liangbuwu/office/database/room.ts';
import { type Kysely, sql } from 'kysely';

/** What the rule of the moment says at the gate, by the phone and here; and which checks of a pass met too soon. */
export const gateRules: Migration = {
  name: '0005-gate-rules',
  async up(db: Kysely<unknown>) {
    await sql`alter table gate."check" add column phone_rule jsonb, add column rule jsonb,
      add column facts jsonb not null default '{}', add column elsewhere jsonb not null default '[]'`.execute(
      db,
    );

    await sql`drop function gate.flag_elsewhere(uuid, integer, uuid, timestamptz, interval)`.execute(
      db,
    );
    // At a gate that a pass does not open somebody was told so: nobody else used it there.
    await sql`create function gate.seen_elsewhere(of uuid, at_place integer, at_gate uuid, moment timestamptz, apart interval)
      returns table (id uuid, name text, place uuid, at timestamptz)
      language sql stable security definer set search_path = pg_catalog, pg_temp as $body$
        select c.id, g.name, g.place, c.at from gate."check" c
        join gate.gate g on g.tenant = c.tenant and g.id = c.gate
        where c.tenant = office.tenant() and c.response = of and c.place = at_place and c.gate <> at_gate
          and c.code <> 'other-area' and c.at between moment - apart and moment + apart
        order by c.at, c.id
      $body$`.execute(db);
    await grantFunction(db, 'gate.seen_elsewhere(uuid, integer, uuid, timestamptz, interval)');
    // Both checks are flagged, whichever gate sends first.
    await sql`create function gate.flag_elsewhere(of uuid, at_place integer, at_check uuid, met jsonb) returns void
      language sql volatile security definer set search_path = pg_catalog, pg_temp as $body$
        update gate."check" c set flags = array_append(array_remove(c.flags, 'two-gates'), 'two-gates'),
          elsewhere = c.elsewhere || met
        where c.tenant = office.tenant() and c.response = of and c.place = at_place and c.id = at_check
      $body$`.execute(db);
    await grantFunction(db, 'gate.flag_elsewhere(uuid, integer, uuid, jsonb)');
  },
};
