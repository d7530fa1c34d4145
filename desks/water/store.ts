import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { sql } from 'kysely';
import type { Desk, Floors, Point, Position, Source, Tanker } from './water.ts';

export async function listDesks(
  tx: Tx,
  response: string,
): Promise<{ area: string; name: string; whole: boolean }[]> {
  // A village's cadre reaches the village's points only, and so the desk that plans them, but not all of it.
  const { rows } = await sql<{ area: string; name: string; whole: boolean }>`
    select d.area, a.name, d.area in (select office.areas()) as whole
    from water.desk d join register.area a on a.tenant = d.tenant and a.id = d.area
    where d.response = ${response}
      and (d.area in (select office.areas()) or exists (select from water.point p where p.desk = d.area))
    order by a.code`.execute(tx);
  return rows;
}

export async function findDesk(
  tx: Tx,
  of: { response: string; area: string },
): Promise<Desk | undefined> {
  const { rows } = await sql<Desk>`
    select response, area, day_from as "from", day_to as "to",
      case when rest_every is null then null
        else jsonb_build_object('every', rest_every, 'seconds', rest_seconds) end as rest
    from water.desk where response = ${of.response} and area = ${of.area}`.execute(tx);
  return rows[0];
}

/** The response, not yet ended, in which the area has a desk; the latest, should there be several. */
export async function findOpenResponse(tx: Tx, area: string): Promise<string | undefined> {
  const { rows } = await sql<{ response: string }>`
    select d.response from water.desk d
    join responses.response r on r.tenant = d.tenant and r.id = d.response
    where d.area = ${area} and r.ended is null order by r.starts desc limit 1`.execute(tx);
  return rows[0]?.response;
}

export async function putDesk(tx: Tx, tenant: string, desk: Desk): Promise<void> {
  await sql`insert into water.desk (tenant, response, area, day_from, day_to, rest_every, rest_seconds)
    values (${tenant}, ${desk.response}, ${desk.area}, ${desk.from}, ${desk.to}, ${desk.rest?.every ?? null},
      ${desk.rest?.seconds ?? null})
    on conflict (tenant, response, area) do update set day_from = excluded.day_from, day_to = excluded.day_to,
      rest_every = excluded.rest_every, rest_seconds = excluded.rest_seconds`.execute(tx);
}

/** The floors in force on a day: the latest version that is valid by then. */
export async function findFloors(tx: Tx, on: string): Promise<Floors | undefined> {
  const { rows } = await sql<Floors>`
    select version, valid_from as "validFrom", tiers from water.floors
    where valid_from <= ${on} order by valid_from desc, version desc limit 1`.execute(tx);
  return rows[0];
}

export async function findFloorsVersion(tx: Tx, version: string): Promise<Floors | undefined> {
  const { rows } = await sql<Floors>`
    select version, valid_from as "validFrom", tiers from water.floors where version = ${version}`.execute(
    tx,
  );
  return rows[0];
}

/** Adds a version of the floors; one that is there stays as it is. Whether it was added. */
export async function insertFloors(tx: Tx, tenant: string, floors: Floors): Promise<boolean> {
  const { rows } = await sql`insert into water.floors (tenant, version, valid_from, tiers)
    values (${tenant}, ${floors.version}, ${floors.validFrom}, ${JSON.stringify(floors.tiers)}::jsonb)
    on conflict do nothing returning version`.execute(tx);
  return rows.length > 0;
}

