import { type Kysely, sql } from 'kysely';
import { grantFunction, grantSchema, protect } from '../../database/protect.ts';
import type { Migration } from '../../database/room.ts';

export const accounts: Migration = {
  name: '0001-accounts',
  async up(db: Kysely<unknown>) {
    await sql`create schema if not exists identity`.execute(db);
    await grantSchema(db, 'identity');
    await sql`create table identity.account (
      tenant uuid not null references register.tenant,
      id uuid not null,
      login text not null check (login = lower(login)),
      name text not null,
      password_hash text,
      tile integer,
      disabled boolean not null default false,
      primary key (tenant, id),
      unique (login)
    )`.execute(db);
    await protect(db, 'identity.account', { by: 'tenant' });
    await sql`create table identity.role (
      tenant uuid not null references register.tenant,
      id text not null,
      name_zh text not null,
      name_en text not null,
      permissions text[] not null,
      primary key (tenant, id)
    )`.execute(db);
    await protect(db, 'identity.role', { by: 'tenant' });
    await sql`create table identity.assignment (
      tenant uuid not null,
      account uuid not null,
      role text not null,
      area uuid not null,
      primary key (tenant, account, role, area),
      foreign key (tenant, account) references identity.account (tenant, id) on delete cascade,
      foreign key (tenant, role) references identity.role (tenant, id),
      foreign key (tenant, area) references register.area (tenant, id)
    )`.execute(db);
    await protect(db, 'identity.assignment', { by: 'tenant' });
    await sql`create table identity.session (
      tenant uuid not null,
      token_hash bytea not null,
      account uuid not null,
      opened timestamptz not null,
      expires timestamptz not null,
      primary key (tenant, token_hash),
      foreign key (tenant, account) references identity.account (tenant, id) on delete cascade
    )`.execute(db);
    await sql`create unique index session_token on identity.session (token_hash)`.execute(db);
    await protect(db, 'identity.session', { by: 'tenant', app: 'none' });
    await sql`create table identity.link (
      tenant uuid not null,
      token_hash bytea not null,
      account uuid not null,
      purpose text not null check (purpose in ('first-administrator', 'reset')),
      expires timestamptz not null,
      used timestamptz,
      primary key (tenant, token_hash),
      foreign key (tenant, account) references identity.account (tenant, id) on delete cascade
    )`.execute(db);
    await sql`create unique index link_token on identity.link (token_hash)`.execute(db);
    await protect(db, 'identity.link', { by: 'tenant', app: 'none' });

    // Opens the request's scope: the areas in which the session's account holds the permission, with all below
    // them. '' asks for no permission but being signed in. Returns null where there is no such session.
    await sql`create function identity.enter(token bytea, permission text, at timestamptz) returns jsonb
      language plpgsql security definer set search_path = pg_catalog, pg_temp as $body$
      declare
        s record; scope uuid[]; granted text[]; held jsonb;
      begin
        select x.tenant, x.account, a.name, a.login, t.name as tenant_name into s
          from identity.session x
          join identity.account a on a.tenant = x.tenant and a.id = x.account and not a.disabled
          join register.tenant t on t.tenant = x.tenant
          where x.token_hash = token and x.expires > at;
        if not found then
          return null;
        end if;
        with recursive below as (
          select g.area as id from identity.assignment g
            join identity.role r on r.tenant = g.tenant and r.id = g.role
            where g.tenant = s.tenant and g.account = s.account
              and (permission = '' or permission = any(r.permissions))
          union
          select a.id from register.area a join below b on a.parent = b.id where a.tenant = s.tenant
        ) select array_agg(id) into scope from below;
        select coalesce(array_agg(distinct p), '{}') into granted
          from identity.assignment g join identity.role r on r.tenant = g.tenant and r.id = g.role,
            unnest(r.permissions) p
          where g.tenant = s.tenant and g.account = s.account;
        select coalesce(jsonb_agg(jsonb_build_object('role', r.id,
            'name', jsonb_build_object('zh-CN', r.name_zh, 'en', r.name_en),
            'area', a.id, 'areaName', a.name) order by r.id, a.code), '[]') into held
          from identity.assignment g join identity.role r on r.tenant = g.tenant and r.id = g.role
          join register.area a on a.tenant = g.tenant and a.id = g.area
          where g.tenant = s.tenant and g.account = s.account;
        perform set_config('lbw.tenant', s.tenant::text, true);
        perform set_config('lbw.areas', coalesce(scope, '{}')::text, true);
        return jsonb_build_object('tenant', s.tenant, 'tenantName', s.tenant_name, 'account', s.account,
          'name', s.name, 'login', s.login, 'permissions', to_jsonb(granted), 'roles', held,
          'allowed', permission = '' or permission = any(granted));
      end $body$`.execute(db);
    await grantFunction(db, 'identity.enter(bytea, text, timestamptz)');
  },
};
