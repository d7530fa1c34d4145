import { sql } from 'kysely';
import type { Clock } from '../clock/clock.ts';
import type { Database, Tx } from '../database/connection.ts';
import type { Say } from '../http/say.ts';
import { append, type LedgerEntry } from '../ledger/append.ts';
import { getRoot } from '../register/areas/root.ts';
import { linkPage } from './contract.ts';
import type { IdentityAction } from './ledger-words.ts';
import { enterTenant, makeLink } from './store.ts';

// What the migration role lays before the first request. Running any of it again changes nothing that is there.

/** A city or county that runs the system, with the root of its tree of areas. */
export async function createTenant(
  owner: Database,
  tenant: {
    id: string;
    name: string;
    root: { id: string; level: 'prefecture' | 'county' | 'other'; code?: string };
  },
): Promise<void> {
  await owner.transaction().execute(async (tx) => {
    await sql`insert into register.tenant (tenant, name) values (${tenant.id}, ${tenant.name})
      on conflict do nothing`.execute(tx);
    const { rows } = await sql`
      select from register.area where tenant = ${tenant.id} and parent is null limit 1`.execute(tx);
    if (rows.length > 0) return;
    await sql`insert into register.area (tenant, id, code, name, level) values (${tenant.id}, ${tenant.root.id},
      ${tenant.root.code ?? null}, ${tenant.name}, ${tenant.root.level})`.execute(tx);
  });
}

export interface DefaultRole {
  id: string;
  name: Say;
  permissions: readonly string[];
}

/** Makes the tenant's roles those of the list; a role that somebody holds and that has left it permits nothing. */
export async function syncRoles(
  owner: Database,
  tenant: string,
  roles: readonly DefaultRole[],
  clock: Clock,
): Promise<void> {
  await owner.transaction().execute(async (tx) => {
    await enterTenant(tx, tenant);
    for (const { id, name, permissions } of roles) {
      await putRole(tx, tenant, { id, name, permissions: [...permissions].sort() }, clock);
    }
    const kept = roles.map(({ id }) => id);
    await sql`delete from identity.role r where r.tenant = ${tenant} and r.id <> all(${kept}::text[])
      and not exists (select from identity.assignment g where g.tenant = r.tenant and g.role = r.id)`.execute(
      tx,
    );
    const { rows } = await sql<{ id: string }>`
      update identity.role set permissions = '{}'
      where tenant = ${tenant} and id <> all(${kept}::text[]) and permissions <> '{}' returning id`.execute(
      tx,
    );
    for (const { id } of rows) await recordRole(tx, id, [], clock);
  });
}

async function putRole(
  tx: Tx,
  tenant: string,
  role: DefaultRole & { permissions: string[] },
  clock: Clock,
): Promise<void> {
  const { rows } = await sql<{ permissions: string[] }>`
    select permissions from identity.role where tenant = ${tenant} and id = ${role.id} for update`.execute(
    tx,
  );
  await sql`insert into identity.role (tenant, id, name_zh, name_en, permissions)
    values (${tenant}, ${role.id}, ${role.name['zh-CN']}, ${role.name.en}, ${role.permissions})
    on conflict (tenant, id) do update set name_zh = excluded.name_zh, name_en = excluded.name_en,
      permissions = excluded.permissions`.execute(tx);
  if (rows[0]?.permissions.join() !== role.permissions.join()) {
    await recordRole(tx, role.id, role.permissions, clock);
  }
}

async function recordRole(
  tx: Tx,
  role: string,
  permissions: string[],
  clock: Clock,
): Promise<void> {
  const { id: area } = await getRoot(tx);
  const action: IdentityAction = 'identity.roles-changed';
  await record(tx, { action, subject: `role:${role}`, area, detail: { permissions } }, clock);
}

const about = (action: IdentityAction, account: string) => ({
  action,
  subject: `account:${account}`,
});

const record = (tx: Tx, entry: LedgerEntry, clock: Clock) =>
  append(tx, [entry], { actor: null, recorded: clock.now() });

const firstAdministratorLogin = 'admin';

