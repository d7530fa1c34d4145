import { sql } from 'kysely';
import { type Database, openDatabase } from './connection.ts';
import { appRoleName } from './protect.ts';
import { DatabaseRefused } from './refused.ts';

/** Makes sure that the application's role exists before any table is granted to it. */
export async function createAppRole(owner: Database): Promise<string> {
  const found = await sql<{ name: string; there: boolean }>`
    select d.name || '_app' as name, exists (select from pg_roles where rolname = d.name || '_app') as there
    from (select current_database() as name) d`.execute(owner);
  const row = found.rows[0];
  if (!row) throw new Error('current_database() gave no row');
  if (!row.there) {
    // Two tests may get here at once: roles belong to the server, not to the database.
    await sql`create role ${sql.id(row.name)} nologin`.execute(owner).catch((error: unknown) => {
      if ((error as { code?: string }).code !== '42710') throw error;
    });
  }
  return row.name;
}

/** Gives the application's role a password of this installation and returns the URL that it logs in with. */
export async function appUrlFor(ownerUrl: string, owner: Database, password: string): Promise<string> {
  const url = new URL(ownerUrl);
  const role = appRoleName(decodeURIComponent(url.pathname.slice(1)));
  await sql`alter role ${sql.id(role)} login password ${sql.lit(password)}`.execute(owner);
  url.username = encodeURIComponent(role);
  url.password = encodeURIComponent(password);
  return url.href;
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
