import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { sql } from 'kysely';
import type { Meals, Menu } from './menu.ts';

export async function listMenus(
  tx: Tx,
  school: string,
  { from, to }: { from: string; to: string },
): Promise<Menu[]> {
  const { rows } = await sql<Menu>`select day::text as day, meals, version from campus.menu
    where area = ${school} and day between ${from} and ${to} order by day desc`.execute(tx);
  return rows;
}

export async function findMenu(tx: Tx, school: string, day: string): Promise<Menu | undefined> {
  const { rows } = await sql<Menu>`select day::text as day, meals, version from campus.menu
    where area = ${school} and day = ${day} for update`.execute(tx);
  return rows[0];
}

export async function putMenu(
  tx: Tx,
  of: { tenant: string; school: string } & Menu,
): Promise<void> {
  await sql`insert into campus.menu (tenant, area, day, meals, version)
    values (${of.tenant}, ${of.school}, ${of.day}, ${JSON.stringify(of.meals)}::jsonb, ${of.version})
    on conflict (tenant, area, day) do update set meals = excluded.meals, version = excluded.version`.execute(
    tx,
  );
}

export async function findTelephone(
  tx: Tx,
  school: string,
): Promise<{ telephone: string; version: number } | undefined> {
  const { rows } = await sql<{ telephone: string; version: number }>`
    select telephone, version from campus.parents_telephone where area = ${school}`.execute(tx);
  return rows[0];
}

export async function putTelephone(
  tx: Tx,
  of: { tenant: string; school: string; telephone: string; version: number },
): Promise<void> {
  await sql`insert into campus.parents_telephone (tenant, area, telephone, version)
    values (${of.tenant}, ${of.school}, ${of.telephone}, ${of.version})
    on conflict (tenant, area) do update set telephone = excluded.telephone, version = excluded.version`.execute(
    tx,
  );
}

/** What a school tells all parents. */
export interface ForParents {
  telephone: string | null;
  /** By day, as far as they were entered. */
  menus: Readonly<Record<string, Meals>>;
}

/** By school, of all schools that the request reaches, or reaches a class of: a family’s page does not reach its school. */
export async function listForParents(
  tx: Tx,
  days: readonly string[],
): Promise<Map<string, ForParents>> {
  const { rows } = await sql<ForParents & { school: string }>`
    select school, telephone, menus from campus.for_parents(${days}::date[])`.execute(tx);
  return new Map(rows.map(({ school, ...one }) => [school, one]));
}
