import { sql } from 'kysely';
import type { Tx } from '../../database/connection.ts';
import { refuse } from '../../http/refusal.ts';
import { changedMeanwhile, notFound } from '../../http/shared-refusals.ts';
import type { Cursor } from '../cursor.ts';
import { unlessHidden, words } from '../scope.ts';
import { searchKey, searchPatterns } from '../search-key.ts';
import type { Place, PlaceFields } from './contract.ts';

const columns = sql`p.id, p.area, p.name, p.aliases, p.kind, p.lon, p.lat, p.provenance, p.source,
  p.road_class as "roadClass", p.shared, p.invented, p.version`;

export async function listPlaces(
  tx: Tx,
  of: {
    area?: string | undefined;
    kind?: string | undefined;
    after?: Cursor | undefined;
    limit: number;
  },
): Promise<Place[]> {
  const area = of.area ? sql`p.area in (select register.below(${of.area}))` : sql`true`;
  const kind = of.kind ? sql`p.kind = ${of.kind}` : sql`true`;
  const from = of.after
    ? sql`(p.name, p.id) > (${of.after.name}, ${of.after.id}::uuid)`
    : sql`true`;
  const { rows } = await sql<Place>`
    select ${columns} from register.place p where ${area} and ${kind} and ${from}
    order by p.name, p.id limit ${of.limit + 1}`.execute(tx);
  return rows;
}

export async function searchPlaces(
  tx: Tx,
  typed: string,
  limit: number,
): Promise<(Place & { areaName: string })[]> {
  const { exact, begins, within, sound } = searchPatterns(typed);
  const { rows } = await sql<Place & { areaName: string }>`
    select ${columns}, a.name as "areaName"
    from register.place p join register.area a on a.tenant = p.tenant and a.id = p.area
    where p.name like ${within} or p.pinyin like ${sound}
      or exists (select from unnest(p.aliases) other where other like ${within})
    order by (p.name = ${exact} or ${exact} = any(p.aliases)) desc, p.name like ${begins} desc,
      p.pinyin like ${sound.slice(1)} desc, p.name, p.id
    limit ${limit}`.execute(tx);
  return rows;
}

async function findPlace(tx: Tx, id: string): Promise<Place | undefined> {
  const { rows } = await sql<Place>`
    select ${columns} from register.place p where p.id = ${id}`.execute(tx);
  return rows[0];
}

export async function getPlace(tx: Tx, id: string): Promise<Place> {
  const place = await findPlace(tx, id);
  if (!place) throw refuse(notFound, { what: words.place });
  return place;
}

/** Adds a place or changes it. False where it is as given already. */
export async function putPlace(
  tx: Tx,
  tenant: string,
  place: PlaceFields & { id: string },
): Promise<boolean> {
  const write = sql`
    insert into register.place as p (tenant, id, area, name, aliases, pinyin, kind, lon, lat, provenance,
      source, road_class, shared, invented)
    values (${tenant}, ${place.id}, ${place.area}, ${place.name}, ${place.aliases},
      ${searchKey(place.name, ...place.aliases)}, ${place.kind}, ${place.lon}, ${place.lat},
      ${place.provenance}, ${place.source}, ${place.roadClass}, ${place.shared}, ${place.invented})
    on conflict (tenant, id) do update set area = excluded.area, name = excluded.name,
      aliases = excluded.aliases, pinyin = excluded.pinyin, kind = excluded.kind, lon = excluded.lon,
      lat = excluded.lat, provenance = excluded.provenance, source = excluded.source,
      road_class = excluded.road_class, shared = excluded.shared, invented = excluded.invented,
      version = p.version + 1
    where (p.area, p.name, p.aliases, p.pinyin, p.kind, p.lon, p.lat, p.provenance, p.source, p.road_class,
        p.shared, p.invented) is distinct from (excluded.area, excluded.name, excluded.aliases,
        excluded.pinyin, excluded.kind, excluded.lon, excluded.lat, excluded.provenance, excluded.source,
        excluded.road_class, excluded.shared, excluded.invented)
    returning p.id`;
  const { rows } = await unlessHidden(write.execute(tx), 'place');
  return rows.length > 0;
}

/** The place, held until the transaction ends; refused where it is no longer the version that was to be changed. */
export async function lockPlace(
  tx: Tx,
  id: string,
  expected: number | undefined,
): Promise<Place | undefined> {
  const { rows } = await sql<Place>`
    select ${columns} from register.place p
    where p.id = ${id} and p.area in (select office.areas()) for update`.execute(tx);
  if (expected !== undefined && rows[0]?.version !== expected) {
    throw refuse(changedMeanwhile, undefined);
  }
  return rows[0];
}

/** The names of other places at the very same position. */
export async function namesAt(
  tx: Tx,
  at: { id: string; lon: number; lat: number },
): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from register.place where lon = ${at.lon} and lat = ${at.lat} and id <> ${at.id}
    order by name limit 3`.execute(tx);
  return rows.map((row) => row.name);
}
