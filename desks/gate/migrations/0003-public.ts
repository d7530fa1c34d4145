import { grantFunction, protect } from '@liangbuwu/office/database/protect.ts';
import type { Migration } from '@liangbuwu/office/database/room.ts';
import { type Kysely, sql } from 'kysely';

/** What anybody may open: a gate by the code on its poster, the own application and the own days at home by a secret. */
export const publicPages: Migration = {
  name: '0003-public',
  async up(db: Kysely<unknown>) {
    await gateCodes(db);
    await ownApplications(db);
    await households(db);
  },
};

async function gateCodes(db: Kysely<unknown>): Promise<void> {
  // A code that was taken back stays, so that it is never given again.
  await sql`create table gate.gate_code (
    tenant uuid not null,
    code text not null check (code ~ '^[A-Z0-9]{8}$'),
    gate uuid not null,
    area uuid not null,
    given timestamptz not null,
    revoked timestamptz,
    primary key (tenant, code),
    unique (code),
    foreign key (tenant, gate) references gate.gate (tenant, id)
  )`.execute(db);
  await sql`create unique index gate_code_gate on gate.gate_code (tenant, gate) where revoked is null`.execute(
    db,
  );
  await protect(db, 'gate.gate_code', { by: 'area' });
  // Opens the scope of whoever knows a gate's code: its tenant and its area, nothing else.
  await sql`create function gate.enter_gate(code text) returns jsonb
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $body$
    declare
      f record;
    begin
      select c.tenant, g.id, g.area into f
        from gate.gate_code c join gate.gate g on g.tenant = c.tenant and g.id = c.gate
        where c.code = enter_gate.code and c.revoked is null;
      if not found then
        return null;
      end if;
      perform set_config('lbw.tenant', f.tenant::text, true);
      perform set_config('lbw.areas', array[f.area]::text, true);
      return jsonb_build_object('tenant', f.tenant, 'gate', f.id, 'area', f.area);
    end $body$`.execute(db);
  await grantFunction(db, 'gate.enter_gate(text)');
}

async function ownApplications(db: Kysely<unknown>): Promise<void> {
  // Who applies, and what they said, is in `sealed`; of the secret that opens it only the hash is kept. A pass that
  // comes of it has its id.
  await sql`create table gate.own_application (
    tenant uuid not null,
    id uuid not null,
    response uuid not null,
    area uuid not null,
    gate uuid not null,
    purpose text not null,
    at timestamptz not null,
    state text not null check (state in ('waiting', 'issued', 'refused', 'withdrawn')),
    asked_at timestamptz not null,
    recorded timestamptz not null,
    said_mark bytea not null,
    link bytea not null check (length(link) = 32),
    sealed bytea not null,
    decided_at timestamptz,
    decided_by uuid,
    primary key (tenant, id),
    unique (link),
    foreign key (tenant, response) references responses.response (tenant, id),
    foreign key (tenant, area) references register.area (tenant, id),
    foreign key (tenant, gate) references gate.gate (tenant, id),
    foreign key (tenant, decided_by) references identity.account (tenant, id)
  )`.execute(db);
  await sql`create index own_application_gate on gate.own_application (tenant, response, gate, state)`.execute(
    db,
  );
  await protect(db, 'gate.own_application', { by: 'area' });
  await sql`create function gate.enter_own(secret bytea) returns jsonb
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $body$
    declare
      f record;
    begin
      select o.tenant, o.id, o.area into f from gate.own_application o where o.link = secret;
      if not found then
        return null;
      end if;
      perform set_config('lbw.tenant', f.tenant::text, true);
      perform set_config('lbw.areas', array[f.area]::text, true);
      return jsonb_build_object('tenant', f.tenant, 'id', f.id);
    end $body$`.execute(db);
  await grantFunction(db, 'gate.enter_own(bytea)');
}

async function households(db: Kysely<unknown>): Promise<void> {
  // By which somebody who came home, or who lives there, opens their days. `sealed`: whom they may ring.
  await sql`create table gate.home_link (
    tenant uuid not null,
    returnee uuid not null,
    response uuid not null,
    area uuid not null,
    number integer not null check (number > 0),
    link bytea not null check (length(link) = 32),
    sealed bytea not null,
    given_at timestamptz not null,
    given_by uuid not null,
    primary key (tenant, returnee),
    unique (link),
    foreign key (tenant, returnee) references gate.returnee (tenant, id),
    foreign key (tenant, given_by) references identity.account (tenant, id)
  )`.execute(db);
  await sql`create index home_link_response on gate.home_link (tenant, response)`.execute(db);
  await protect(db, 'gate.home_link', { by: 'area' });
  await sql`create function gate.enter_home(secret bytea) returns jsonb
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $body$
    declare
      f record;
    begin
      select h.tenant, h.returnee, h.area into f from gate.home_link h where h.link = secret;
      if not found then
        return null;
      end if;
      perform set_config('lbw.tenant', f.tenant::text, true);
      perform set_config('lbw.areas', array[f.area]::text, true);
      return jsonb_build_object('tenant', f.tenant, 'id', f.returnee);
    end $body$`.execute(db);
  await grantFunction(db, 'gate.enter_home(bytea)');

  // What the household says of a day, beside the official's proof; the last word of a day counts. That nobody came is
  // nobody's health; everything else is sealed.
  await sql`create table gate.home_word (
    tenant uuid not null,
    id uuid not null,
    returnee uuid not null,
    response uuid not null,
    area uuid not null,
    day date not null,
    at timestamptz not null,
    recorded timestamptz not null,
    nobody boolean not null,
    said_mark bytea not null,
    sealed bytea not null,
    primary key (tenant, id),
    foreign key (tenant, returnee) references gate.returnee (tenant, id)
  )`.execute(db);
  await sql`create index home_word_returnee on gate.home_word (tenant, returnee, day, recorded)`.execute(
    db,
  );
  await sql`create index home_word_response on gate.home_word (tenant, response)`.execute(db);
  await protect(db, 'gate.home_word', { by: 'area' });
}
