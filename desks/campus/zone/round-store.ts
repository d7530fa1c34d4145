import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import { type RawBuilder, sql } from 'kysely';
import type { Planned, Round } from './zone.ts';
import type { OfZone } from './zone-store.ts';

export interface StoredRound extends Round {
  school: string;
  response: string;
  leftBy: string | null;
}

export const viewOf = ({ school: _, response: __, leftBy: ___, ...round }: StoredRound): Round =>
  round;

const select = (tx: Tx, where: RawBuilder<unknown>, lock = sql``) =>
  sql<StoredRound>`select r.id, r.area as school, r.response, r.number, r.building, r.carrier, r.state,
      office.iso(r.leaves) as leaves, office.iso(r.back) as back, office.iso(r.signed_at) as "signedAt",
      office.iso((select max(p.ready_at) from campus.parcel p where p.tenant = r.tenant and p.round = r.id)) as ready, r.parcels,
      r.missing, r.damaged, r.left_by as "leftBy"
    from campus.carrying_round r where ${where} order by r.leaves, r.number ${lock}`
    .execute(tx)
    .then(({ rows }) => rows);

const of = ({ response, school }: Omit<OfZone, 'tenant'>) =>
  sql`r.response = ${response} and r.area = ${school}`;

/** What has not been signed for, and what was since a moment. */
export const listRounds = (
  tx: Tx,
  zone: Omit<OfZone, 'tenant'>,
  since: string,
): Promise<StoredRound[]> =>
  select(tx, sql`${of(zone)} and (r.state <> 'signed' or r.signed_at >= ${since})`);

export const listUnderWay = (tx: Tx, zone: Omit<OfZone, 'tenant'>): Promise<StoredRound[]> =>
  select(tx, sql`${of(zone)} and r.state = 'under-way'`);

export async function getRound(tx: Tx, id: string, lock = false): Promise<StoredRound> {
  const [round] = await select(tx, sql`r.id = ${id}`, lock ? sql`for update of r` : sql``);
  if (!round) throw refuse(notFound, { what: say('这一趟', 'round') });
  return round;
}

export async function findPlan(
  tx: Tx,
  id: string,
): Promise<{ school: string; rounds: number } | undefined> {
  const { rows } = await sql<{ school: string; rounds: number }>`
    select area as school, rounds from campus.carrying_plan where id = ${id}`.execute(tx);
  return rows[0];
}

export async function findLatestPlan(
  tx: Tx,
  zone: Omit<OfZone, 'tenant'>,
): Promise<Planned | undefined> {
  const { rows } = await sql<Planned>`select office.iso(at) as at, office.iso(ends) as ends,
      office.iso(bound) as bound, rounds, parcels
    from campus.carrying_plan where response = ${zone.response} and area = ${zone.school}
    order by number desc limit 1`.execute(tx);
  return rows[0];
}

export async function insertPlan(
  tx: Tx,
  zone: OfZone,
  plan: Planned & { id: string; by: string },
): Promise<void> {
  await sql`insert into campus.carrying_plan (tenant, id, response, area, number, at, ends, bound, rounds, parcels, by)
    select ${zone.tenant}, ${plan.id}, ${zone.response}, ${zone.school}, coalesce(max(number), 0) + 1, ${plan.at},
      ${plan.ends}, ${plan.bound}, ${plan.rounds}, ${plan.parcels}, ${plan.by}
    from campus.carrying_plan where response = ${zone.response} and area = ${zone.school}`.execute(
    tx,
  );
}

/** What is planned and has not left goes; its parcels wait in the zone as before. */
export async function clearPlanned(tx: Tx, zone: Omit<OfZone, 'tenant'>): Promise<void> {
  await sql`update campus.parcel p set round = null from campus.carrying_round r
    where r.tenant = p.tenant and r.id = p.round and r.state = 'planned' and ${of(zone)}`.execute(
    tx,
  );
  await sql`delete from campus.carrying_round r where r.state = 'planned' and ${of(zone)}`.execute(
    tx,
  );
}

export async function insertRounds(
  tx: Tx,
  zone: OfZone & { plan: string },
  rounds: readonly {
    id: string;
    building: string;
    carrier: number;
    leaves: string;
    back: string;
    parcels: readonly string[];
  }[],
): Promise<void> {
  const rows = JSON.stringify(rounds);
  await sql`insert into campus.carrying_round (tenant, id, response, area, plan, number, building, carrier, state, leaves,
      back, parcels)
    select ${zone.tenant}, (x.round ->> 'id')::uuid, ${zone.response}, ${zone.school}, ${zone.plan},
      last.number + x.place, (x.round ->> 'building')::uuid, (x.round ->> 'carrier')::int, 'planned',
      (x.round ->> 'leaves')::timestamptz, (x.round ->> 'back')::timestamptz, jsonb_array_length(x.round -> 'parcels')
    from (select coalesce(max(r.number), 0) as number from campus.carrying_round r where ${of(zone)}) last,
      jsonb_array_elements(${rows}::jsonb) with ordinality as x (round, place)`.execute(tx);
  await sql`update campus.parcel p set round = (x.round ->> 'id')::uuid
    from jsonb_array_elements(${rows}::jsonb) x (round), jsonb_array_elements_text(x.round -> 'parcels') y (parcel)
    where p.id = y.parcel::uuid`.execute(tx);
}

export async function setUnderWay(
  tx: Tx,
  id: string,
  of: { leaves: string; back: string; by: string },
): Promise<void> {
  await sql`update campus.carrying_round set state = 'under-way', leaves = ${of.leaves}, back = ${of.back},
    left_by = ${of.by} where id = ${id}`.execute(tx);
}

export async function setSigned(
  tx: Tx,
  id: string,
  of: { at: string; missing: number; damaged: number },
): Promise<void> {
  await sql`update campus.carrying_round set state = 'signed', signed_at = ${of.at}, missing = ${of.missing},
    damaged = ${of.damaged} where id = ${id}`.execute(tx);
}
