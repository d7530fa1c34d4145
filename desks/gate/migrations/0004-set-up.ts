import { grantFunction } from '@liangbuwu/office/database/protect.ts';
import type { Migration } from '@liangbuwu/office/database/room.ts';
import { type Kysely, sql } from 'kysely';

/** Where a gate lies and since when it is out of use; how many passes a key signed, and a gate lets in. */
export const setUp: Migration = {
  name: '0004-set-up',
  async up(db: Kysely<unknown>) {
    await sql`alter table gate.gate add column place uuid, add column out_of_use timestamptz,
      add foreign key (tenant, place) references register.place (tenant, id)`.execute(db);
    // Who changes a key, or takes a gate out of use, is told how many passes it concerns, of other gates' areas too.
    await sql`create function gate.signed(of uuid, moment timestamptz)
      returns table (key uuid, passes integer, in_force integer)
      language sql stable security definer set search_path = pg_catalog, pg_temp as $body$
        select p.signed_by, count(*)::integer,
          count(*) filter (where p.state = 'issued' and p."until" > moment)::integer
        from gate.pass p
        where p.tenant = office.tenant() and p.response = of and p.signed_by is not null group by p.signed_by
      $body$`.execute(db);
    await grantFunction(db, 'gate.signed(uuid, timestamptz)');
    await sql`create function gate.opening(of uuid, moment timestamptz) returns table (gate uuid, in_force integer)
      language sql stable security definer set search_path = pg_catalog, pg_temp as $body$
        select g, count(*)::integer from gate.pass p, unnest(p.gates) g
        where p.tenant = office.tenant() and p.response = of and p.state = 'issued' and p."until" > moment group by g
      $body$`.execute(db);
    await grantFunction(db, 'gate.opening(uuid, timestamptz)');
  },
};
