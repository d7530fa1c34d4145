import { type Kysely, sql } from 'kysely';
import { grantSchema, protect } from '../../database/protect.ts';
import type { Migration } from '../../database/room.ts';

export const rulebook: Migration = {
  name: '0001-rulebook',
  async up(db: Kysely<unknown>) {
    await sql`create schema if not exists rulebook`.execute(db);
    await grantSchema(db, 'rulebook');
    // Rules are no secret within a tenant: whoever stands at a gate reads those of the levels above.
    await sql`create table rulebook.fact (
      tenant uuid not null references register.tenant,
      name text not null,
      spec jsonb not null,
      primary key (tenant, name)
    )`.execute(db);
    await protect(db, 'rulebook.fact', { by: 'tenant' });
    await sql`create table rulebook.rule_set (
      tenant uuid not null references register.tenant,
      id uuid not null,
      area uuid not null,
      purpose text not null,
      kind text not null check (kind in ('drought', 'epidemic', 'flood', 'other')),
      name jsonb not null,
      primary key (tenant, id),
      foreign key (tenant, area) references register.area (tenant, id),
      unique (tenant, area, purpose, kind)
    )`.execute(db);
    await protect(db, 'rulebook.rule_set', { by: 'tenant' });
    await sql`create table rulebook.version (
      tenant uuid not null,
      id uuid not null,
      rule_set uuid not null,
      number integer not null,
      state text not null check (state in ('draft', 'proposed', 'published')),
      "from" timestamptz not null,
      "until" timestamptz,
      issuer jsonb,
      document jsonb,
      source text,
      appeal jsonb,
      supersedes uuid[] not null,
      invented boolean not null,
      "table" jsonb not null,
      cases jsonb not null,
      drafted_by uuid not null,
      drafted_at timestamptz not null,
      proposed_by uuid,
      proposed_at timestamptz,
      published_by uuid,
      published_at timestamptz,
      sent_back text,
      version integer not null,
      primary key (tenant, id),
      foreign key (tenant, rule_set) references rulebook.rule_set (tenant, id),
      unique (tenant, rule_set, number),
      check ((state = 'published') = (published_at is not null))
    )`.execute(db);
    await protect(db, 'rulebook.version', { by: 'tenant' });
    // What is published stays as it is, whoever asks.
    await sql`create function rulebook.keep_published() returns trigger language plpgsql as $$
      begin
        if old.state = 'published' then
          raise exception 'a published version of the rulebook stays as it is' using errcode = '23514';
        end if;
        return case when tg_op = 'DELETE' then old else new end;
      end $$`.execute(db);
    await sql`create trigger keep_published before update or delete on rulebook.version
      for each row execute function rulebook.keep_published()`.execute(db);

    // An area and all above it, nearest first, within the request's tenant.
    await sql`create function rulebook.path(leaf uuid) returns uuid[] language sql stable parallel safe
      begin atomic
        with recursive above as (
          select id, parent, 1 as step from register.area where tenant = office.tenant() and id = leaf
          union all
          select a.id, a.parent, b.step + 1 from register.area a
            join above b on a.tenant = office.tenant() and a.id = b.parent
        ) select array(select id from above order by step);
      end`.execute(db);
  },
};
