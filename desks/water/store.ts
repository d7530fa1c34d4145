import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import { sql } from 'kysely';
import type { DriverRow, ShiftRow, TankerRow } from './registers.ts';
import type { Desk, Floors, Point, Position, Source, Tanker } from './water.ts';

type Hours = Pick<ShiftRow, 'from' | 'to' | 'validFrom' | 'validUntil'>;

export async function listDesks(
  tx: Tx,
  response: string,
): Promise<{ area: string; name: string; whole: boolean }[]> {
  // A village's cadre reaches the village's points only, and so the desk that plans them, but not all of it.
  const { rows } = await sql<{ area: string; name: string; whole: boolean }>`
    select d.area, a.name, d.area in (select office.areas()) as whole
    from water.desk d join register.area a on a.tenant = d.tenant and a.id = d.area
    where d.response = ${response}
      and (d.area in (select office.areas()) or exists (select from water.point p where p.desk = d.area and not p.removed))
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
        else jsonb_build_object('every', rest_every, 'seconds', rest_seconds) end as rest,
      loss_percent as "lossPercent"
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
  await sql`insert into water.desk (tenant, response, area, day_from, day_to, rest_every, rest_seconds,
      loss_percent)
    values (${tenant}, ${desk.response}, ${desk.area}, ${desk.from}, ${desk.to}, ${desk.rest?.every ?? null},
      ${desk.rest?.seconds ?? null}, ${desk.lossPercent})
    on conflict (tenant, response, area) do update set day_from = excluded.day_from, day_to = excluded.day_to,
      rest_every = excluded.rest_every, rest_seconds = excluded.rest_seconds, loss_percent = excluded.loss_percent`.execute(
    tx,
  );
}

const floorsColumns = sql`version, valid_from as "validFrom", tiers, kinds`;
// Where two versions hold from the same day on, the later name is the later one.
const latestFirst = sql`valid_from desc, version desc`;

/** Every version, the latest first: on a day the first holds that is valid by then. */
export async function listFloors(tx: Tx): Promise<Floors[]> {
  const { rows } = await sql<Floors>`
    select ${floorsColumns} from water.floors order by ${latestFirst}`.execute(tx);
  return rows;
}

/** The floors in force on a day: the latest version that is valid by then. */
export async function findFloors(tx: Tx, on: string): Promise<Floors | undefined> {
  const { rows } = await sql<Floors>`
    select ${floorsColumns} from water.floors
    where valid_from <= ${on} order by ${latestFirst} limit 1`.execute(tx);
  return rows[0];
}

export async function findFloorsVersion(tx: Tx, version: string): Promise<Floors | undefined> {
  const { rows } = await sql<Floors>`
    select ${floorsColumns} from water.floors where version = ${version}`.execute(tx);
  return rows[0];
}

/** Adds a version of the floors; one that is there stays as it is. Whether it was added. */
export async function insertFloors(tx: Tx, tenant: string, floors: Floors): Promise<boolean> {
  const { rows } = await sql`insert into water.floors (tenant, version, valid_from, tiers, kinds)
    values (${tenant}, ${floors.version}, ${floors.validFrom}, ${JSON.stringify(floors.tiers)}::jsonb,
      ${JSON.stringify(floors.kinds)}::jsonb)
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

const sourceColumns = sql`id, area, version, name, kind, place, bays, litres_per_minute as "litresPerMinute",
  setup_seconds as "setupSeconds", open, litres_per_day as "litresPerDay", consent_from as "consentFrom",
  consent_until as "consentUntil", consent_terms as "consentTerms", tested_on as "testedOn",
  test_result as "testResult", test_again_by as "testAgainBy", test_note as "testNote",
  state, state_reason as reason, state_since as since, invented`;

export async function listSources(tx: Tx, area: string): Promise<Source[]> {
  const { rows } = await sql<Source>`
    select ${sourceColumns} from water.source where area = ${area} and not removed
    order by name, id`.execute(tx);
  return rows;
}

const tankerColumns = sql`t.id, t.area, t.version, t.name, t.kind, t.litres, t.home, t.road_class as "roadClass",
  t.licence, t.disinfected_on as "disinfectedOn", t.cleared_until as "clearedUntil", t.lent_by as "lentBy",
  t.lent_until as "lentUntil", t.state, t.state_reason as reason, t.state_since as since, t.invented`;

/** The tankers of a desk with the shifts that they have on a day. */
export async function listTankers(tx: Tx, area: string, on: string): Promise<Tanker[]> {
  const { rows } = await sql<Tanker>`
    select ${tankerColumns},
      coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'driver', d.name, 'from', s.starts, 'to', s.ends)
          order by s.starts, s.id)
        from water.shift s join water.driver d on d.tenant = s.tenant and d.id = s.driver
        where s.tenant = t.tenant and s.tanker = t.id and not s.removed
          and (s.valid_from is null or s.valid_from <= ${on})
          and (s.valid_until is null or s.valid_until >= ${on})), '[]') as shifts
    from water.tanker t where t.area = ${area} and not t.removed order by t.name, t.id`.execute(tx);
  return rows;
}

/** The shifts of a driver or a tanker, with the tanker's name. */
export async function listShiftsOf(
  tx: Tx,
  of: { driver: string } | { tanker: string },
): Promise<(Hours & { id: string; tankerName: string })[]> {
  const whose = 'driver' in of ? sql`s.driver = ${of.driver}` : sql`s.tanker = ${of.tanker}`;
  const { rows } = await sql<Hours & { id: string; tankerName: string }>`
    select s.id, s.starts as "from", s.ends as "to", s.valid_from as "validFrom", s.valid_until as "validUntil",
      t.name as "tankerName"
    from water.shift s join water.tanker t on t.tenant = s.tenant and t.id = s.tanker
    where ${whose} and not s.removed and not t.removed order by s.starts, s.id`.execute(tx);
  return rows;
}

/** Who drives what in a shift. The driver is held, so that nobody is given two shifts at once. */
export async function getCrew(
  tx: Tx,
  of: { driver: string; tanker: string },
): Promise<{
  driver: Pick<DriverRow, 'name' | 'licence' | 'hoursPerDay'>;
  tanker: Pick<TankerRow, 'name' | 'licence'>;
}> {
  const { rows } = await sql<DriverRow>`
    select name, licence, hours_per_day as "hoursPerDay" from water.driver where id = ${of.driver} for update`.execute(
    tx,
  );
  const driven = await sql<TankerRow>`
    select name, licence from water.tanker where id = ${of.tanker}`.execute(tx);
  const [driver, tanker] = [rows[0], driven.rows[0]];
  if (!driver || !tanker) throw refuse(notFound, { what: say('司机或送水车', 'driver or tanker') });
  return { driver, tanker };
}

export async function listPoints(tx: Tx, desk: string): Promise<Point[]> {
  const { rows } = await sql<Point>`
    select id, area, desk, place, name, kind, people, have_litres as have, weight, taps,
      litres_per_minute as "litresPerMinute", setup_seconds as "setupSeconds", open,
      max_tanker_litres as "maxTankerLitres", way_closed as "wayClosed",
      case when tank_litres is null then null
        else jsonb_build_object('litres', tank_litres, 'level', tank_level) end as tank, invented
    from water.point where desk = ${desk} and not removed order by name, id`.execute(tx);
  return rows;
}

/** A desk's points, those that were removed since too: what was promised to them stays promised. */
export async function listPointIds(tx: Tx, desk: string): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from water.point where desk = ${desk}`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

/** The positions of these places, in the order of their ids. */
export async function listPositions(tx: Tx, places: readonly string[]): Promise<Position[]> {
  const { rows } = await sql<Position>`
    select id as place, name, lon, lat, provenance, road_class as "roadClass" from register.place
    where id = any(${places}::uuid[]) order by id`.execute(tx);
  return rows;
}

export async function areaNames(tx: Tx, areas: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from register.area where id = any(${areas}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.id, row.name]));
}
