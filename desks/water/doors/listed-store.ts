import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { sql } from 'kysely';
import { requestNumber } from '../requests/request.ts';
import type { Gone, Listed } from './doors.ts';

export interface DeskOf {
  response: string;
  area: string;
}

/** Why a household `h` was taken off; null where it is on the register. */
export const goneOf = sql`case when h.removed then coalesce((select c.why from tables.change c
  where c.tenant = h.tenant and c.subject = 'household:' || h.id and c.deed = 'removed'
  order by c.number desc limit 1), 'unsaid') end`;

/** Water to the door that household `h` asked for and that was not brought yet, the oldest. */
export const requestOf = sql`(select jsonb_build_object('id', q.id, 'day', q.day, 'seq', q.seq, 'litres', q.litres)
  from water.request q where q.tenant = h.tenant and q.response = h.response and q.household = h.id
    and q.kind = 'door' and q.state in ('open', 'promised', 'not-at-home') order by q.day, q.seq limit 1)`;

export type StoredRequest = { id: string; day: string; seq: number; litres: number | null };

/**
 * Days running on which the last word about household `h` was that nobody was at home, and the visit of the latest.
 * They end where a visit, or somebody who went to look, found them, and where they asked for water since.
 */
const awayOf = sql`(select jsonb_build_object('days', count(*), 'visit', (array_agg(w.id order by w.day desc))[1])
  from (select o.*, max(o.day) filter (where o.kind <> 'door-away') over () as found
    from (select distinct on (v.day) v.id, v.day, v.kind, v.at from water.door_visit v
      where v.tenant = h.tenant and v.response = h.response and v.household = h.id
      order by v.day, v.recorded desc, v.id desc) o) w
  where w.kind = 'door-away' and (w.found is null or w.day > w.found)
    and not exists (select from water.door_visit s join water.door_look l on l.tenant = s.tenant and l.visit = s.id
      where s.tenant = h.tenant and s.response = h.response and s.household = h.id and l.found <> 'not-found'
        and l.at >= w.at)
    and not exists (select from water.request q where q.tenant = h.tenant and q.response = h.response
      and q.household = h.id and q.asked > w.at))`;

/** Households that cannot come, or asked for water at the door, as far as they are within reach. */
export async function listListed(tx: Tx, of: DeskOf): Promise<Listed[]> {
  const { rows } = await sql<
    Omit<Listed, 'request'> & { request: StoredRequest | null; gone: Gone | null }
  >`
    select x.* from (
      select h.id as household, h.label, h.label_order as "order", h.label_key as key, h.area, h.people,
        h.alone_elderly as "aloneElderly", h.cannot_come as "cannotCome", ${goneOf} as gone,
        (select jsonb_build_object('id', p.id, 'name', p.name) from water.point p
          where p.tenant = h.tenant and p.place = h.place and p.desk = ${of.area} and not p.removed
            and p.kind = 'village' order by p.name, p.id limit 1) as point,
        ${awayOf} as away,
        ${requestOf} as request
      from register.household h
      where h.response = ${of.response} and h.area in (select register.below(${of.area}))
    ) x where (x."cannotCome" and x.gone is null) or x.request is not null
    order by x.area, x."order", x.household`.execute(tx);
  return rows.map(({ request, ...row }) => ({
    ...row,
    request: request && {
      id: request.id,
      number: requestNumber(request.day, request.seq),
      litres: request.litres,
    },
  }));
}

/** Numbers of requests for water to the door that nobody linked to a household. */
export async function listUnlinked(tx: Tx, of: DeskOf): Promise<string[]> {
  const { rows } = await sql<{ day: string; seq: number }>`
    select q.day, q.seq from water.request q
    where q.response = ${of.response} and q.desk = ${of.area} and q.kind = 'door' and q.household is null
      and q.state in ('open', 'promised', 'not-at-home') order by q.day, q.seq`.execute(tx);
  return rows.map(({ day, seq }) => requestNumber(day, seq));
}

export interface Volunteer {
  id: string;
  name: string;
  usual: boolean;
}

/** Who may carry water in these villages, by village; volunteers by role first. */
export async function listVolunteers(
  tx: Tx,
  areas: readonly string[],
): Promise<Map<string, Volunteer[]>> {
  const { rows } = await sql<Volunteer & { area: string }>`
    select x.area, a.id, a.name, bool_or(s.role = 'volunteer') as usual
    from unnest(${areas}::uuid[]) x (area)
    join identity.assignment s on x.area in (select register.below(s.area))
    join identity.role r on r.tenant = s.tenant and r.id = s.role and 'water.visit' = any(r.permissions)
      and r.id <> 'administrator'
    join identity.account a on a.tenant = s.tenant and a.id = s.account and not a.disabled
    group by x.area, a.id, a.name order by usual desc, a.name, a.id`.execute(tx);
  const grouped = Map.groupBy(rows, ({ area }) => area);
  return new Map(
    [...grouped].map(([area, of]) => [area, of.map(({ area: _, ...volunteer }) => volunteer)]),
  );
}

/** The villages of a desk within reach that have points, in the order of their codes; where their points stand on average. */
export async function listVillages(
  tx: Tx,
  desk: string,
): Promise<{ area: string; name: string; lon: number; lat: number }[]> {
  const { rows } = await sql<{ area: string; name: string; lon: number; lat: number }>`
    select p.area, a.name, avg(x.lon)::float8 as lon, avg(x.lat)::float8 as lat from water.point p
    join register.area a on a.tenant = p.tenant and a.id = p.area
    join register.place x on x.tenant = p.tenant and x.id = p.place
    where p.desk = ${desk} and not p.removed group by p.area, a.name, a.code order by a.code, p.area`.execute(
    tx,
  );
  return rows;
}

/** The desk that serves a village. */
export async function findDeskOf(tx: Tx, village: string): Promise<string | undefined> {
  const { rows } = await sql<{ desk: string }>`
    select desk from water.point where area = ${village} and not removed order by name limit 1`.execute(
    tx,
  );
  return rows[0]?.desk;
}
