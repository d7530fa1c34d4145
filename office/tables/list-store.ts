import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../database/connection.ts';
import { refuse } from '../http/refusal.ts';
import { malformed } from '../http/shared-refusals.ts';
import { searchPatterns } from '../register/search-key.ts';
import type { Column } from './column.ts';
import type { KeptRow } from './contract.ts';
import type { KeptTable } from './kept-table.ts';
import { columnOf, selected } from './selected.ts';

export interface ListOf {
  /** Of a table whose rows belong to a response. */
  response?: string | undefined;
  today: string;
  /** By its name in `KeptTable.only`. */
  only?: string | undefined;
  /** Only what points to this place. */
  place?: string | undefined;
  q?: string | undefined;
  area?: string | undefined;
  sort?: string | undefined;
  removed: boolean;
  offset: number;
  limit: number;
}

/** One section of a table, and how many rows there are in all. */
export async function listRows<Row extends KeptRow>(
  tx: Tx,
  kept: KeptTable<Row>,
  of: ListOf,
): Promise<{ rows: Row[]; total: number }> {
  const where = sql.join(narrowed(kept as KeptTable<never>, of), sql` and `);
  const table = sql`${sql.table(kept.stored)} r`;
  const { beside, by } = order(kept as KeptTable<never>, of.sort);
  // What is searched is looked through once. A long list is not: its first rows stand in an index.
  const once = of.q !== undefined || of.only !== undefined;
  const all = once ? sql`(count(*) over ())::int` : sql`null::int`;
  // Sorted by id alone: whole rows of a long table would not fit into memory.
  const { rows } = await sql<Row & { total: number | null }>`
    with page as materialized (select r.id, ${all} as total from ${table} ${beside} where ${where}
      order by ${by} limit ${of.limit} offset ${of.offset})
    select ${selected(kept as KeptTable<never>)}, page.total from page
      join ${table} on r.tenant = office.tenant() and r.id = page.id ${beside}
    order by ${by}`.execute(tx);
  const total = rows[0]?.total ?? (await countRows(tx, table, where));
  return { rows: rows.map(({ total: _, ...row }) => row as unknown as Row), total };
}

async function countRows(
  tx: Tx,
  table: RawBuilder<unknown>,
  where: RawBuilder<unknown>,
): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*)::int as total from ${table} where ${where}`.execute(tx);
  return rows[0]?.total ?? 0;
}

function narrowed(kept: KeptTable<never>, of: ListOf): RawBuilder<unknown>[] {
  const where = [sql`r.removed = ${of.removed}`];
  if (kept.table.ofResponse) where.push(sql`r.response = ${of.response ?? null}`);
  if (of.area) where.push(sql`r.area in (select register.below(${of.area}))`);
  if (of.place) {
    const at = kept.table.columns.filter(({ kind }) => kind === 'place');
    const here = at.map((column) => sql`${stored(kept, column)} = ${of.place}`);
    where.push(sql`(${sql.join([...here, sql`false`], sql` or `)})`);
  }
  if (of.only) {
    const { only = {} } = kept;
    const condition = Object.hasOwn(only, of.only) ? only[of.only] : undefined;
    if (!condition) throw refuse(malformed, undefined);
    where.push(condition(of.response ?? '', of.today));
  }
  if (of.q) {
    const { within, sound } = searchPatterns(of.q);
    where.push(sql`(${sql.join(searched(kept, within, sound), sql` or `)})`);
  }
  return where;
}

const stored = (kept: KeptTable<never>, { field }: Column) =>
  sql`r.${sql.id(columnOf(kept, field) ?? 'id')}`;

/** Where a row may be found by: its own name and sound, or those of the rows that it points to. */
function searched(kept: KeptTable<never>, within: string, sound: string): RawBuilder<unknown>[] {
  const [title] = kept.table.columns;
  const own =
    title?.kind === 'text'
      ? [
          sql`r.${sql.id(columnOf(kept, title.field) ?? 'id')} like ${within}`,
          sql`r.sound like ${sound}`,
        ]
      : [];
  const others = kept.table.columns.flatMap(({ kind, field, of }) => {
    const other = kind === 'row' ? kept.others?.[of ?? ''] : undefined;
    const name = other && columnOf(other, other.table.columns[0]?.field ?? '');
    return other && name
      ? [
          sql`exists (select from ${sql.table(other.stored)} o
            where o.tenant = r.tenant and o.id = r.${sql.id(columnOf(kept, field) ?? 'id')}
              and (o.${sql.id(name)} like ${within} or o.sound like ${sound}))`,
        ]
      : [];
  });
  return [...own, ...others, sql`false`];
}

/** By a field, what is empty last; what points to another row by the name of that, which is joined to it. */
function order(
  kept: KeptTable<never>,
  sort: string | undefined,
): { beside: RawBuilder<unknown>; by: RawBuilder<unknown> } {
  const asked = sort?.replace('-', '');
  const column = kept.table.columns.find(({ field }) => field === asked) ?? kept.table.columns[0];
  const down = sort?.startsWith('-') ?? false;
  // Where nothing is empty an index is read in either direction.
  const empty = column?.optional ? sql`nulls last` : sql``;
  const way = down ? sql`desc ${empty}` : sql`asc ${empty}`;
  const id = down ? sql`r.id desc` : sql`r.id`;
  if (!column) return { beside: sql``, by: sql`r.id` };
  const other = namedBy(kept, column);
  const instead = kept.sortedBy?.[column.field];
  const own = instead ? sql`r.${sql.id(instead)}` : stored(kept, column);
  if (!other) return { beside: sql``, by: sql`${own} ${way}, ${id}` };
  return {
    // By the name's rank: comparing figures is quicker than comparing Chinese again and again.
    beside: sql`left join (select o.id, rank() over (order by o.${sql.id(other.name)}) as at
      from ${sql.table(other.table)} o) other on other.id = ${stored(kept, column)}`,
    by: sql`other.at ${down ? sql`desc` : sql`asc`} nulls last, ${id}`,
  };
}

function namedBy(
  kept: KeptTable<never>,
  { kind, of }: Column,
): { table: string; name: string } | undefined {
  if (kind === 'area') return { table: 'register.area', name: 'name' };
  if (kind === 'place') return { table: 'register.place', name: 'name' };
  const other = kind === 'row' ? kept.others?.[of ?? ''] : undefined;
  const name = other && columnOf(other, other.table.columns[0]?.field ?? '');
  return other && name ? { table: other.stored, name } : undefined;
}