/**
 * Unless somebody can already administer the whole tenant: makes the first administrator, with `role` in the
 * root area, and returns the path of a one-time link for its password. An earlier link that was not used ends.
 */
export async function ensureFirstAdministrator(
  owner: Database,
  first: {
    tenant: string;
    /** Must hold whatever anybody is to be granted: nobody grants more than they hold. */
    role: string;
    login?: string;
    name: string;
    clock: Clock;
    newId(): string;
    newToken(): string;
  },
): Promise<{ link: string; login: string; expires: Temporal.Instant } | undefined> {
  const { tenant, role, clock, login = firstAdministratorLogin } = first;
  return owner.transaction().execute(async (tx) => {
    await enterTenant(tx, tenant);
    // Two servers that start at once make one administrator.
    await sql`select from register.tenant where tenant = ${tenant} for update`.execute(tx);
    const { id: root } = await getRoot(tx);
    const { rows } = await sql`select from identity.account a
      join identity.password p on p.tenant = a.tenant and p.account = a.id
      join identity.assignment g on g.tenant = a.tenant and g.account = a.id and g.area = ${root}
      join identity.role r on r.tenant = g.tenant and r.id = g.role
      where a.tenant = ${tenant} and not a.disabled and 'identity.administer' = any(r.permissions)
      limit 1`.execute(tx);
    if (rows.length > 0) return undefined;

    const prepared = {
      id: first.newId(),
      login,
      name: first.name,
      area: root,
      roles: [{ role, area: root }],
    };
    const account = await putAccount(tx, tenant, prepared, clock);
    // It may have had one before it was disabled or lost the role: only the link's holder is let in.
    await sql`delete from identity.password where tenant = ${tenant} and account = ${account}`.execute(
      tx,
    );
    const token = first.newToken();
    const expires = clock.now().add({ hours: 24 });
    await makeLink(tx, { account, token, purpose: 'first-administrator', expires });
    const detail = { purpose: 'first-administrator' };
    await record(tx, { ...about('identity.link-made', account), area: root, detail }, clock);
    return { link: `${linkPage}#${token}`, login, expires };
  });
}

export interface PreparedAccount {
  id: string;
  login: string;
  name: string;
  area: string;
  roles: readonly { role: string; area: string }[];
}

/** A demonstration's people, without passwords: each is a tile of the entrance, in the order of the list. */
export async function putDemoAccounts(
  owner: Database,
  tenant: string,
  accounts: readonly PreparedAccount[],
  clock: Clock,
): Promise<void> {
  await owner.transaction().execute(async (tx) => {
    await enterTenant(tx, tenant);
    for (const [tile, account] of accounts.entries()) {
      const id = await putAccount(tx, tenant, account, clock);
      await sql`update identity.account set tile = ${tile} where tenant = ${tenant} and id = ${id}`.execute(
        tx,
      );
    }
  });
}

/** The id of the account with this login, made where it is missing, enabled, with these roles at least. */
async function putAccount(
  tx: Tx,
  tenant: string,
  account: PreparedAccount,
  clock: Clock,
): Promise<string> {
  const made = await sql`insert into identity.account (tenant, id, login, name, area)
    values (${tenant}, ${account.id}, ${account.login}, ${account.name}, ${account.area})
    on conflict (login) do nothing returning id`.execute(tx);
  const { rows } = await sql<{
    id: string;
    area: string;
  }>`update identity.account set disabled = false
    where tenant = ${tenant} and login = ${account.login} returning id, area`.execute(tx);
  if (!rows[0]) throw new Error(`the login ${account.login} belongs to another tenant`);
  const { id, area } = rows[0];
  if (made.rows.length > 0) {
    await record(tx, { ...about('identity.account-created', id), area }, clock);
  }
  for (const grant of account.roles) {
    const granted = await sql`insert into identity.assignment (tenant, account, role, area)
      values (${tenant}, ${id}, ${grant.role}, ${grant.area}) on conflict do nothing returning role`.execute(
      tx,
    );
    if (granted.rows.length === 0) continue;
    await record(
      tx,
      { ...about('identity.granted', id), area: grant.area, detail: { ...grant } },
      clock,
    );
  }
  return id;
}
