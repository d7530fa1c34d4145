import { sql } from 'kysely';
import type { Database } from './connection.ts';

/** Schemas that hold ids only and no tenant's data: the migrator's own and the job queue's own. */
const named = ['migration', 'pgboss'];

/**
 * Walks the database's catalogue and names all that would let one tenant or area see another's rows: tables without
 * forced row-level security or a policy, tables whose key does not begin with the tenant, partitions that somebody may
 * read around their parent, views that read as their owner, definer functions without a fixed search path or open to everybody.
 */
export async function openDoors(owner: Database): Promise<string[]> {
  const { rows } = await sql<{ fault: string }>`
    with ours as (
      select c.oid, n.nspname || '.' || c.relname as name, c.relkind, c.relrowsecurity, c.relforcerowsecurity, c.reloptions,
        c.relispartition, c.relowner, c.relacl
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname <> all(${named}::text[]) and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
    )
    select name || ': row-level security is not forced' as fault from ours
      where relkind in ('r', 'p') and not (relrowsecurity and relforcerowsecurity)
    union all
    select name || ': no policy holds the application' from ours o
      where relkind in ('r', 'p') and not exists (select from pg_policy p where p.polrelid = o.oid and p.polroles = '{0}')
    union all
    select name || ': its key does not begin with the tenant' from ours o
      where relkind in ('r', 'p') and not exists (
        select from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
        where i.indrelid = o.oid and i.indisprimary and a.attname = 'tenant')
    union all
    select name || ': a partition with grants of its own' from ours
      where relispartition and exists (select from aclexplode(relacl) a where a.grantee <> relowner)
    union all
    select name || ': reads with its owner''s rights' from ours
      where relkind = 'v' and not coalesce(reloptions @> '{security_invoker=true}', false)
    union all
    select name || ': a materialized view holds rows outside of any policy' from ours where relkind = 'm'
    union all
    select p.oid::regprocedure || ': a definer function without a fixed search path' from pg_proc p
      join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and n.nspname <> all(${named}::text[]) and not exists (
        select from unnest(p.proconfig) setting where setting like 'search_path=%')
    union all
    select p.oid::regprocedure || ': a definer function that everybody may call' from pg_proc p
      join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and n.nspname <> all(${named}::text[])
        and (p.proacl is null or exists (select from aclexplode(p.proacl) a where a.grantee = 0))
    order by 1`.execute(owner);
  return rows.map(({ fault }) => fault);
}