/** The areas that have none above them, whose officers speak for the whole tenant. */
export async function listRoots(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{
    id: string;
  }>`select id from register.area where parent is null`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Which of these places the request sees: in its areas, or shared with all. */
export async function placesSeen(tx: Tx, places: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from register.place where id = any(${places}::uuid[])`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

const sourceColumns = sql`id, area, place, name, kind, bays, litres_per_minute as "litresPerMinute",
  setup_seconds as "setupSeconds", open, litres_per_day as "litresPerDay", consent_until as "consentUntil",
  state, state_reason as reason, state_since as since, invented`;

export async function listSources(tx: Tx, area: string): Promise<Source[]> {
  const { rows } = await sql<Source>`
    select ${sourceColumns} from water.source where area = ${area} order by name, id`.execute(tx);
  return rows;
}

export async function findSource(tx: Tx, id: string): Promise<Source | undefined> {
  const { rows } = await sql<Source>`
    select ${sourceColumns} from water.source where id = ${id} for update`.execute(tx);
  return rows[0];
}

export async function putSource(
  tx: Tx,
  tenant: string,
  source: Omit<Source, 'state' | 'reason' | 'since'>,
): Promise<void> {
  await sql`insert into water.source (tenant, id, area, place, name, kind, bays, litres_per_minute, setup_seconds,
      open, litres_per_day, consent_until, invented)
    values (${tenant}, ${source.id}, ${source.area}, ${source.place}, ${source.name}, ${source.kind}, ${source.bays},
      ${source.litresPerMinute}, ${source.setupSeconds}, ${JSON.stringify(source.open)}::jsonb,
      ${source.litresPerDay}, ${source.consentUntil}, ${source.invented})
    on conflict (tenant, id) do update set area = excluded.area, place = excluded.place, name = excluded.name,
      kind = excluded.kind, bays = excluded.bays, litres_per_minute = excluded.litres_per_minute,
      setup_seconds = excluded.setup_seconds, open = excluded.open, litres_per_day = excluded.litres_per_day,
      consent_until = excluded.consent_until, invented = excluded.invented`.execute(tx);
}

export interface Turn {
  state: string;
  reason: string | null;
  since: string;
}

export async function turnSource(tx: Tx, id: string, turn: Turn): Promise<void> {
  await sql`update water.source set state = ${turn.state}, state_reason = ${turn.reason},
    state_since = ${turn.since} where id = ${id}`.execute(tx);
}

export async function turnTanker(tx: Tx, id: string, turn: Turn): Promise<void> {
  await sql`update water.tanker set state = ${turn.state}, state_reason = ${turn.reason},
    state_since = ${turn.since} where id = ${id}`.execute(tx);
}

const tankerColumns = sql`t.id, t.area, t.home, t.name, t.litres, t.kind, t.disinfected_on as "disinfectedOn",
  t.state, t.state_reason as reason, t.state_since as since, t.invented,
  coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'driver', s.driver, 'from', s.starts, 'to', s.ends)
    order by s.starts, s.id) from water.shift s where s.tenant = t.tenant and s.tanker = t.id), '[]') as shifts`;

export async function listTankers(tx: Tx, area: string): Promise<Tanker[]> {
  const { rows } = await sql<Tanker>`
    select ${tankerColumns} from water.tanker t where t.area = ${area} order by t.name, t.id`.execute(
    tx,
  );
  return rows;
}

export async function findTanker(tx: Tx, id: string): Promise<Tanker | undefined> {
  const { rows } = await sql<Tanker>`
    select ${tankerColumns} from water.tanker t where t.id = ${id} for update of t`.execute(tx);
  return rows[0];
}

export async function putTanker(
  tx: Tx,
  tenant: string,
  tanker: Omit<Tanker, 'state' | 'reason' | 'since'>,
): Promise<void> {
  await sql`insert into water.tanker (tenant, id, area, home, name, litres, kind, disinfected_on, invented)
    values (${tenant}, ${tanker.id}, ${tanker.area}, ${tanker.home}, ${tanker.name}, ${tanker.litres}, ${tanker.kind},
      ${tanker.disinfectedOn}, ${tanker.invented})
    on conflict (tenant, id) do update set area = excluded.area, home = excluded.home, name = excluded.name,
      litres = excluded.litres, kind = excluded.kind, disinfected_on = excluded.disinfected_on,
      invented = excluded.invented`.execute(tx);
  await sql`delete from water.shift where tanker = ${tanker.id}`.execute(tx);
  await sql`insert into water.shift (tenant, id, area, tanker, driver, starts, ends)
    select ${tenant}, x.id, ${tanker.area}, ${tanker.id}, x.driver, x."from", x."to"
    from jsonb_to_recordset(${JSON.stringify(tanker.shifts)}::jsonb)
      as x (id uuid, driver text, "from" integer, "to" integer)`.execute(tx);
}

export async function listPoints(tx: Tx, desk: string): Promise<Point[]> {
  const { rows } = await sql<Point>`
    select id, area, desk, place, name, people, have_litres as have, weight, taps,
      litres_per_minute as "litresPerMinute", setup_seconds as "setupSeconds", open,
      max_tanker_litres as "maxTankerLitres",
      case when tank_litres is null then null
        else jsonb_build_object('litres', tank_litres, 'level', tank_level) end as tank, invented
    from water.point where desk = ${desk} order by name, id`.execute(tx);
  return rows;
}

export async function putPoint(tx: Tx, tenant: string, point: Point): Promise<void> {
  await sql`insert into water.point (tenant, id, area, desk, place, name, people, have_litres, weight, taps,
      litres_per_minute, setup_seconds, open, max_tanker_litres, tank_litres, tank_level, invented)
    values (${tenant}, ${point.id}, ${point.area}, ${point.desk}, ${point.place}, ${point.name}, ${point.people},
      ${point.have}, ${point.weight}, ${point.taps}, ${point.litresPerMinute}, ${point.setupSeconds},
      ${point.open && JSON.stringify(point.open)}::jsonb, ${point.maxTankerLitres}, ${point.tank?.litres ?? null},
      ${point.tank?.level ?? null}, ${point.invented})
    on conflict (tenant, id) do update set area = excluded.area, desk = excluded.desk, place = excluded.place,
      name = excluded.name, people = excluded.people, have_litres = excluded.have_litres, weight = excluded.weight,
      taps = excluded.taps, litres_per_minute = excluded.litres_per_minute,
      setup_seconds = excluded.setup_seconds, open = excluded.open,
      max_tanker_litres = excluded.max_tanker_litres, tank_litres = excluded.tank_litres,
      tank_level = excluded.tank_level, invented = excluded.invented`.execute(tx);
}

/** The positions of these places, in the order of their ids. */
export async function listPositions(tx: Tx, places: readonly string[]): Promise<Position[]> {
  const { rows } = await sql<Position>`
    select id as place, name, lon, lat, provenance from register.place
    where id = any(${places}::uuid[]) order by id`.execute(tx);
  return rows;
}

export async function areaNames(tx: Tx, areas: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from register.area where id = any(${areas}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.id, row.name]));
}
