import { sql } from 'kysely';
import type { Tx } from '../../database/connection.ts';

/** The area above all others of the request's tenant. */
export async function getRoot(tx: Tx): Promise<{ id: string; name: string; code: string | null }> {
  const { rows } = await sql<{ id: string; name: string; code: string | null }>`
    select id, name, code from register.area where tenant = office.tenant() and parent is null
    order by code nulls last, id limit 1`.execute(tx);
  if (!rows[0]) throw new Error('a tenant has a root');
  return rows[0];
}
