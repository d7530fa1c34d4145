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

const alike = {
  label: {
    by: sql`r.area, r.label_key`,
    twice: sql`count(*) > 1`,
    same: sql`r.area = g.area and r.label_key = g.label_key`,
  },
  sound: {
    by: sql`r.place, r.label_sound`,
    twice: sql`min(r.label_key) < max(r.label_key)`,
    same: sql`r.place = g.place and r.label_sound = g.label_sound`,
  },
};

const groupsOf = (of: Within, { by, twice }: (typeof alike)['label']) =>
  sql`select ${by}, min(r.label_key) as first, count(*)::int as members from register.household r
    where ${within(of)} group by ${by} having ${twice}`;

/** How many households each check finds. */
export async function countFound(
  tx: Tx,
  of: Within,
  checks: readonly HouseholdCheck[],
): Promise<Map<string, number>> {
  const counts = sql.join(
    checks.map(({ id, where, count, doubles }) => {
      const found = doubles
        ? sql`(select coalesce(sum(g.members), 0)::int from (${groupsOf(of, alike[doubles])}) g)`
        : (count?.(within(of)) ?? sql`(count(*) filter (where ${where(of.response)}))::int`);
      return sql`${found} as ${sql.id(id)}`;
    }),
  );
  const { rows } = await sql<Record<string, number>>`
    select ${counts} from register.household r where ${within(of)}`.execute(tx);
  return new Map(Object.entries(rows[0] ?? {}));
}

/** Households that are doubles of each other, some groups of them, and how many groups there are. */
export async function listDoubles(
  tx: Tx,
  kept: KeptTable<Household>,
  of: Within & { by: keyof typeof alike; offset: number; limit: number },
): Promise<{ groups: Household[][]; total: number }> {
  const { same } = alike[of.by];
  const { rows } = await sql<Household & { group: number; total: number }>`
    with g as materialized (
      select found.*, (row_number() over (order by found.first, found))::int as number,
        (count(*) over ())::int as total
      from (${groupsOf(of, alike[of.by])}) found order by number limit ${of.limit} offset ${of.offset})
    select ${selected(kept as unknown as KeptTable<never>)}, g.number as group, g.total
    from g join register.household r on r.tenant = office.tenant() and ${same}
    where ${within(of)} order by g.number, r.has_contact desc, r.label, r.id`.execute(tx);
  const grouped = Map.groupBy(rows, ({ group }) => group);
  return {
    groups: [...grouped.values()].map((members) =>
      members.map(({ group: _, total: __, ...household }) => household),
    ),
    total: rows[0]?.total ?? 0,
  };
}
