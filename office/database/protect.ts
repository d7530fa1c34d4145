import { type Kysely, sql } from 'kysely';

/**
 * Puts a tenant's table under row-level security, forced on its owner too, and lets the application in.
 *
 * - `by: 'area'`: rows of the request's tenant in the areas of its scope (column `area`, or `areaColumn`).
 * - `by: 'tenant'`: all rows of the request's tenant; for what is public inside one (its tree of areas).
 *
 * The migration role keeps a policy of its own: definer functions, backups and the seed need it. The application
 * role is never that role (connectAsApp refuses otherwise).
 */
export async function protect(
  db: Kysely<unknown>,
  table: `${string}.${string}`,
  options: { by: 'area' | 'tenant'; areaColumn?: string; app?: 'all' | 'read' | 'none' },
): Promise<void> {
  const name = sql.table(table);
  const tenant = sql`tenant = (select office.tenant())`;
  const rule =
    options.by === 'area'
      ? sql`${tenant} and ${sql.ref(options.areaColumn ?? 'area')} in (select office.areas())`
      : tenant;
  await sql`alter table ${name} enable row level security`.execute(db);
  await sql`alter table ${name} force row level security`.execute(db);
  await sql`create policy scope on ${name} using (${rule}) with check (${rule})`.execute(db);
  await sql`create policy owner on ${name} to current_user using (true) with check (true)`.execute(
    db,
  );
  if (options.app === 'none') return;
  const privileges = options.app === 'read' ? sql`select` : sql`select, insert, update, delete`;
  await sql`grant ${privileges} on ${name} to ${await appRole(db)}`.execute(db);
}

export async function grantSchema(db: Kysely<unknown>, schema: string): Promise<void> {
  await sql`grant usage on schema ${sql.ref(schema)} to ${await appRole(db)}`.execute(db);
}

/** Lets the application call a definer function; nobody else may. */
export async function grantFunction(db: Kysely<unknown>, signature: string): Promise<void> {
  await sql`revoke all on function ${sql.raw(signature)} from public`.execute(db);
  await sql`grant execute on function ${sql.raw(signature)} to ${await appRole(db)}`.execute(db);
}

/** The role that the application acts as. A copied or renamed database keeps it: the name is in the database. */
export async function appRoleName(db: Kysely<unknown>): Promise<string> {
  const { rows } = await sql<{ name: string }>`select office.app_role() as name`.execute(db);
  if (!rows[0]) throw new Error('office.app_role() gave no row');
  return rows[0].name;
}

export async function appRole(db: Kysely<unknown>) {
  return sql.id(await appRoleName(db));
}
