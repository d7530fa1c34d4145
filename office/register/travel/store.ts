import { sql } from 'kysely';
import type { Tx } from '../../database/connection.ts';
import type { Place } from '../places/contract.ts';
import type { TravelEdit } from './contract.ts';

export type Stop = Pick<Place, 'id' | 'lon' | 'lat' | 'provenance' | 'roadClass'>;

/** Those of these places that are seen, by id. */
export async function findStops(tx: Tx, places: readonly string[]): Promise<Map<string, Stop>> {
  const { rows } = await sql<Stop>`
    select id, lon, lat, provenance, road_class as "roadClass" from register.place
    where id = any(${places}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}

export interface EditedPair {
  from: string;
  to: string;
  seconds: number | null;
  metres: number | null;
}

export async function listEditsAmong(tx: Tx, places: readonly string[]): Promise<EditedPair[]> {
  const { rows } = await sql<EditedPair>`
    select from_place as "from", to_place as "to", seconds, metres from register.travel_edit
    where from_place = any(${places}::uuid[]) and to_place = any(${places}::uuid[])`.execute(tx);
  return rows;
}

export async function listEdits(tx: Tx, place?: string): Promise<TravelEdit[]> {
  const touching = place ? sql`where ${place} in (e.from_place, e.to_place)` : sql``;
  const { rows } = await sql<TravelEdit>`
    select jsonb_build_object('place', f.id, 'name', f.name) as "from",
      jsonb_build_object('place', t.id, 'name', t.name) as "to",
      case when e.closed then null else jsonb_build_object('seconds', e.seconds, 'metres', e.metres) end as way,
      e.reason, jsonb_build_object('account', e.edited_by, 'name', coalesce(a.name, '')) as by, e.edited_at as at
    from register.travel_edit e
    join register.place f on f.tenant = e.tenant and f.id = e.from_place
    join register.place t on t.tenant = e.tenant and t.id = e.to_place
    left join identity.account a on a.tenant = e.tenant and a.id = e.edited_by
    ${touching} order by e.edited_at desc, f.name, t.name, e.from_place, e.to_place`.execute(tx);
  return rows;
}

/** In which area of the request's scope one of these places lies, the first one's before the other's. */
export async function findAreaOfEither(
  tx: Tx,
  from: string,
  to: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ area: string }>`
    select area from register.place
    where id in (${from}, ${to}) and area in (select office.areas()) order by id = ${from} desc limit 1`.execute(
    tx,
  );
  return rows[0]?.area;
}

export async function putEdit(
  tx: Tx,
  tenant: string,
  edit: {
    from: string;
    to: string;
    way: { seconds: number; metres: number } | null;
    reason: string;
    by: string;
    at: string;
  },
): Promise<void> {
  await sql`
    insert into register.travel_edit (tenant, from_place, to_place, seconds, metres, closed, reason, edited_by,
      edited_at)
    values (${tenant}, ${edit.from}, ${edit.to}, ${edit.way?.seconds ?? null}, ${edit.way?.metres ?? null},
      ${edit.way === null}, ${edit.reason}, ${edit.by}, ${edit.at})
    on conflict (tenant, from_place, to_place) do update set seconds = excluded.seconds,
      metres = excluded.metres, closed = excluded.closed, reason = excluded.reason,
      edited_by = excluded.edited_by, edited_at = excluded.edited_at`.execute(tx);
}

export async function deleteEdit(tx: Tx, from: string, to: string): Promise<boolean> {
  const { rows } = await sql`
    delete from register.travel_edit where from_place = ${from} and to_place = ${to}
    returning from_place`.execute(tx);
  return rows.length > 0;
}
