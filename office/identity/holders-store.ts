import { sql } from 'kysely';
import type { Tx } from '../database/connection.ts';

export interface Holder {
  /** In which the permission reaches. */
  area: string;
  id: string;
  name: string;
  /** Where the account is at home. */
  areaName: string;
}

/** Who holds a permission in each of these areas by roles of their own, the nearest first; what a deputy borrows ends with the leave. */
export async function listHolders(
  tx: Tx,
  of: { permission: string; areas: readonly string[] },
): Promise<Holder[]> {
  const { rows } = await sql<Holder>`
    with recursive up as (
      select a.id as reached, a.id, a.parent, 0 as steps from register.area a
        where a.id = any(${of.areas}::uuid[])
      union all
      select u.reached, a.id, a.parent, u.steps + 1 from up u join register.area a on a.id = u.parent
    )
    select u.reached as area, c.id, c.name, h.name as "areaName" from up u
      join identity.assignment g on g.area = u.id
      join identity.role r on r.tenant = g.tenant and r.id = g.role and ${of.permission} = any(r.permissions)
      join identity.account c on c.tenant = g.tenant and c.id = g.account and not c.disabled
      join register.area h on h.tenant = c.tenant and h.id = c.area
    group by u.reached, c.id, c.name, h.name order by u.reached, min(u.steps), c.name, c.id`.execute(
    tx,
  );
  return rows;
}
