import { grantFunction } from '@liangbuwu/office/database/protect.ts';
import type { Migration } from '@liangbuwu/office/database/room.ts';
import { type Kysely, sql } from 'kysely';

/** Passes that come of an answer which another desk gave: nobody asked for them, and they lie where their holder belongs. */
export const answered: Migration = {
  name: '0006-answered',
  async up(db: Kysely<unknown>) {
    // Null: it came of an answer, not of an application.
    await sql`alter table gate.pass alter column asked_by drop not null`.execute(db);
    await sql`create index paper_person on gate.paper (tenant, person)`.execute(db);
    // Whoever gets a pass to a school does not reach its gate: which ones there are says nothing of anybody.
    await sql`create function gate.school_gates(of uuid, school uuid)
      returns table (id uuid, area uuid, number integer, name text)
      language sql stable security definer set search_path = pg_catalog, pg_temp as $body$
        select g.id, g.area, g.number, g.name from gate.gate g
        where g.tenant = office.tenant() and g.response = of and g.area = school and g.kind = 'school'
          and 'return-to-school' = any(g.purposes) and g.out_of_use is null
        order by g.number limit 3
      $body$`.execute(db);
    await grantFunction(db, 'gate.school_gates(uuid, uuid)');
    await codeSecrets(db);
    await whatGatesSaw(db);
  },
};

/** A row is an id and its times; the secret itself is drawn from the response's key. */
async function codeSecrets(db: Kysely<unknown>): Promise<void> {
  await sql`create function gate.code_secrets(of_gate uuid, moment timestamptz)
    returns table (id uuid, gate uuid, "from" timestamptz, "until" timestamptz)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $body$
      select s.id, s.gate, s."from", s."until" from gate.code_secret s
      where s.tenant = office.tenant() and s.gate = of_gate and s."until" > moment
    $body$`.execute(db);
  await grantFunction(db, 'gate.code_secrets(uuid, timestamptz)');
  await sql`create function gate.put_code_secret(of_gate uuid, secret uuid, begins timestamptz, ends timestamptz)
    returns void
    language sql volatile security definer set search_path = pg_catalog, pg_temp as $body$
      insert into gate.code_secret (tenant, id, response, gate, area, "from", "until")
      select g.tenant, secret, g.response, g.id, g.area, begins, ends from gate.gate g
      where g.tenant = office.tenant() and g.id = of_gate
    $body$`.execute(db);
  await grantFunction(db, 'gate.put_code_secret(uuid, uuid, timestamptz, timestamptz)');
}

async function whatGatesSaw(db: Kysely<unknown>): Promise<void> {
  // Of passes within the request's scope what any gate saw of them: when, and whether they went on; nothing measured.
  await sql`create function gate.seen_of(passes uuid[])
    returns table (pass uuid, at timestamptz, recorded timestamptz, direction text, let_through boolean, reason text, gate text, kind text)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $body$
      select p.id, c.at, c.recorded, c.direction, c.let_through, c.reason, g.name, g.kind
      from gate.pass p
      join gate."check" c on c.tenant = p.tenant and c.response = p.response and c.place = p.place
      join gate.gate g on g.tenant = c.tenant and g.id = c.gate
      where p.tenant = office.tenant() and p.id = any(passes) and p.area in (select office.areas())
    $body$`.execute(db);
  await grantFunction(db, 'gate.seen_of(uuid[])');
  // Where a pass lies beside, so that whose it is hears of the check.
  await sql`drop function gate.find_place(uuid, integer)`.execute(db);
  await sql`create function gate.find_place(of uuid, at_place integer)
    returns table (id uuid, kind text, revoked_at timestamptz, area uuid)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $body$
      select p.id, p.kind, p.revoked_at, p.area from gate.pass p
      where p.tenant = office.tenant() and p.response = of and p.place = at_place
    $body$`.execute(db);
  await grantFunction(db, 'gate.find_place(uuid, integer)');
}
