import { setTimeout as pause } from 'node:timers/promises';
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
  if (!(await nobodySeesWhatWent(owner))) return;
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
 * Whoever began before the rows went may still see them, and so would the files written anew: writers anywhere in the
 * cluster, since what is read later begins with the oldest of them, and readers here. Waits for them to end; false: they
 * did not, so it is for the next start.
 */
async function nobodySeesWhatWent(owner: Database): Promise<boolean> {
  const { rows } = await sql<{ now: string }>`select pg_current_xact_id()::text as now`.execute(
    owner,
  );
  const now = rows[0]?.now;
  for (let tries = 0; tries < 100; tries++) {
    const { rows: seen } =
      await sql`select where pg_snapshot_xmin(pg_current_snapshot()) < ${now}::xid8
      or exists (select from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and backend_xmin is not null
          and age(backend_xmin) > age(${now}::xid8::xid))`.execute(owner);
    if (seen.length === 0) return true;
    await pause(50);
  }
  return false;
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
