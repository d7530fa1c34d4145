import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { sql } from 'kysely';
import type { PointDay, WrittenDay } from './history.ts';

interface OfDesk {
  response: string;
  area: string;
}

/** Every point of the desk on the days from `from` to `to` that had a plan in force. */
export async function listPointDays(
  tx: Tx,
  of: OfDesk & { from: string; to: string },
): Promise<WrittenDay[]> {
  const { rows } = await sql<WrittenDay>`
    select day, point, area, name, kind, people, have_litres as have, need, loss_percent as "lossPercent",
      day_from as "from", day_to as "to",
      case when tank_litres is null then null
        else jsonb_build_object('litres', tank_litres, 'level', tank_level) end as tank, floors, start, taps
    from water.point_day
    where response = ${of.response} and desk = ${of.area} and day between ${of.from} and ${of.to}
    order by day, point`.execute(tx);
  return rows;
}

/** Writes a desk's day down as its plan knows it, in place of what an earlier plan of the day did. */
export async function replacePointDays(
  tx: Tx,
  of: OfDesk & { tenant: string; day: string },
  points: readonly PointDay[],
): Promise<void> {
  await sql`delete from water.point_day
    where response = ${of.response} and desk = ${of.area} and day = ${of.day}`.execute(tx);
  await sql`insert into water.point_day (tenant, response, day, point, desk, area, name, kind, people,
      have_litres, need, loss_percent, day_from, day_to, tank_litres, tank_level, floors, start, taps)
    select ${of.tenant}, ${of.response}, ${of.day}, x.point, ${of.area}, x.area, x.name, x.kind, x.people, x.have,
      x.need, x."lossPercent", x."from", x."to", (x.tank ->> 'litres')::integer, (x.tank ->> 'level')::integer, x.floors, x.start,
      (select p.taps from water.point p where p.tenant = ${of.tenant} and p.id = x.point)
    from jsonb_to_recordset(${JSON.stringify(points)}::jsonb) as x (point uuid, area uuid, name text, kind text,
      people integer, have integer, need integer, "lossPercent" numeric, "from" integer, "to" integer, tank jsonb, floors text, start jsonb)`.execute(
    tx,
  );
}

export interface TankReading {
  id: string;
  point: string;
  area: string;
  at: string;
  litres: number;
}

/** Adds a reading; one that is there stays as it is. Whether it was added. */
export async function insertReading(
  tx: Tx,
  tenant: string,
  { id, point, area, at, litres }: TankReading,
): Promise<boolean> {
  const { rows } = await sql`insert into water.tank_reading (tenant, id, point, area, at, litres)
    values (${tenant}, ${id}, ${point}, ${area}, ${at}, ${litres})
    on conflict do nothing returning id`.execute(tx);
  return rows.length > 0;
}

export async function findReading(tx: Tx, id: string): Promise<TankReading | undefined> {
  const { rows } = await sql<TankReading>`
    select id, point, area, at, litres from water.tank_reading where id = ${id}`.execute(tx);
  return rows[0];
}

/** The newest reading of each of these points by an instant. */
export async function latestReadings(
  tx: Tx,
  points: readonly string[],
  by: string,
): Promise<Map<string, TankReading>> {
  const { rows } = await sql<TankReading>`
    select distinct on (point) id, point, area, at, litres from water.tank_reading
    where point = any(${points}::uuid[]) and at <= ${by} order by point, at desc, id`.execute(tx);
  return new Map(rows.map((row) => [row.point, row]));
}

export interface TankFacts {
  area: string;
  desk: string;
  name: string;
  litres: number | null;
  level: number | null;
}

export async function findTank(tx: Tx, point: string): Promise<TankFacts | undefined> {
  const { rows } = await sql<TankFacts>`
    select area, desk, name, tank_litres as litres, tank_level as level from water.point
    where id = ${point}`.execute(tx);
  return rows[0];
}
