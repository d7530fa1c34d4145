import {
  appRole,
  grantFunction,
  grantSchema,
  protect,
} from '@liangbuwu/office/database/protect.ts';
import type { Migration } from '@liangbuwu/office/database/room.ts';
import { type Kysely, sql } from 'kysely';

/**
 * Gates, passes and checks. A pass is here its place in the list of statuses, its times and what was decided; whose it is,
 * its text and its code lie sealed in gate.paper, which goes with its response.
 */
export const gate: Migration = {
  name: '0001-gate',
  async up(db: Kysely<unknown>) {
    await sql`create schema gate`.execute(db);
    await grantSchema(db, 'gate');

    await sql`create table gate.gate (
      tenant uuid not null,
      id uuid not null,
      response uuid not null,
      area uuid not null,
      number integer not null check (number between 1 and 255),
      name text not null,
      kind text not null check (kind in ('site', 'village', 'school')),
      purposes text[] not null check (cardinality(purposes) > 0),
      invented boolean not null,
      primary key (tenant, id),
      unique (tenant, response, number),
      foreign key (tenant, response) references responses.response (tenant, id),
      foreign key (tenant, area) references register.area (tenant, id)
    )`.execute(db);
    await protect(db, 'gate.gate', { by: 'area' });

    // Of a response, as its passes are: another response's keys sign nothing here.
    await sql`create table gate.key (
      tenant uuid not null,
      id uuid not null,
      response uuid not null,
      use text not null check (use in ('authority', 'issuer')),
      public_key bytea not null,
      "from" timestamptz not null,
      "until" timestamptz,
      compromised_at timestamptz,
      primary key (tenant, id),
      foreign key (tenant, response) references responses.response (tenant, id)
    )`.execute(db);
    await sql`create unique index key_in_use on gate.key (tenant, response, use) where "until" is null`.execute(
      db,
    );
    await protect(db, 'gate.key', { by: 'tenant' });

    await sql`create table gate.code_secret (
      tenant uuid not null,
      id uuid not null,
      response uuid not null,
      gate uuid not null,
      area uuid not null,
      "from" timestamptz not null,
      "until" timestamptz not null,
      primary key (tenant, id),
      foreign key (tenant, gate) references gate.gate (tenant, id)
    )`.execute(db);
    await protect(db, 'gate.code_secret', { by: 'area' });

    await sql`create table gate.pass (
      tenant uuid not null,
      id uuid not null,
      response uuid not null,
      area uuid not null,
      state text not null check (state in ('asking', 'refused', 'issued', 'revoked')),
      kind text not null check (kind in ('person', 'vehicle', 'delivery')),
      purpose text not null,
      gates uuid[] not null check (cardinality(gates) between 1 and 3),
      place integer,
      "from" timestamptz not null,
      "until" timestamptz not null,
      asked_at timestamptz not null,
      asked_by uuid not null,
      on_behalf boolean not null,
      rules uuid,
      facts_mark bytea,
      said_mark bytea not null,
      renews uuid,
      signed_by uuid,
      issued_at timestamptz,
      issued_by uuid,
      recorded timestamptz not null,
      revoked_at timestamptz,
      revoked_by uuid,
      revoke_reason text,
      primary key (tenant, id),
      unique (tenant, response, place),
      foreign key (tenant, response) references responses.response (tenant, id),
      foreign key (tenant, area) references register.area (tenant, id),
      foreign key (tenant, asked_by) references identity.account (tenant, id),
      foreign key (tenant, renews) references gate.pass (tenant, id)
    )`.execute(db);
    await sql`create index pass_response on gate.pass (tenant, response, area)`.execute(db);
    await sql`create index pass_issued_by on gate.pass (tenant, issued_by, recorded)`.execute(db);
    await protect(db, 'gate.pass', { by: 'area' });

    // What the issuers' lead lets an account issue beyond the limit of a day.
    await sql`create table gate.allowance (
      tenant uuid not null,
      id uuid not null,
      response uuid not null,
      account uuid not null,
      more integer not null check (more between 1 and 500),
      "until" timestamptz not null,
      allowed_by uuid not null check (allowed_by <> account),
      primary key (tenant, id),
      foreign key (tenant, response) references responses.response (tenant, id),
      foreign key (tenant, account) references identity.account (tenant, id)
    )`.execute(db);
    await protect(db, 'gate.allowance', { by: 'tenant' });

    // Whose it is, what it says, and why it was decided so.
    await sql`create table gate.paper (
      tenant uuid not null,
      pass uuid not null,
      response uuid not null,
      area uuid not null,
      person uuid,
      sealed bytea not null,
      primary key (tenant, pass),
      foreign key (tenant, pass) references gate.pass (tenant, id)
    )`.execute(db);
    await sql`create index paper_response on gate.paper (tenant, response)`.execute(db);
    await protect(db, 'gate.paper', { by: 'area' });

    await sql`create table gate."check" (
      tenant uuid not null,
      id uuid not null,
      response uuid not null,
      gate uuid not null,
      area uuid not null,
      at timestamptz not null,
      recorded timestamptz not null,
      day date not null,
      direction text not null check (direction in ('in', 'out')),
      place integer,
      pass uuid,
      kind text,
      phone_verdict text not null,
      phone_code text not null,
      verdict text not null,
      code text not null,
      flags text[] not null,
      bundle bigint,
      let_through boolean not null,
      reason text,
      measured boolean not null,
      mask boolean,
      vehicle jsonb,
      said_by uuid not null,
      said_mark bytea not null,
      primary key (tenant, id),
      foreign key (tenant, gate) references gate.gate (tenant, id),
      foreign key (tenant, response) references responses.response (tenant, id),
      foreign key (tenant, said_by) references identity.account (tenant, id)
    )`.execute(db);
    await sql`create index check_gate on gate."check" (tenant, gate, at)`.execute(db);
    await sql`create index check_place on gate."check" (tenant, response, place, at)`.execute(db);
    await protect(db, 'gate.check', { by: 'area', app: 'read' });
    await sql`grant insert on gate."check" to ${await appRole(db)}`.execute(db);

    // A temperature of one who is nobody that is registered.
    await sql`create table gate.reading (
      tenant uuid not null,
      check_id uuid not null,
      response uuid not null,
      area uuid not null,
      sealed bytea not null,
      primary key (tenant, check_id),
      foreign key (tenant, check_id) references gate."check" (tenant, id)
    )`.execute(db);
    await sql`create index reading_response on gate.reading (tenant, response)`.execute(db);
    await protect(db, 'gate.reading', { by: 'area' });

    // Gates of other areas too: what is revoked holds everywhere, and says nothing of whose it is.
    await sql`create function gate.revoked(of uuid, at_latest timestamptz) returns table (place integer)
      language sql stable security definer set search_path = pg_catalog, pg_temp as $body$
        select p.place from gate.pass p
        where p.tenant = office.tenant() and p.response = of and p.place is not null
          and p.revoked_at <= at_latest
      $body$`.execute(db);
    await grantFunction(db, 'gate.revoked(uuid, timestamptz)');
    await sql`create function gate.places_used(of uuid, out passes integer, out last_place integer)
      language sql stable security definer set search_path = pg_catalog, pg_temp as $body$
        select count(p.place)::integer, coalesce(max(p.place), 0) from gate.pass p
        where p.tenant = office.tenant() and p.response = of
      $body$`.execute(db);
    await grantFunction(db, 'gate.places_used(uuid)');
    await sql`create function gate.numbers(of uuid) returns table (id uuid, number integer, name text)
      language sql stable security definer set search_path = pg_catalog, pg_temp as $body$
        select g.id, g.number, g.name from gate.gate g where g.tenant = office.tenant() and g.response = of
      $body$`.execute(db);
    await grantFunction(db, 'gate.numbers(uuid)');
    // A pass that is checked may have been issued elsewhere; who asks knows its place already.
    await sql`create function gate.find_place(of uuid, at_place integer)
      returns table (id uuid, kind text, revoked_at timestamptz)
      language sql stable security definer set search_path = pg_catalog, pg_temp as $body$
        select p.id, p.kind, p.revoked_at from gate.pass p
        where p.tenant = office.tenant() and p.response = of and p.place = at_place
      $body$`.execute(db);
    await grantFunction(db, 'gate.find_place(uuid, integer)');
    // Both checks are flagged, whichever gate sends first.
    await sql`create function gate.flag_elsewhere(of uuid, at_place integer, at_gate uuid, moment timestamptz, apart interval)
      returns integer
      language sql volatile security definer set search_path = pg_catalog, pg_temp as $body$
        with near as (
          update gate."check" c set flags = array_append(array_remove(c.flags, 'two-gates'), 'two-gates')
          where c.tenant = office.tenant() and c.response = of and c.place = at_place and c.gate <> at_gate
            and c.at between moment - apart and moment + apart
          returning 1)
        select count(*)::integer from near
      $body$`.execute(db);
    await grantFunction(db, 'gate.flag_elsewhere(uuid, integer, uuid, timestamptz, interval)');
  },
};
