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

/** What a household that is to be written has in common with others, or has not. */
export async function findSimilar(tx: Tx, household: Household): Promise<Similar> {
  const village = (await areaNames(tx, [household.area])).get(household.area);
  const { rows } = await sql<{ double: string | null; elsewhere: boolean }>`
    select (select o.label from register.household o
        where o.response = ${household.response} and o.area = ${household.area} and not o.removed
          and o.label_key = ${labelKey(household.label, village)} and o.id <> ${household.id}
        order by o.id limit 1) as double,
      exists (select from register.place p where p.id = ${household.place} and p.area <> ${household.area}
        and ${household.area} not in (select register.below(p.area))) as elsewhere`.execute(tx);
  return { double: rows[0]?.double ?? undefined, elsewhere: rows[0]?.elsewhere ?? false };
}

/** Which of these areas lie in one of those, or below it. */
export async function areasWithin(
  tx: Tx,
  areas: readonly string[],
  roots: readonly string[],
): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select a.id from unnest(${areas}::uuid[]) a (id)
    where a.id in (select register.below(r.id) from unnest(${roots}::uuid[]) r (id))`.execute(tx);
  return new Set(rows.map((row) => row.id));
}
