import { sql } from 'kysely';
import type { Clock } from '../../clock/clock.ts';
import type { Database } from '../../database/connection.ts';

/**
 * What a closing deleted stays in the tables' files until something else is written over it, and samples of it in the
 * planner's statistics. This writes these files anew without it, once for all closings that still wait for it; as the
 * migration role, outside of any transaction. Whoever uses one of the tables meanwhile waits for a moment.
 */
export async function rewriteTables(
  owner: Database,
  tables: readonly string[],
  clock: Clock,
): Promise<void> {
  const { rows: waiting } = await sql<{ tenant: string; id: string }>`
    select r.tenant, r.id from responses.response r where r.ended is not null and not exists (
      select from responses.rewritten w where w.tenant = r.tenant and w.response = r.id)`.execute(
    owner,
  );
  if (waiting.length === 0) return;
  await owner.connection().execute(async (db) => {
    // Rather tried again at the next start than everybody held up behind it.
    await sql`set lock_timeout = '5s'`.execute(db);
    try {
      for (const table of tables) {
        await sql`vacuum (full) ${sql.table(table)}`.execute(db);
        await forgetSamples(db, table);
      }
    } finally {
      await sql`reset lock_timeout`.execute(db);
    }
  });
  await sql`insert into responses.rewritten (tenant, response, at)
    select x.tenant, x.id, ${clock.now().toString()}
    from jsonb_to_recordset(${JSON.stringify(waiting)}::jsonb) as x (tenant uuid, id uuid)
    on conflict do nothing`.execute(owner);
}

/**
 * An empty table keeps its samples through ANALYZE; giving a column the type that it has is what drops them. What is
 * sealed needs none of this.
 */
async function forgetSamples(db: Database, table: string): Promise<void> {
  const { rows } = await sql<{ columns: string | null }>`
    select string_agg(format('alter column %I type %s%s', a.attname, format_type(a.atttypid, a.atttypmod),
      case when c.oid is not null then format(' collate %I.%I', n.nspname, c.collname) else '' end), ', ') as columns
    from pg_attribute a
    left join pg_collation c on c.oid = a.attcollation
    left join pg_namespace n on n.oid = c.collnamespace
    where a.attrelid = ${table}::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      and a.atttypid in ('text'::regtype, 'text[]'::regtype, 'jsonb'::regtype)`.execute(db);
  if (rows[0]?.columns)
    await sql`alter table ${sql.table(table)} ${sql.raw(rows[0].columns)}`.execute(db);
}
