import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { sql } from 'kysely';
import type { Gone } from './doors.ts';
import { goneOf, requestOf, type StoredRequest } from './listed-store.ts';
import type { DoorPlan, KeptStop, PlanAsked, PlannedWalk } from './plan.ts';

interface OfDay {
  response: string;
  area: string;
  day: string;
}

/** Two who plan a village's day at once come one after the other. */
export async function holdDay(tx: Tx, { response, area, day }: OfDay): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`water-doors:${response}:${area}:${day}`}, 0))`.execute(
    tx,
  );
}

export interface StoredPlan extends DoorPlan {
  response: string;
  area: string;
  day: string;
}

const labelled = (stop: string) => sql`${sql.raw(stop)} || jsonb_build_object(
  'label', (select h.label from register.household h where h.tenant = d.tenant and h.id = (${sql.raw(stop)}->>'household')::uuid))`;

const selectPlans = (tx: Tx, where: ReturnType<typeof sql>) =>
  sql<StoredPlan>`
  select d.id, d.response, d.area, d.day, d.version, office.iso(d.made_at) as "madeAt", a.name as by, d.asked,
    coalesce((select jsonb_agg(${labelled('u.one')} order by u.at)
      from jsonb_array_elements(d.unserved) with ordinality u (one, at)), '[]') as unserved,
    coalesce((select jsonb_agg(jsonb_build_object('volunteer', jsonb_build_object('id', w.volunteer, 'name', v.name),
        'litres', w.litres, 'trips', w.trips, 'metres', w.metres, 'minutes', w.minutes,
        'stops', coalesce((select jsonb_agg(${labelled('s.one')} || jsonb_build_object('gone', coalesce(
            (select h.removed from register.household h
              where h.tenant = d.tenant and h.id = (s.one->>'household')::uuid), true)) order by s.at)
          from jsonb_array_elements(w.stops) with ordinality s (one, at)), '[]')) order by v.name, w.volunteer)
      from water.door_walk w join identity.account v on v.tenant = w.tenant and v.id = w.volunteer
      where w.tenant = d.tenant and w.plan = d.id), '[]') as walks
  from water.door_plan d join identity.account a on a.tenant = d.tenant and a.id = d.made_by
  where ${where}`.execute(tx);

export async function findPlan(tx: Tx, id: string): Promise<StoredPlan | undefined> {
  return (await selectPlans(tx, sql`d.id = ${id}`)).rows[0];
}

const latest = sql`d.version = (select max(l.version) from water.door_plan l where l.tenant = d.tenant
  and l.response = d.response and l.area = d.area and l.day = d.day)`;

/** The walks that hold on a day, by village. */
export async function listPlans(
  tx: Tx,
  of: { response: string; desk: string; day: string },
): Promise<Map<string, StoredPlan>> {
  const { rows } = await selectPlans(
    tx,
    sql`d.response = ${of.response} and d.desk = ${of.desk} and d.day = ${of.day} and ${latest}`,
  );
  return new Map(rows.map((plan) => [plan.area, plan]));
}

export async function findLatest(tx: Tx, of: OfDay): Promise<StoredPlan | undefined> {
  const { rows } = await selectPlans(
    tx,
    sql`d.response = ${of.response} and d.area = ${of.area} and d.day = ${of.day} and ${latest}`,
  );
  return rows[0];
}

export const shownPlan = ({ response: _, area: __, day: ___, ...plan }: StoredPlan): DoorPlan =>
  plan;

export interface NewPlan extends OfDay {
  tenant: string;
  id: string;
  desk: string;
  version: number;
  madeBy: string;
  madeAt: string;
  asked: PlanAsked;
  unserved: { household: string; litres: number; why: string }[];
  walks: (Omit<PlannedWalk, 'volunteer' | 'stops'> & { volunteer: string; stops: KeptStop[] })[];
}

export async function insertPlan(tx: Tx, plan: NewPlan): Promise<void> {
  const p = plan;
  await sql`insert into water.door_plan (tenant, id, response, desk, area, day, version, made_by, made_at, asked, unserved)
    values (${p.tenant}, ${p.id}, ${p.response}, ${p.desk}, ${p.area}, ${p.day}, ${p.version}, ${p.madeBy},
      ${p.madeAt}, ${JSON.stringify(p.asked)}::jsonb, ${JSON.stringify(p.unserved)}::jsonb)`.execute(
    tx,
  );
  await sql`insert into water.door_walk (tenant, plan, volunteer, area, stops, litres, trips, metres, minutes)
    select ${p.tenant}, ${p.id}, x.volunteer, ${p.area}, x.stops, x.litres, x.trips, x.metres, x.minutes
    from jsonb_to_recordset(${JSON.stringify(p.walks)}::jsonb) as x (volunteer uuid, stops jsonb, litres integer,
      trips integer, metres integer, minutes integer)`.execute(tx);
}

/** Whether a volunteer was ever given this door; a phone may know an earlier version than holds by now. */
export async function wasGiven(
  tx: Tx,
  of: { response: string; household: string; volunteer: string },
): Promise<boolean> {
  const { rows } = await sql`
    select from water.door_walk w join water.door_plan d on d.tenant = w.tenant and d.id = w.plan
    where w.volunteer = ${of.volunteer} and d.response = ${of.response}
      and w.stops @> ${JSON.stringify([{ household: of.household }])}::jsonb limit 1`.execute(tx);
  return rows.length > 0;
}

export interface WalkedStop extends KeptStop {
  label: string;
  people: number;
  aloneElderly: boolean;
  cannotCome: boolean;
  gone: Gone | null;
  request: StoredRequest | null;
}

export interface OwnWalk {
  area: string;
  desk: string;
  village: string;
  version: number;
  by: string;
  asked: PlanAsked;
  trips: number;
  minutes: number;
  stops: WalkedStop[];
  points: { id: string; name: string; landmark: string | null }[];
}

/** A volunteer's own walks of a day, in the versions that hold, with what the register says of their doors by now. */
export async function listOwnWalks(
  tx: Tx,
  of: { response: string; day: string; volunteer: string },
): Promise<OwnWalk[]> {
  const { rows } = await sql<OwnWalk>`
    select d.area, d.desk, x.name as village, d.version, a.name as by, d.asked, w.trips, w.minutes,
      coalesce((select jsonb_agg(s.one || jsonb_build_object('label', h.label, 'people', h.people,
          'aloneElderly', h.alone_elderly, 'cannotCome', h.cannot_come, 'gone', ${goneOf}, 'request', ${requestOf})
          order by s.at)
        from jsonb_array_elements(w.stops) with ordinality s (one, at)
        join register.household h on h.tenant = d.tenant and h.id = (s.one->>'household')::uuid), '[]') as stops,
      coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'landmark', p.landmark) order by p.name)
        from water.point p where p.tenant = d.tenant
          and p.id in (select (s->>'point')::uuid from jsonb_array_elements(w.stops) s)), '[]') as points
    from water.door_walk w join water.door_plan d on d.tenant = w.tenant and d.id = w.plan
    join register.area x on x.tenant = d.tenant and x.id = d.area
    join identity.account a on a.tenant = d.tenant and a.id = d.made_by
    where w.volunteer = ${of.volunteer} and d.response = ${of.response} and d.day = ${of.day} and ${latest}
      and jsonb_array_length(w.stops) > 0
    order by x.code, d.area`.execute(tx);
  return rows;
}

/** A walk without the doors that are on it. */
export interface WalkOutline {
  area: string;
  village: string;
  version: number;
  madeAt: string;
  starts: number;
  minutes: number;
  litres: number;
  trips: number;
  doors: number;
  /** The names of the points that water is taken from, in the order of the walk. */
  points: string[];
}

export async function listOutlines(
  tx: Tx,
  of: { response: string; day: string; volunteer: string },
): Promise<WalkOutline[]> {
  const { rows } = await sql<WalkOutline>`
    select d.area, x.name as village, d.version, office.iso(d.made_at) as "madeAt", (d.asked->>'starts')::int as starts,
      w.minutes, w.litres, w.trips, jsonb_array_length(w.stops) as doors,
      coalesce((select jsonb_agg(p.name order by s.first)
        from (select (one->>'point')::uuid as point, min(at) as first
          from jsonb_array_elements(w.stops) with ordinality as e (one, at) group by 1) s
        join water.point p on p.tenant = w.tenant and p.id = s.point), '[]') as points
    from water.door_walk w join water.door_plan d on d.tenant = w.tenant and d.id = w.plan
    join register.area x on x.tenant = d.tenant and x.id = d.area
    where w.volunteer = ${of.volunteer} and d.response = ${of.response} and d.day = ${of.day} and ${latest}
      and jsonb_array_length(w.stops) > 0
    order by x.code, d.area`.execute(tx);
  return rows;
}
