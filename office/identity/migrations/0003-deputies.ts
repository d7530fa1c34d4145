import { type Kysely, sql } from 'kysely';
import { appRole, protect } from '../../database/protect.ts';
import type { Migration } from '../../database/room.ts';

/** Who stands in for whom, and the one place where what is borrowed counts: identity.enter, by identity.grants. */
export const deputies: Migration = {
  name: '0003-deputies',
  async up(db: Kysely<unknown>) {
    await deputyship(db);
    await grants(db);
    await enter(db);
  },
};

async function deputyship(db: Kysely<unknown>): Promise<void> {
  await sql`create table identity.deputyship (
    tenant uuid not null,
    id uuid not null,
    account uuid not null,
    deputy uuid not null,
    reason text not null,
    first_day date not null,
    last_day date not null,
    zone text not null,
    starts timestamptz not null,
    ends timestamptz not null,
    named timestamptz not null,
    named_by uuid not null,
    ended timestamptz,
    ended_by uuid,
    primary key (tenant, id),
    foreign key (tenant, account) references identity.account (tenant, id) on delete cascade,
    foreign key (tenant, deputy) references identity.account (tenant, id) on delete cascade,
    check (account <> deputy),
    check (first_day <= last_day),
    check (starts < ends),
    check ((ended is null) = (ended_by is null))
  )`.execute(db);
  await sql`create index deputyship_account on identity.deputyship (tenant, account, ends)`.execute(
    db,
  );
  await sql`create index deputyship_deputy on identity.deputyship (tenant, deputy, ends)`.execute(
    db,
  );
  // Once named, all that can happen to it is that it ends early.
  await protect(db, 'identity.deputyship', { by: 'tenant', app: 'read' });
  await sql`grant insert, update (ended, ended_by) on identity.deputyship to ${await appRole(db)}`.execute(
    db,
  );
}

/** With the rights of who asks: within enter all rows, else those that row-level security shows. */
async function grants(db: Kysely<unknown>): Promise<void> {
  await sql`create function identity.acting(tenant uuid, account uuid, at timestamptz)
    returns table (deputyship uuid, lender uuid, last_day date, starts timestamptz, ends timestamptz)
    language sql stable
    begin atomic
      select d.id, d.account, d.last_day, d.starts, d.ends from identity.deputyship d
        join identity.account l on l.tenant = d.tenant and l.id = d.account and not l.disabled
        where d.tenant = acting.tenant and d.deputy = acting.account
          and d.starts <= acting.at and d.ends > acting.at and (d.ended is null or d.ended > acting.at);
    end`.execute(db);
  // What an account holds at an instant: its own roles, and those of whom it stands in for. What these borrow
  // themselves is not among them, so nothing is handed on.
  await sql`create function identity.grants(tenant uuid, account uuid, at timestamptz)
    returns table (role text, permissions text[], area uuid, lender uuid, deputyship uuid)
    language sql stable
    begin atomic
      select r.id, r.permissions, g.area, null::uuid, null::uuid
        from identity.assignment g join identity.role r on r.tenant = g.tenant and r.id = g.role
        where g.tenant = grants.tenant and g.account = grants.account
      union all
      select r.id, r.permissions, g.area, d.lender, d.deputyship
        from identity.acting(grants.tenant, grants.account, grants.at) d
        join identity.assignment g on g.tenant = grants.tenant and g.account = d.lender
        join identity.role r on r.tenant = g.tenant and r.id = g.role;
    end`.execute(db);
}

async function enter(db: Kysely<unknown>): Promise<void> {
  // As in 0002, now with what is borrowed. "through" says by which grants the permission is held, the own ones
  // first: only where somebody is stood in for does it matter, so that the ledger can say for whom.
  await sql`create or replace function identity.enter(token bytea, permission text, at timestamptz) returns jsonb
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $body$
    declare
      s record; scope uuid[]; granted text[]; held jsonb; stands_in jsonb; through jsonb := '[]';
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
        select g.area as id from identity.grants(s.tenant, s.account, at) g
          where permission = '' or permission = any(g.permissions)
        union
        select a.id from register.area a join below b on a.parent = b.id where a.tenant = s.tenant
      ) select array_agg(id) into scope from below;
      select coalesce(array_agg(distinct p), '{}') into granted
        from identity.grants(s.tenant, s.account, at) g, unnest(g.permissions) p;
      select coalesce(jsonb_agg(jsonb_build_object('role', r.id,
          'name', jsonb_build_object('zh-CN', r.name_zh, 'en', r.name_en),
          'area', a.id, 'areaName', a.name) order by r.id, a.code), '[]') into held
        from identity.assignment g join identity.role r on r.tenant = g.tenant and r.id = g.role
        join register.area a on a.tenant = g.tenant and a.id = g.area
        where g.tenant = s.tenant and g.account = s.account;
      select coalesce(jsonb_agg(jsonb_build_object('deputyship', d.deputyship, 'account', d.lender, 'name', l.name,
          'until', d.last_day, 'ends', office.iso(d.ends), 'roles', (
            select coalesce(jsonb_agg(jsonb_build_object('role', r.id,
              'name', jsonb_build_object('zh-CN', r.name_zh, 'en', r.name_en),
              'area', a.id, 'areaName', a.name) order by r.id, a.code), '[]')
            from identity.grants(s.tenant, s.account, at) g
            join identity.role r on r.tenant = s.tenant and r.id = g.role
            join register.area a on a.tenant = s.tenant and a.id = g.area
            where g.deputyship = d.deputyship)) order by d.starts, d.deputyship), '[]') into stands_in
        from identity.acting(s.tenant, s.account, at) d
        join identity.account l on l.tenant = s.tenant and l.id = d.lender;
      if stands_in <> '[]' and permission <> '' then
        select coalesce(jsonb_agg(jsonb_build_object('lender', g.lender, 'area', g.area)
            order by d.starts nulls first, d.id, g.area), '[]') into through
          from identity.grants(s.tenant, s.account, at) g
          left join identity.deputyship d on d.tenant = s.tenant and d.id = g.deputyship
          where permission = any(g.permissions);
      end if;
      perform set_config('lbw.tenant', s.tenant::text, true);
      perform set_config('lbw.areas', coalesce(scope, '{}')::text, true);
      return jsonb_build_object('tenant', s.tenant, 'tenantName', s.tenant_name, 'account', s.account,
        'name', s.name, 'login', s.login, 'permissions', to_jsonb(granted), 'roles', held,
        'acting', stands_in, 'through', through,
        'allowed', permission = '' or permission = any(granted));
    end $body$`.execute(db);
}
