import { type Kysely, type RawBuilder, sql } from 'kysely';
import { appRole } from '../../database/protect.ts';

/** Narrows what the application may do in a table, beyond its scope. */
export async function restrict(
  db: Kysely<unknown>,
  table: `${string}.${string}`,
  deeds: readonly ('select' | 'insert' | 'update' | 'delete')[],
  rule: RawBuilder<unknown>,
): Promise<void> {
  const role = await appRole(db);
  for (const deed of deeds) {
    const check = deed === 'insert' ? sql`with check (${rule})` : sql`using (${rule})`;
    await sql`create policy ${sql.id(`only_${deed}`)} on ${sql.table(table)} as restrictive
      for ${sql.raw(deed)} to ${role} ${check}`.execute(db);
  }
}

/** Lets the application add rows to a table that it otherwise only reads: what is written there stays. */
export async function allowAppending(
  db: Kysely<unknown>,
  table: `${string}.${string}`,
): Promise<void> {
  await sql`grant insert on ${sql.table(table)} to ${await appRole(db)}`.execute(db);
}
