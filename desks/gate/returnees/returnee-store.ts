import type { PromiseState } from '@liangbuwu/office/commitments/rules.ts';
import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import { type Holder, listHolders } from '@liangbuwu/office/identity/holders-store.ts';
import { sql } from 'kysely';
import type { ReturneeState } from './returnee.ts';

export interface ReturneeRow {
  id: string;
  response: string;
  area: string;
  areaName: string;
  state: ReturneeState;
  arrived: string;
  homeFrom: string | null;
  releaseOn: string | null;
  official: { id: string; name: string };
  saidMark: Buffer;
  releasedAt: string | null;
  person: string;
  sealed: Buffer;
}

// A response that has closed has no papers left, so nobody in it is listed.
const select = sql`select r.id, r.response, r.area, a.name as "areaName", r.state, office.iso(r.arrived) as arrived,
  r.home_from as "homeFrom", r.release_on as "releaseOn", jsonb_build_object('id', o.id, 'name', o.name) as official,
  r.said_mark as "saidMark", office.iso(r.released_at) as "releasedAt", p.person, p.sealed
  from gate.returnee r join register.area a on a.tenant = r.tenant and a.id = r.area
  join identity.account o on o.tenant = r.tenant and o.id = r.official
  join gate.returnee_paper p on p.tenant = r.tenant and p.returnee = r.id`;

export async function listReturnees(tx: Tx, response: string): Promise<ReturneeRow[]> {
  const { rows } = await sql<ReturneeRow>`${select} where r.response = ${response}
    order by r.release_on nulls last, r.arrived, r.id`.execute(tx);
  return rows;
}

export async function findReturnee(
  tx: Tx,
  id: string,
  lock = false,
): Promise<ReturneeRow | undefined> {
  const { rows } = await sql<ReturneeRow>`${select} where r.id = ${id}
    ${lock ? sql`for update of r` : sql``}`.execute(tx);
  return rows[0];
}

export async function getReturnee(tx: Tx, id: string, lock = false): Promise<ReturneeRow> {
  const found = await findReturnee(tx, id, lock);
  if (!found) throw refuse(notFound, { what: say('返乡人员', 'person who came home') });
  return found;
}

export async function putReturnee(
  tx: Tx,
  tenant: string,
  r: Pick<
    ReturneeRow,
    | 'id'
    | 'response'
    | 'area'
    | 'state'
    | 'arrived'
    | 'homeFrom'
    | 'releaseOn'
    | 'saidMark'
    | 'person'
    | 'sealed'
  > & {
    rules: string | null;
    official: string;
    by: string;
    recorded: string;
  },
): Promise<void> {
  await sql`insert into gate.returnee (tenant, id, response, area, state, arrived, rules, said_mark, home_from, release_on,
      official, registered_by, recorded)
    values (${tenant}, ${r.id}, ${r.response}, ${r.area}, ${r.state}, ${r.arrived}, ${r.rules}, ${r.saidMark},
      ${r.homeFrom}, ${r.releaseOn}, ${r.official}, ${r.by}, ${r.recorded})
    on conflict (tenant, id) do update set state = excluded.state, arrived = excluded.arrived, rules = excluded.rules,
      said_mark = excluded.said_mark, home_from = excluded.home_from, release_on = excluded.release_on,
      official = excluded.official`.execute(tx);
  await sql`insert into gate.returnee_paper (tenant, returnee, response, area, person, sealed)
    values (${tenant}, ${r.id}, ${r.response}, ${r.area}, ${r.person}, ${r.sealed})
    on conflict (tenant, returnee) do update set person = excluded.person, sealed = excluded.sealed`.execute(
    tx,
  );
}

export async function release(
  tx: Tx,
  id: string,
  { at, by }: { at: string; by: string },
): Promise<void> {
  await sql`update gate.returnee set state = 'released', released_at = ${at}, released_by = ${by}
    where id = ${id}`.execute(tx);
}

/** Who may promise to look after somebody in an area, the nearest first. */
export const listOfficials = (tx: Tx, area: string): Promise<Holder[]> =>
  listHolders(tx, { permission: 'gate.returnees', areas: [area] });

export async function setOfficial(tx: Tx, id: string, official: string): Promise<void> {
  await sql`update gate.returnee set official = ${official} where id = ${id}`.execute(tx);
}

export interface PromisedDay {
  subject: string;
  day: string;
  promise: string;
  official: string;
  state: string;
  due: string;
  doneAt: string | null;
}

/** The days of monitoring that officials promised. */
export async function listPromisedDays(tx: Tx, response: string): Promise<PromisedDay[]> {
  const { rows } =
    await sql<PromisedDay>`select n.subject, n.day, p.id as promise, p.giver_name as official, p.state, office.iso(p.due_to) as due,
      (select office.iso(max(f.at)) from commitments.proof f
        where f.tenant = p.tenant and f.promise = p.id and f.side = 'giver') as "doneAt"
    from commitments.need n join commitments.promise p on p.tenant = n.tenant and p.need = n.id
    where n.response = ${response} and n.desk = 'gate' and p.state <> 'withdrawn' order by n.day, p.id`.execute(
      tx,
    );
  return rows;
}

export interface RemainingDay {
  promise: string;
  need: string;
  state: PromiseState;
  giver: string;
  day: string;
  dueFrom: string;
  dueTo: string;
}

/** Days promised that are not over, held until the transaction ends. */
export async function holdRemaining(
  tx: Tx,
  of: { response: string; subject: string; now: string },
): Promise<RemainingDay[]> {
  const { rows } = await sql<RemainingDay>`
    select p.id as promise, p.need, p.state, p.giver, p.day, office.iso(p.due_from) as "dueFrom", office.iso(p.due_to) as "dueTo"
    from commitments.promise p join commitments.need n on n.tenant = p.tenant and n.id = p.need
    where n.response = ${of.response} and n.desk = 'gate' and n.subject = ${of.subject} and p.due_to > ${of.now} order by p.day, p.id for update of p`.execute(
    tx,
  );
  return rows;
}
