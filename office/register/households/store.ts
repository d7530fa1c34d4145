import { sql } from 'kysely';
import type { Tx } from '../../database/connection.ts';
import { refuse } from '../../http/refusal.ts';
import { changedMeanwhile, notFound } from '../../http/shared-refusals.ts';
import type { Cursor } from '../cursor.ts';
import { unlessHidden, words } from '../scope.ts';
import type { Counts, Household, HouseholdFields } from './contract.ts';

const columns = sql`h.id, h.response, h.area, h.place, h.label, h.people,
  h.alone_elderly as "aloneElderly", h.cannot_come as "cannotCome", h.sealed is not null as "hasContact",
  h.version`;

const only = {
  'alone-elderly': sql`h.alone_elderly`,
  'cannot-come': sql`h.cannot_come`,
  'without-contact': sql`h.sealed is null`,
};

export async function listHouseholds(
  tx: Tx,
  of: {
    response: string;
    area?: string | undefined;
    place?: string | undefined;
    only?: keyof typeof only | undefined;
    after?: Cursor | undefined;
    limit: number;
  },
): Promise<Household[]> {
  const area = of.area ? sql`h.area in (select register.below(${of.area}))` : sql`true`;
  const place = of.place ? sql`h.place = ${of.place}` : sql`true`;
  const from = of.after
    ? sql`(h.label, h.id) > (${of.after.name}, ${of.after.id}::uuid)`
    : sql`true`;
  const { rows } = await sql<Household>`
    select ${columns} from register.household h
    where h.response = ${of.response} and ${area} and ${place} and ${of.only ? only[of.only] : sql`true`}
      and ${from}
    order by h.label, h.id limit ${of.limit + 1}`.execute(tx);
  return rows;
}

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
    where h.response = ${of.response} and ${area}
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

export async function getHousehold(tx: Tx, id: string): Promise<Household> {
  const { rows } = await sql<Household>`
    select ${columns} from register.household h where h.id = ${id}`.execute(tx);
  const household = rows[0];
  if (!household) throw refuse(notFound, { what: words.household });
  return household;
}

/** The household, held until the transaction ends; refused where it is no longer the version that was to be changed. */
export async function lockHousehold(
  tx: Tx,
  id: string,
  expected: number | undefined,
): Promise<Household | undefined> {
  const { rows } = await sql<Household>`
    select ${columns} from register.household h where h.id = ${id} for update`.execute(tx);
  if (expected !== undefined && rows[0]?.version !== expected) {
    throw refuse(changedMeanwhile, undefined);
  }
  return rows[0];
}

/** Registers a household or changes it. False where it is as given already. */
export async function putHousehold(
  tx: Tx,
  tenant: string,
  household: HouseholdFields & { id: string },
): Promise<boolean> {
  const write = sql`
    insert into register.household as h (tenant, id, response, area, place, label, people, alone_elderly, cannot_come)
    values (${tenant}, ${household.id}, ${household.response}, ${household.area}, ${household.place},
      ${household.label}, ${household.people}, ${household.aloneElderly}, ${household.cannotCome})
    on conflict (tenant, id) do update set area = excluded.area, place = excluded.place, label = excluded.label,
      people = excluded.people, alone_elderly = excluded.alone_elderly, cannot_come = excluded.cannot_come,
      version = h.version + 1
    where (h.area, h.place, h.label, h.people, h.alone_elderly, h.cannot_come) is distinct from
      (excluded.area, excluded.place, excluded.label, excluded.people, excluded.alone_elderly,
        excluded.cannot_come)
    returning h.id`;
  const { rows } = await unlessHidden(write.execute(tx), 'household');
  return rows.length > 0;
}

export async function deleteHousehold(tx: Tx, id: string): Promise<void> {
  await sql`delete from register.household where id = ${id}`.execute(tx);
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
