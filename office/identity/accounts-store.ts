import { sql } from 'kysely';
import type { Tx } from '../database/connection.ts';
import { refuse } from '../http/refusal.ts';
import { type Say, say } from '../http/say.ts';
import { notFound } from '../http/shared-refusals.ts';
import type { Grant, Reach } from './reach.ts';

export interface AccountRow {
  id: string;
  login: string;
  name: string;
  area: string;
  areaName: string;
  disabled: boolean;
  passwordSet: string | null;
  roles: (Grant & { name: Say; areaName: string })[];
}

const select = sql`select a.id, a.login, a.name, a.area, h.name as "areaName", a.disabled,
    office.iso(a.password_set) as "passwordSet", coalesce((
      select jsonb_agg(jsonb_build_object('role', r.id,
        'name', jsonb_build_object('zh-CN', r.name_zh, 'en', r.name_en),
        'permissions', r.permissions, 'area', g.area, 'areaName', ga.name) order by r.id, ga.code, ga.id)
      from identity.assignment g
      join identity.role r on r.tenant = g.tenant and r.id = g.role
      join register.area ga on ga.tenant = g.tenant and ga.id = g.area
      where g.tenant = a.tenant and g.account = a.id), '[]') as roles
  from identity.account a join register.area h on h.tenant = a.tenant and h.id = a.area`;

const seen = sql`(a.area in (select office.areas()) or exists (
    select from identity.assignment g where g.tenant = a.tenant and g.account = a.id
      and g.area in (select office.areas())))`;

/** Accounts at home in the request's areas, or with a role in one of them, in the order of their logins. */
export async function listAccounts(
  tx: Tx,
  query: { search?: string | undefined; after?: string | undefined; limit: number },
): Promise<AccountRow[]> {
  const { rows } = await sql<AccountRow>`${select}
    where ${seen}
      and (${query.search ?? null}::text is null
        or strpos(a.login, lower(${query.search ?? ''})) > 0 or strpos(a.name, ${query.search ?? ''}) > 0)
      and (${query.after ?? null}::text is null or a.login > ${query.after ?? ''})
    order by a.login limit ${query.limit}`.execute(tx);
  return rows;
}

/** One of those that listAccounts would list. */
export async function getSeenAccount(tx: Tx, id: string): Promise<AccountRow> {
  const { rows } = await sql<AccountRow>`${select} where a.id = ${id} and ${seen}`.execute(tx);
  if (!rows[0]) throw refuse(notFound, { what: say('账号', 'account') });
  return rows[0];
}

/** These accounts of the tenant. */
export async function listThese(tx: Tx, ids: readonly string[]): Promise<AccountRow[]> {
  const { rows } = await sql<AccountRow>`${select} where a.id = any(${ids}::uuid[])`.execute(tx);
  return rows;
}

/** Any account of the tenant, held against changes until the transaction ends. */
export async function getAccount(tx: Tx, id: string): Promise<AccountRow> {
  const { rows } = await sql<AccountRow>`${select} where a.id = ${id} for update of a`.execute(tx);
  if (!rows[0]) throw refuse(notFound, { what: say('账号', 'account') });
  return rows[0];
}

/** False where the login is taken. */
export async function insertAccount(
  tx: Tx,
  tenant: string,
  account: { id: string; login: string; name: string; area: string },
): Promise<boolean> {
  const { rows } = await sql`insert into identity.account (tenant, id, login, name, area)
    values (${tenant}, ${account.id}, ${account.login}, ${account.name}, ${account.area})
    on conflict (login) do nothing returning id`.execute(tx);
  return rows.length > 0;
}

export async function setDisabled(tx: Tx, account: string, disabled: boolean): Promise<void> {
  await sql`update identity.account set disabled = ${disabled} where id = ${account}`.execute(tx);
}

export async function closeSessions(tx: Tx, account: string): Promise<void> {
  await sql`select identity.close_sessions(${account})`.execute(tx);
}

/** False where the account holds it already. */
export async function insertAssignment(
  tx: Tx,
  tenant: string,
  account: string,
  grant: { role: string; area: string },
): Promise<boolean> {
  const { rows } = await sql`insert into identity.assignment (tenant, account, role, area)
    values (${tenant}, ${account}, ${grant.role}, ${grant.area})
    on conflict do nothing returning role`.execute(tx);
  return rows.length > 0;
}

export async function deleteAssignment(
  tx: Tx,
  account: string,
  grant: { role: string; area: string },
): Promise<boolean> {
  const { rows } = await sql`delete from identity.assignment
    where account = ${account} and role = ${grant.role} and area = ${grant.area} returning role`.execute(
    tx,
  );
  return rows.length > 0;
}

export interface RoleRow {
  id: string;
  name: Say;
  permissions: string[];
}

export async function listRoles(tx: Tx): Promise<RoleRow[]> {
  const { rows } = await sql<RoleRow>`
    select id, jsonb_build_object('zh-CN', name_zh, 'en', name_en) as name, permissions
    from identity.role order by id`.execute(tx);
  return rows;
}

/**
 * What the actor may do in each of these areas: whether it administers it, and every permission it holds there by
 * roles of its own. What it has as a deputy is not among them: it cannot be handed on.
 */
export async function loadReach(tx: Tx, actor: string, areas: readonly string[]): Promise<Reach> {
  const { rows } = await sql<{ area: string; covered: boolean; permissions: string[] }>`
    with recursive above (area, id) as (
      select a.id, a.id from register.area a where a.id = any(${[...new Set(areas)]}::uuid[])
      union
      select u.area, a.parent from above u join register.area a on a.id = u.id where a.parent is not null
    )
    select u.area, u.area in (select office.areas()) as covered,
      coalesce(array_agg(distinct p) filter (where p is not null), '{}') as permissions
    from above u
    left join identity.assignment g on g.area = u.id and g.account = ${actor}
    left join identity.role r on r.tenant = g.tenant and r.id = g.role
    left join lateral unnest(r.permissions) p on true
    group by u.area`.execute(tx);
  const byArea = new Map(rows.map((row) => [row.area, row]));
  return {
    covers: (area) => byArea.get(area)?.covered ?? false,
    holds: (area) => new Set(byArea.get(area)?.permissions),
  };
}
