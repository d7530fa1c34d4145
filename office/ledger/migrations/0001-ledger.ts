import { type Kysely, sql } from 'kysely';
import { grantFunction, grantSchema, protect } from '../../database/protect.ts';
import type { Migration } from '../../database/room.ts';

/**
 * The body's text is the entry; every other column is generated from it, so there is nothing to alter beside it.
 * hash = sha256(previous, then the body's UTF-8 bytes); previous is the hash of the entry before, 32 zero bytes for
 * the first. It is stored with each so that an altered entry is told from the one that follows it.
 */
export const ledger: Migration = {
  name: '0001-ledger',
  async up(db: Kysely<unknown>) {
    await sql`create schema if not exists ledger`.execute(db);
    await grantSchema(db, 'ledger');
    await sql`create table ledger.entry (
      tenant uuid not null references register.tenant,
      seq bigint not null,
      body text not null,
      previous bytea not null,
      hash bytea not null,
      area uuid not null generated always as ((body::jsonb ->> 'area')::uuid) stored,
      actor uuid generated always as ((body::jsonb ->> 'actor')::uuid) stored,
      action text not null generated always as (body::jsonb ->> 'action') stored,
      subject text collate "C" not null generated always as (body::jsonb ->> 'subject') stored,
      response uuid generated always as ((body::jsonb ->> 'response')::uuid) stored,
      at text collate "C" not null generated always as (body::jsonb ->> 'at') stored,
      primary key (tenant, seq)
    )`.execute(db);
    await sql`create index entry_subject on ledger.entry (tenant, subject, seq)`.execute(db);
    await sql`create index entry_area on ledger.entry (tenant, area, seq)`.execute(db);
    await sql`create index entry_action on ledger.entry (tenant, action, seq)`.execute(db);
    await sql`create index entry_at on ledger.entry (tenant, at)`.execute(db);
    await protect(db, 'ledger.entry', { by: 'area', app: 'read' });
    await sql`create table ledger.head (
      tenant uuid primary key references register.tenant,
      seq bigint not null,
      hash bytea not null
    )`.execute(db);
    await protect(db, 'ledger.head', { by: 'tenant', app: 'read' });

    // Entries are appended under a lock on the tenant's head, so the chain has no forks. The caller's tenant is
    // that of its scope, never an argument. Returns the last number given.
    await sql`create function ledger.append(entries jsonb) returns bigint
      language plpgsql security definer set search_path = pg_catalog, pg_temp as $body$
      declare
        t uuid := office.tenant(); h record; e jsonb; text_ text; before bytea;
      begin
        if t is null then
          raise exception 'no tenant in scope';
        end if;
        insert into ledger.head values (t, 0, decode(repeat('00', 32), 'hex')) on conflict do nothing;
        select seq, hash into h from ledger.head where tenant = t for update;
        for e in select * from jsonb_array_elements(entries) loop
          before := h.hash;
          h.seq := h.seq + 1;
          text_ := (e || jsonb_build_object('seq', h.seq, 'tenant', t))::text;
          h.hash := sha256(before || convert_to(text_, 'UTF8'));
          insert into ledger.entry (tenant, seq, body, previous, hash)
            values (t, h.seq, text_, before, h.hash);
        end loop;
        update ledger.head set seq = h.seq, hash = h.hash where tenant = t;
        return h.seq;
      end $body$`.execute(db);
    await grantFunction(db, 'ledger.append(jsonb)');
    // Numbers and hashes of every chain, for the checkpoints; nothing of what the entries say.
    await sql`create function ledger.heads() returns table (tenant uuid, seq bigint, hash bytea)
      language sql stable security definer set search_path = pg_catalog, pg_temp as $body$
        select h.tenant, h.seq, h.hash from ledger.head h order by h.tenant
      $body$`.execute(db);
    await grantFunction(db, 'ledger.heads()');
  },
};
