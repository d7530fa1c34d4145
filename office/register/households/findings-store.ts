import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../database/connection.ts';
import type { KeptTable } from '../../tables/kept-table.ts';
import { selected } from '../../tables/selected.ts';
import type { HouseholdCheck } from './checks.ts';
import type { Household } from './contract.ts';

interface Within {
  response: string;
  area?: string | undefined;
}

const within = ({ response, area }: Within): RawBuilder<unknown> =>
  sql`r.response = ${response} and not r.removed
    and ${area ? sql`r.area in (select register.below(${area}))` : sql`true`}`;

/** How many households each check finds, in one pass. */
export async function countFound(
  tx: Tx,
  of: Within,
  checks: readonly HouseholdCheck[],
): Promise<Map<string, number>> {
  const counts = sql.join(
    checks.map(
      ({ id, where }) => sql`count(*) filter (where ${where(of.response)}) as ${sql.id(id)}`,
    ),
  );
  const { rows } = await sql<Record<string, number>>`
    select ${counts} from register.household r where ${within(of)}`.execute(tx);
  return new Map(Object.entries(rows[0] ?? {}));
}

const alike = {
  label: { by: sql`r.area, r.label_key`, twice: sql`count(*) > 1` },
  sound: { by: sql`r.place, r.label_sound`, twice: sql`min(r.label_key) < max(r.label_key)` },
};

/** Households that are doubles of each other, some groups of them, and how many groups there are. */
export async function listDoubles(
  tx: Tx,
  kept: KeptTable<Household>,
  of: Within & { by: keyof typeof alike; offset: number; limit: number },
): Promise<{ groups: Household[][]; total: number }> {
  const { by, twice } = alike[of.by];
  const groups = sql`select array_agg(r.id order by r.id) as ids, max(r.label_key) as key
    from register.household r where ${within(of)} group by ${by} having ${twice}`;
  const { rows } = await sql<Household & { group: string }>`
    with g as (select ids from (${groups}) all_groups order by key, ids[1] limit ${of.limit} offset ${of.offset})
    select ${selected(kept as unknown as KeptTable<never>)}, g.ids[1] as group
    from g cross join lateral unnest(g.ids) m (id) join register.household r on r.id = m.id
    where r.response = ${of.response}
    order by r.label_key, g.ids[1], r.has_contact desc, r.id`.execute(tx);
  const count = await sql<{ total: number }>`
    select count(*)::int as total from (${groups}) all_groups`.execute(tx);
  const grouped = Map.groupBy(rows, ({ group }) => group);
  return {
    groups: [...grouped.values()].map((members) =>
      members.map(({ group: _, ...household }) => household),
    ),
    total: count.rows[0]?.total ?? 0,
  };
}
