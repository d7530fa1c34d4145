import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { sql } from 'kysely';
import type { LedgerPoint } from './ledger.ts';

interface OfDesk {
  response: string;
  area: string;
}

/** Days on which something of the desk was promised or recorded. */
export async function listActiveDays(
  tx: Tx,
  of: OfDesk & { from: string; to: string },
): Promise<string[]> {
  const { rows } = await sql<{ day: string }>`
    select n.day from commitments.need n join water.point p on p.tenant = n.tenant
      and n.subject = 'point:' || p.id::text and p.desk = ${of.area}
    where n.response = ${of.response} and n.desk = 'water' and n.day between ${of.from} and ${of.to}
    union
    select e.day from water.entry e where e.response = ${of.response} and e.desk = ${of.area}
      and e.day between ${of.from} and ${of.to}
    order by day`.execute(tx);
  return rows.map(({ day }) => day);
}

/** A desk's points, those that were removed since too: what came to them came. */
export async function listAllPoints(
  tx: Tx,
  area: string,
): Promise<Map<string, LedgerPoint & { area: string }>> {
  const { rows } = await sql<LedgerPoint & { id: string; area: string }>`
    select p.id, p.area, p.name, a.name as village, p.kind, p.people, p.tank_litres is not null as "hasTank"
    from water.point p join register.area a on a.tenant = p.tenant and a.id = p.area
    where p.desk = ${area}`.execute(tx);
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}

export async function listAllSources(tx: Tx): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from water.source`.execute(tx);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export async function listAllTankers(
  tx: Tx,
): Promise<Map<string, { name: string; litres: number }>> {
  const { rows } = await sql<{ id: string; name: string; litres: number }>`
    select id, name, litres from water.tanker`.execute(tx);
  return new Map(rows.map(({ id, name, litres }) => [id, { name, litres }]));
}

/** Fills of which a dose of chlorine product was recorded: on how many days, how much of it in how much water. */
export async function sumDoses(
  tx: Tx,
  of: OfDesk & { from: string; to: string },
): Promise<{ days: number; grams: number; litres: number } | null> {
  const { rows } = await sql<{ days: number; grams: number; litres: number }>`
    select count(distinct e.day)::int as days, coalesce(sum(e.dose_grams), 0)::float8 as grams,
      coalesce(sum(e.litres), 0)::float8 as litres
    from water.entry e
    where e.response = ${of.response} and e.desk = ${of.area} and e.day between ${of.from} and ${of.to}
      and e.kind = 'filled' and e.dose_grams > 0 and e.litres > 0
      and not exists (select from water.entry c where c.tenant = e.tenant and c.corrects = e.id)`.execute(
    tx,
  );
  const [found] = rows;
  return found && found.days > 0 ? found : null;
}
