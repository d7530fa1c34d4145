import { sql } from 'kysely';
import { type Database, openDatabase } from './connection.ts';
import { appRoleName } from './protect.ts';
import { DatabaseRefused } from './refused.ts';

/** Makes sure that the application's role exists before any table is granted to it; named after the database at first. */
export async function createAppRole(owner: Database): Promise<string> {
  await sql`create schema if not exists office`.execute(owner);
  const named = await sql`select where to_regprocedure('office.app_role()') is not null`.execute(
    owner,
  );
  if (named.rows.length === 0) {
    const { rows } = await sql<{
      name: string;
    }>`select current_database() || '_app' as name`.execute(owner);
    const name = sql.lit(rows[0]?.name ?? '');
    await sql`create function office.app_role() returns text language sql immutable return ${name}`.execute(
      owner,
    );
  }
  const name = await appRoleName(owner);
  const there = await sql`select from pg_roles where rolname = ${name}`.execute(owner);
  if (there.rows.length === 0) await sql`create role ${sql.id(name)} nologin`.execute(owner);
  return name;
}

/** Lets the application's role log in with a password of this installation. */
export async function giveAppPassword(owner: Database, password: string): Promise<void> {
  const role = await appRoleName(owner);
  await sql`alter role ${sql.id(role)} login password ${sql.lit(password)}`.execute(owner);
}

/** The same server and database, as another role. */
export function urlAs(url: string, role: string, password: string): string {
  const changed = new URL(url);
  changed.username = encodeURIComponent(role);
  changed.password = encodeURIComponent(password);
  return changed.href;
}

/** Lets a role that the administrator brought (DATABASE_APP_URL) do what the application may. */
export async function adoptAppRole(owner: Database, appUrl: string): Promise<void> {
  const role = await createAppRole(owner);
  const login = decodeURIComponent(new URL(appUrl).username);
  if (login !== role) await sql`grant ${sql.id(role)} to ${sql.id(login)}`.execute(owner);
}

/** Opens the application's connections, and refuses a role that row-level security would not hold. */
export async function connectAsApp(
  appUrl: string,
  options: { connections?: number } = {},
): Promise<Database> {
  const app = openDatabase(appUrl, options);
  const found = await sql<{ role: string; unbound: boolean }>`
    select current_user::text as role, rolsuper or rolbypassrls or exists (
      select from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'register' and pg_has_role(current_user, c.relowner, 'usage')) as unbound
    from pg_roles where rolname = current_user`.execute(app);
  const row = found.rows[0];
  if (!row || row.unbound) {
    await app.destroy();
    throw new DatabaseRefused('app-role-unbound', {
      cause: {
        'zh-CN': `应用角色 ${row?.role ?? '?'} 是超级用户、可绕过行级安全，或拥有数据表。`,
        en: `the application role ${row?.role ?? '?'} is a superuser, bypasses row-level security, or owns the tables.`,
      },
      remedy: {
        'zh-CN': '请在 DATABASE_APP_URL 中使用一个普通登录角色。',
        en: 'Use an ordinary login role in DATABASE_APP_URL.',
      },
    });
  }
  return app;
}
