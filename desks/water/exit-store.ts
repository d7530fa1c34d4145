import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { sql } from 'kysely';
import { type CostFigure, costNames, type FigureName, notRegistered } from './cost-figures.ts';
import { planDesk } from './desk-names.ts';
import type { DayOfWork } from './exit.ts';

/** These figures of a desk as they stand, in their order. */
export async function listCosts(
  tx: Tx,
  area: string,
  names: readonly FigureName[] = costNames,
): Promise<CostFigure[]> {
  const { rows } = await sql<CostFigure>`
    select distinct on (c.figure) c.figure, c.value::float8 as value, c.source, c.invented, c.counted_on as "on",
      c.version, c.at,
      coalesce(a.name, '') as by
    from water.cost_figure c left join identity.account a on a.tenant = c.tenant and a.id = c.account
    where c.area = ${area} order by c.figure, c.version desc`.execute(tx);
  const held = new Map(rows.map((row) => [row.figure, row]));
  return names.map((figure) => held.get(figure) ?? notRegistered(figure));
}

/** Two who enter the same figure at once come one after the other. */
export async function holdCost(tx: Tx, of: { area: string; figure: FigureName }): Promise<void> {
  const key = `water-cost:${of.area}:${of.figure}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
}

export async function insertCost(
  tx: Tx,
  of: { tenant: string; area: string; account: string },
  { figure, version, value, source, invented, on, at }: CostFigure,
): Promise<void> {
  await sql`insert into water.cost_figure (tenant, area, figure, version, value, source, invented, counted_on, at, account)
    values (${of.tenant}, ${of.area}, ${figure}, ${version}, ${value}, ${source}, ${invented}, ${on}, ${at},
      ${of.account})`.execute(tx);
}

/** What the plans in force up to a day drive, work, take and deliver. A tanker that stays at home does not count. */
export async function listWork(
  tx: Tx,
  of: { response: string; area: string; day: string },
): Promise<DayOfWork[]> {
  const { rows } = await sql<DayOfWork>`
    select p.day, (p.score ->> 'metres')::float8 as metres, w.seconds, w.filled, w.delivered
    from plans.plan p cross join lateral (
      select coalesce(sum((r.route #>> '{stops,-1,at}')::int - (r.route #>> '{stops,0,at}')::int), 0)::float8
          as seconds,
        coalesce(sum(s.filled), 0)::float8 as filled, coalesce(sum(s.delivered), 0)::float8 as delivered
      from jsonb_array_elements(p.result -> 'routes') r (route)
      cross join lateral (
        select sum((x.stop ->> 'litres')::int) filter (where x.stop ->> 'kind' = 'fill') as filled,
          sum((x.stop ->> 'litres')::int) filter (where x.stop ->> 'kind' = 'deliver') as delivered
        from jsonb_array_elements(r.route -> 'stops') x (stop)
      ) s
      where s.filled is not null or s.delivered is not null
    ) w
    where p.response = ${of.response} and p.area = ${of.area} and p.desk = ${planDesk} and p.day <= ${of.day}
      and p.state = 'published'
    order by p.day`.execute(tx);
  return rows;
}
