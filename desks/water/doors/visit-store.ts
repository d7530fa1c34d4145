import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { sql } from 'kysely';
import type { Look, Visit, VisitBody } from './visit.ts';

export type SaidVisit = Record<string, unknown>;

export interface StoredVisit extends Visit {
  response: string;
  desk: string;
  day: string;
  said: SaidVisit;
}

const selectVisits = (tx: Tx, where: ReturnType<typeof sql>) =>
  sql<StoredVisit>`
  select v.id, v.kind, v.household, h.label, v.area, v.litres, office.iso(v.at) as at, v.response, v.desk, v.day, v.said,
    jsonb_build_object('id', a.id, 'name', a.name) as by, n.note,
    (select jsonb_build_object('id', l.id, 'found', l.found, 'at', office.iso(l.at), 'by', b.name)
      from water.door_look l join identity.account b on b.tenant = l.tenant and b.id = l.said_by
      where l.tenant = v.tenant and l.visit = v.id order by l.recorded desc, l.id desc limit 1) as look
  from water.door_visit v
  join identity.account a on a.tenant = v.tenant and a.id = v.said_by
  left join register.household h on h.tenant = v.tenant and h.id = v.household
  left join water.door_visit_note n on n.tenant = v.tenant and n.visit = v.id
  where ${where} order by v.recorded, v.id`.execute(tx);

export const shownVisit = ({
  response: _,
  desk: __,
  day: ___,
  said: ____,
  ...visit
}: StoredVisit): Visit => visit;

export async function findVisit(tx: Tx, id: string): Promise<StoredVisit | undefined> {
  return (await selectVisits(tx, sql`v.id = ${id}`)).rows[0];
}

/** Visits of a desk's day, and earlier worries that nobody has looked after yet. */
export async function listVisits(
  tx: Tx,
  of: { response: string; desk: string; day: string },
): Promise<Visit[]> {
  const { rows } = await selectVisits(
    tx,
    sql`v.response = ${of.response} and v.desk = ${of.desk} and (v.day = ${of.day}
      or v.day < ${of.day} and v.kind = 'door-worried' and not exists (select from water.door_look l
        where l.tenant = v.tenant and l.visit = v.id and l.found <> 'not-found'))`,
  );
  return rows.map(shownVisit);
}

/** What one account said of doors on a day. */
export async function listOwnVisits(
  tx: Tx,
  of: { response: string; day: string; by: string },
): Promise<Visit[]> {
  const { rows } = await selectVisits(
    tx,
    sql`v.response = ${of.response} and v.day = ${of.day} and v.said_by = ${of.by}`,
  );
  return rows.map(shownVisit);
}

export interface NewVisit {
  tenant: string;
  id: string;
  response: string;
  desk: string;
  area: string;
  day: string;
  household: string;
  kind: VisitBody['kind'];
  litres: number | null;
  at: string;
  recorded: string;
  saidBy: string;
  said: SaidVisit;
  note: string | null;
}

export async function insertVisit(tx: Tx, v: NewVisit): Promise<void> {
  await sql`insert into water.door_visit (tenant, id, response, desk, area, day, household, kind, litres, at, recorded,
      said_by, said)
    values (${v.tenant}, ${v.id}, ${v.response}, ${v.desk}, ${v.area}, ${v.day}, ${v.household}, ${v.kind}, ${v.litres},
      ${v.at}, ${v.recorded}, ${v.saidBy}, ${JSON.stringify(v.said)}::jsonb)`.execute(tx);
  if (v.note !== null)
    await sql`insert into water.door_visit_note (tenant, visit, response, area, note)
      values (${v.tenant}, ${v.id}, ${v.response}, ${v.area}, ${v.note})`.execute(tx);
}

/**
 * Where a household is registered, whether or not it still is on the register, and its oldest request for water that
 * waited at an instant: what was asked for later, no earlier visit has brought.
 */
export async function findHousehold(
  tx: Tx,
  of: { household: string; response: string; at: string },
): Promise<{ area: string; request: string | null } | undefined> {
  const { rows } = await sql<{ area: string; request: string | null }>`
    select h.area, (select q.id from water.request q where q.tenant = h.tenant and q.response = h.response
        and q.household = h.id and q.kind = 'door' and q.asked <= ${of.at} and q.state in ('open', 'promised', 'not-at-home') order by q.day, q.seq limit 1) as request
    from register.household h where h.id = ${of.household} and h.response = ${of.response}`.execute(
    tx,
  );
  return rows[0];
}

export interface KeptLook {
  visit: string;
  found: Look['found'];
  saidBy: string;
}

export async function findLook(tx: Tx, id: string): Promise<KeptLook | undefined> {
  const { rows } = await sql<KeptLook>`
    select visit, found, said_by as "saidBy" from water.door_look where id = ${id}`.execute(tx);
  return rows[0];
}

export async function insertLook(
  tx: Tx,
  l: KeptLook & { tenant: string; id: string; area: string; at: string; recorded: string },
): Promise<void> {
  await sql`insert into water.door_look (tenant, id, visit, area, found, at, recorded, said_by)
    values (${l.tenant}, ${l.id}, ${l.visit}, ${l.area}, ${l.found}, ${l.at}, ${l.recorded}, ${l.saidBy})`.execute(
    tx,
  );
}

/** When a response ends, what volunteers wrote in their own words goes. How many notes there were. */
