import { sql } from 'kysely';
import type { Tx } from '../../database/connection.ts';
import type { Counts, Household } from './contract.ts';
import type { Similar } from './doubts.ts';
import { labelKey } from './label-key.ts';

const counts = sql`count(*) as households, coalesce(sum(h.people), 0) as people,
  count(*) filter (where h.alone_elderly) as "aloneElderly",
  count(*) filter (where h.cannot_come) as "cannotCome"`;

export async function countByPlace(
  tx: Tx,
  of: { response: string; area?: string | undefined },
): Promise<(Counts & { place: string; name: string })[]> {
  const area = of.area ? sql`h.area in (select register.below(${of.area}))` : sql`true`;
  const { rows } = await sql<Counts & { place: string; name: string }>`
    select p.id as place, p.name, ${counts}
    from register.household h join register.place p on p.tenant = h.tenant and p.id = h.place
    where h.response = ${of.response} and not h.removed and ${area}
    group by p.id, p.name order by p.name, p.id`.execute(tx);
  return rows;
}

export async function listTotals(
  tx: Tx,
  response: string,
): Promise<(Counts & { area: string; name: string })[]> {
  const { rows } = await sql<Counts & { area: string; name: string }>`
    select t.area, a.name, t.households, t.people, t.alone_elderly as "aloneElderly",
      t.cannot_come as "cannotCome"
    from register.household_total t join register.area a on a.tenant = t.tenant and a.id = t.area
    where t.response = ${response} order by a.code nulls last, a.name`.execute(tx);
  return rows;
}

export async function areaNames(tx: Tx, areas: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from register.area where id = any(${areas}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** What households that are to be written have in common with others, or have not, by their id. */
export async function findSimilar(
  tx: Tx,
  households: readonly Household[],
): Promise<Map<string, Similar>> {
  const villages = await areaNames(tx, [...new Set(households.map(({ area }) => area))]);
  const asked = households.map(({ id, response, area, place, label }) => ({
    id,
    response,
    area,
    place,
    key: labelKey(label, villages.get(area)),
  }));
  const { rows } = await sql<{ id: string; double: string | null; elsewhere: boolean }>`
    with x as materialized (select * from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
      as x (id uuid, response uuid, area uuid, place uuid, key text collate "C"))
    select x.id, d.double,
      exists (select from register.place p where p.tenant = office.tenant() and p.id = x.place
        and p.area <> x.area and x.area not in (select register.below(p.area))) as elsewhere
    from x left join (select x.id, (array_agg(o.label order by o.id))[1] as double
      from x join register.household o on o.tenant = office.tenant() and o.response = x.response
        and o.area = x.area and o.label_key = x.key and o.id <> x.id
      where not o.removed group by x.id) d on d.id = x.id`.execute(tx);
  return new Map(
    rows.map(({ id, double, elsewhere }) => [id, { double: double ?? undefined, elsewhere }]),
  );
}
