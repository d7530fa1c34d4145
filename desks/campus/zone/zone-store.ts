import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { sql } from 'kysely';
import type { Zone, ZoneFields } from './zone.ts';
import { noZone } from './zone-rules.ts';

export interface OfZone {
  tenant: string;
  response: string;
  school: string;
}

export async function findZone(
  tx: Tx,
  of: Omit<OfZone, 'tenant'>,
  lock = false,
): Promise<Zone | undefined> {
  const { rows } = await sql<Zone>`select fields, version from campus.transfer_zone
    where response = ${of.response} and area = ${of.school} ${lock ? sql`for update` : sql``}`.execute(
    tx,
  );
  return rows[0];
}

/** Held until the transaction ends: bookings, receipts and plans of one zone come one after the other. */
export async function holdZone(tx: Tx, of: Omit<OfZone, 'tenant'>): Promise<Zone> {
  const zone = await findZone(tx, of, true);
  if (!zone) throw refuse(noZone, undefined);
  return zone;
}

export async function putZone(
  tx: Tx,
  of: OfZone & { version: number },
  fields: ZoneFields,
): Promise<void> {
  await sql`insert into campus.transfer_zone (tenant, response, area, fields, version)
    values (${of.tenant}, ${of.response}, ${of.school}, ${JSON.stringify(fields)}::jsonb, ${of.version})
    on conflict (tenant, response, area) do update set fields = excluded.fields, version = excluded.version`.execute(
    tx,
  );
}

/** In which response that goes on this school takes parcels in: the one opened last. */
export async function findOpenZone(
  tx: Tx,
  school: string,
): Promise<{ response: string } | undefined> {
  const { rows } = await sql<{ response: string }>`select z.response from campus.transfer_zone z
    join responses.response r on r.tenant = z.tenant and r.id = z.response
    where z.area = ${school} and r.ended is null order by r.starts desc, r.id limit 1`.execute(tx);
  return rows[0];
}

/** Writes a step down under the id that it was given before it was sent. */
export async function insertStep(
  tx: Tx,
  of: OfZone & {
    id: string;
    event: string;
    about: string;
    parcels: readonly string[];
    by: string | null;
    at: string;
    recorded: string;
  },
): Promise<void> {
  await sql`insert into campus.zone_step (tenant, id, response, area, event, about, parcels, by, at, recorded)
    values (${of.tenant}, ${of.id}, ${of.response}, ${of.school}, ${of.event}, ${of.about}, ${of.parcels}::uuid[],
      ${of.by}, ${of.at}, ${of.recorded})`.execute(tx);
}

export async function findStep(
  tx: Tx,
  id: string,
): Promise<{ event: string; about: string; parcels: string[] } | undefined> {
  const { rows } = await sql<{ event: string; about: string; parcels: string[] }>`
    select event, about, parcels from campus.zone_step where id = ${id}`.execute(tx);
  return rows[0];
}
