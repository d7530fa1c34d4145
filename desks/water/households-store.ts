import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import type { HouseholdCheck } from '@liangbuwu/office/register/households/checks.ts';
import { sql } from 'kysely';
import type { DifferingPoint } from './households.contract.ts';

/** What the water desk looks for in the register of households. */
export const householdChecks: readonly HouseholdCheck[] = [
  {
    id: 'point-removed',
    found: say('供水点已移除', 'Point taken off the register'),
    means: say(
      '这些户登记的地方没有在册的供水点，编制计划时没有他们的水。',
      'No point on the register stands where they are registered: plans have no water for them.',
    ),
    todo: say(
      '改选现在取水的供水点，或恢复被移除的供水点。',
      'Choose the point where they fetch water now, or bring the removed one back.',
    ),
    // A place that the request does not reach may have a point that it does not see.
    where: () => sql`r.place in (select p.id from register.place p
      where p.area in (select office.areas())
        and p.id not in (select q.place from water.point q where not q.removed))`,
  },
];

/** By so much, and by so many people, do a point's figure and its households differ before anybody is asked about it. */
const share = 0.2;
const people = 10;

/** Places whose villagers are planned for in other numbers than their households have, the most different first. */
export async function listDifferingPoints(
  tx: Tx,
  of: { response: string; offset: number; limit: number },
): Promise<{ points: DifferingPoint[]; total: number }> {
  const { rows } = await sql<DifferingPoint & { total: number }>`
    with planned as (
      select p.place, min(p.area::text)::uuid as area, string_agg(p.name, '、' order by p.name) as name,
        sum(p.people)::int as planned
      from water.point p where not p.removed and p.kind = 'village'
        and p.desk in (select d.area from water.desk d where d.response = ${of.response})
      group by p.place
    ), lived as (
      select h.place, sum(h.people)::int as registered, count(*)::int as households
      from register.household h where h.response = ${of.response} and not h.removed group by h.place
    ), differing as (
      select p.place, p.area, p.name, p.planned, coalesce(l.registered, 0) as registered,
        coalesce(l.households, 0) as households
      from planned p left join lived l on l.place = p.place
      where abs(p.planned - coalesce(l.registered, 0)) > greatest(${people}::int, ${share}::float8 * p.planned)
    )
    select d.*, a.name as village, count(*) over ()::int as total
    from differing d join register.area a on a.tenant = office.tenant() and a.id = d.area
    order by abs(d.planned - d.registered) desc, d.place
    limit ${of.limit} offset ${of.offset}`.execute(tx);
  return {
    points: rows.map(({ total: _, ...point }) => point),
    total: rows[0]?.total ?? 0,
  };
}
