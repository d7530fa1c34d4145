import { type Kysely, sql } from 'kysely';
import { grantFunction } from '../../database/protect.ts';
import type { Migration } from '../../database/room.ts';

/** What runs before a scope exists, or touches secrets: definer functions, each with its path fixed. */
export const signIn: Migration = {
  name: '0002-sign-in',
  async up(db: Kysely<unknown>) {
    await scope(db);
    await finding(db);
    await sessions(db);
    await links(db);
  },
};

async function scope(db: Kysely<unknown>): Promise<void> {
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
}

async function finding(db: Kysely<unknown>): Promise<void> {
  await sql`create function identity.find_login(text)
    returns table (tenant uuid, account uuid, area uuid, hash text)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $body$
      select a.tenant, a.id, a.area, p.hash
      from identity.account a
      join identity.password p on p.tenant = a.tenant and p.account = a.id
      where a.login = $1 and not a.disabled
    $body$`.execute(db);
  await grantFunction(db, 'identity.find_login(text)');
  await sql`create function identity.find_tile(uuid)
    returns table (tenant uuid, account uuid, area uuid)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $body$
      select a.tenant, a.id, a.area from identity.account a
      where a.id = $1 and a.tile is not null and not a.disabled
    $body$`.execute(db);
  await grantFunction(db, 'identity.find_tile(uuid)');
  await sql`create function identity.tiles()
    returns table (account uuid, name text, area_name text, roles jsonb)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $body$
      select a.id, a.name, h.name, coalesce((
        select jsonb_agg(jsonb_build_object('role', r.id,
          'name', jsonb_build_object('zh-CN', r.name_zh, 'en', r.name_en)) order by r.id)
        from identity.role r where r.tenant = a.tenant and exists (
          select from identity.assignment g
          where g.tenant = a.tenant and g.account = a.id and g.role = r.id)), '[]')
      from identity.account a join register.area h on h.tenant = a.tenant and h.id = a.area
      where a.tile is not null and not a.disabled
      order by a.tile, a.id
    $body$`.execute(db);
  await grantFunction(db, 'identity.tiles()');
}

async function sessions(db: Kysely<unknown>): Promise<void> {
  // Every open page of the account asks again whether it may go on (office/live).
  await sql`create function identity.close_session(bytea) returns void
    language sql security definer set search_path = pg_catalog, pg_temp as $body$
      with closed as (
        delete from identity.session where token_hash = $1 returning tenant, account
      ) select pg_notify('liangbuwu', jsonb_build_object('tenant', tenant, 'recheck', account)::text)
        from closed
    $body$`.execute(db);
  await grantFunction(db, 'identity.close_session(bytea)');
  await sql`create function identity.close_sessions(account uuid) returns void
    language sql security definer set search_path = pg_catalog, pg_temp as $body$
      with closed as (
        delete from identity.session x where x.tenant = office.tenant() and x.account = $1
      ) select pg_notify('liangbuwu', jsonb_build_object('tenant', office.tenant(), 'recheck', $1)::text)
    $body$`.execute(db);
  await grantFunction(db, 'identity.close_sessions(uuid)');
  // Opening one ends the session that was presented, and clears away what has expired meanwhile.
  await sql`create function identity.open_session(
      tenant uuid, account uuid, token bytea, presented bytea, at timestamptz, expires timestamptz
    ) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $body$
    begin
      delete from identity.session x where x.token_hash in (
        select y.token_hash from identity.session y where y.expires <= at limit 500 for update skip locked);
      delete from identity.link x where x.token_hash in (
        select y.token_hash from identity.link y where y.expires <= at limit 500 for update skip locked);
      perform identity.close_session(presented);
      insert into identity.session (tenant, token_hash, account, opened, expires)
        values (tenant, token, account, at, expires);
    end $body$`.execute(db);
  await grantFunction(
    db,
    'identity.open_session(uuid, uuid, bytea, bytea, timestamptz, timestamptz)',
  );
  await sql`create function identity.extend_session(token bytea, at timestamptz, until timestamptz)
    returns boolean
    language sql security definer set search_path = pg_catalog, pg_temp as $body$
      with extended as (
        update identity.session set expires = $3
        where token_hash = $1 and expires > $2 and expires < $3 returning 1
      ) select exists (select from extended)
    $body$`.execute(db);
  await grantFunction(db, 'identity.extend_session(bytea, timestamptz, timestamptz)');
}

async function links(db: Kysely<unknown>): Promise<void> {
  // An account has one link at most: a newer one ends the older.
  await sql`create function identity.make_link(
      account uuid, token bytea, purpose text, expires timestamptz
    ) returns void
    language sql security definer set search_path = pg_catalog, pg_temp as $body$
      insert into identity.link as l (tenant, account, token_hash, purpose, expires)
        values (office.tenant(), $1, $2, $3, $4)
        on conflict (tenant, account) do update
        set token_hash = excluded.token_hash, purpose = excluded.purpose, expires = excluded.expires
    $body$`.execute(db);
  await grantFunction(db, 'identity.make_link(uuid, bytea, text, timestamptz)');
  // Held against a second use at the same moment: the row is locked until the password is set.
  await sql`create function identity.find_link(token bytea, at timestamptz)
    returns table (tenant uuid, account uuid, area uuid, login text, name text, purpose text, expires timestamptz)
    language sql security definer set search_path = pg_catalog, pg_temp as $body$
      select a.tenant, a.id, a.area, a.login, a.name, l.purpose, l.expires
      from identity.link l
      join identity.account a on a.tenant = l.tenant and a.id = l.account and not a.disabled
      where l.token_hash = $1 and l.expires > $2
      for update of l
    $body$`.execute(db);
  await grantFunction(db, 'identity.find_link(bytea, timestamptz)');
  await sql`create function identity.use_link(token bytea, at timestamptz, hash text) returns boolean
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $body$
    declare
      used record;
    begin
      delete from identity.link l where l.token_hash = token and l.expires > at
        returning l.tenant, l.account into used;
      if not found then
        return false;
      end if;
      insert into identity.password as p (tenant, account, hash) values (used.tenant, used.account, use_link.hash)
        on conflict (tenant, account) do update set hash = excluded.hash;
      update identity.account a set password_set = at where a.tenant = used.tenant and a.id = used.account;
      perform set_config('lbw.tenant', used.tenant::text, true);
      perform identity.close_sessions(used.account);
      return true;
    end $body$`.execute(db);
  await grantFunction(db, 'identity.use_link(bytea, timestamptz, text)');
}
