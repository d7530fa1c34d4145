import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { sql } from 'kysely';
import type { RowChange } from './since.ts';

interface OfDesk {
  response: string;
  area: string;
}

/** The last day before this one that had a plan in force. */
export async function findDayBefore(
  tx: Tx,
  of: OfDesk & { day: string },
): Promise<string | undefined> {
  const { rows } = await sql<{ day: string | null }>`
    select max(day) as day from water.point_day
    where response = ${of.response} and desk = ${of.area} and day < ${of.day}`.execute(tx);
  return rows[0]?.day ?? undefined;
}

/** What came onto a desk's registers or went off them, was turned off or on, had its way closed, in order. */
export async function listRowChanges(
  tx: Tx,
  of: { area: string; after: string; before: string },
): Promise<RowChange[]> {
  const { rows } = await sql<RowChange>`
    with held as (
      select 'source' as of, id, name from water.source where area = ${of.area}
      union all select 'tanker', id, name from water.tanker where area = ${of.area}
      union all select 'point', id, name from water.point where desk = ${of.area}
      union all select 'shift', s.id, t.name || ' · ' || d.name from water.shift s
        join water.tanker t on t.tenant = s.tenant and t.id = s.tanker
        join water.driver d on d.tenant = s.tenant and d.id = s.driver
        where s.area = ${of.area}
    )
    select h.of, h.id, h.name, c.deed, c.at, c.fields, coalesce(a.name, '') as by
    from held h
    join tables.change c on c.tenant = office.tenant() and c.subject = (h.of || ':' || h.id) collate "C"
    left join identity.account a on a.tenant = c.tenant and a.id = c.account
    where c.at > ${of.after} and c.at < ${of.before}
      and (c.deed <> 'changed' or c.fields @> '[{"field": "state"}]' or c.fields @> '[{"field": "wayClosed"}]')
    order by c.at, h.of, h.name, h.id, c.number`.execute(tx);
  return rows;
}
