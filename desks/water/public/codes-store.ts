import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { sql } from 'kysely';
import type { PointCode } from './codes.contract.ts';

/** The points of a desk, or one of them, with the code that each has. */
export async function listCodes(
  tx: Tx,
  of: { area: string } | { point: string },
): Promise<PointCode[]> {
  const where = 'area' in of ? sql`p.desk = ${of.area}` : sql`p.id = ${of.point}`;
  const { rows } = await sql<PointCode>`
    select p.id as point, p.name, p.area, a.name as village, c.code, c.given
    from water.point p join register.area a on a.tenant = p.tenant and a.id = p.area
    left join water.point_code c on c.tenant = p.tenant and c.point = p.id and c.revoked is null
    where ${where} and not p.removed order by a.code, p.name, p.id`.execute(tx);
  return rows;
}

/** Gives points codes. One whose code is taken, or that has been given one meanwhile, is left as it is. */
export async function insertCodes(
  tx: Tx,
  of: { tenant: string; given: string },
  codes: readonly { point: string; area: string; code: string }[],
): Promise<number> {
  const { rows } = await sql`insert into water.point_code (tenant, code, point, area, given)
    select ${of.tenant}, x.code, x.point, x.area, ${of.given}
    from jsonb_to_recordset(${JSON.stringify(codes)}::jsonb) as x (code text, point uuid, area uuid)
    on conflict do nothing returning code`.execute(tx);
  return rows.length;
}

/** Takes a point's code back; whether it had this one. */
export async function revokeCode(
  tx: Tx,
  of: { point: string; code: string; at: string },
): Promise<boolean> {
  const { rows } = await sql`update water.point_code set revoked = ${of.at}
    where point = ${of.point} and code = ${of.code} and revoked is null returning code`.execute(tx);
  return rows.length > 0;
}
