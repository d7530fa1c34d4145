import { sql } from 'kysely';
import type { Tx } from '../../database/connection.ts';
import { refuse } from '../../http/refusal.ts';
import { changedMeanwhile, notFound } from '../../http/shared-refusals.ts';
import type { Cursor } from '../cursor.ts';
import { unlessHidden, words } from '../scope.ts';
import type { Well, WellChange, WellFields } from './contract.ts';
import type { WellState } from './states.ts';

const columns = sql`w.id, w.area, w.place, w.name, w.kind, w.depth_metres as "depthMetres",
  w.yield_litres_per_day as "yieldLitresPerDay", w.state, w.state_reason as reason,
  w.state_since as since, w.invented, w.version`;

export async function listWells(
  tx: Tx,
  of: {
    area?: string | undefined;
    place?: string | undefined;
    state?: WellState | undefined;
    after?: Cursor | undefined;
    limit: number;
  },
): Promise<Well[]> {
  const area = of.area ? sql`w.area in (select register.below(${of.area}))` : sql`true`;
  const place = of.place ? sql`w.place = ${of.place}` : sql`true`;
  const state = of.state ? sql`w.state = ${of.state}` : sql`true`;
  const from = of.after
    ? sql`(w.name, w.id) > (${of.after.name}, ${of.after.id}::uuid)`
    : sql`true`;
  const { rows } = await sql<Well>`
    select ${columns} from register.well w where ${area} and ${place} and ${state} and ${from}
    order by w.name, w.id limit ${of.limit + 1}`.execute(tx);
  return rows;
}

export async function getWell(tx: Tx, id: string): Promise<Well> {
  const { rows } = await sql<Well>`
    select ${columns} from register.well w where w.id = ${id}`.execute(tx);
  if (!rows[0]) throw refuse(notFound, { what: words.well });
  return rows[0];
}

/** The well, held until the transaction ends; refused where it is no longer the version that was to be changed. */
export async function lockWell(tx: Tx, id: string, expected?: number): Promise<Well | undefined> {
  const { rows } = await sql<Well>`
    select ${columns} from register.well w where w.id = ${id} for update`.execute(tx);
  if (expected !== undefined && rows[0]?.version !== expected) {
    throw refuse(changedMeanwhile, undefined);
  }
  return rows[0];
}

/** Registers a well or changes it. False where it is as given already. */
export async function putWell(
  tx: Tx,
  tenant: string,
  well: WellFields & { id: string },
  first: { state: WellState; reason: string; since: string },
): Promise<boolean> {
  const write = sql`
    insert into register.well as w (tenant, id, area, place, name, kind, depth_metres, yield_litres_per_day,
      invented, state, state_reason, state_since)
    values (${tenant}, ${well.id}, ${well.area}, ${well.place}, ${well.name}, ${well.kind}, ${well.depthMetres},
      ${well.yieldLitresPerDay}, ${well.invented}, ${first.state}, ${first.reason}, ${first.since})
    on conflict (tenant, id) do update set area = excluded.area, place = excluded.place, name = excluded.name,
      kind = excluded.kind, depth_metres = excluded.depth_metres,
      yield_litres_per_day = excluded.yield_litres_per_day, invented = excluded.invented,
      version = w.version + 1
    where (w.area, w.place, w.name, w.kind, w.depth_metres, w.yield_litres_per_day, w.invented) is distinct from
      (excluded.area, excluded.place, excluded.name, excluded.kind, excluded.depth_metres,
        excluded.yield_litres_per_day, excluded.invented)
    returning w.id`;
  const { rows } = await unlessHidden(write.execute(tx), 'well');
  return rows.length > 0;
}

export async function setState(
  tx: Tx,
  id: string,
  to: { state: WellState; reason: string; since: string },
): Promise<void> {
  await sql`update register.well set state = ${to.state}, state_reason = ${to.reason},
    state_since = ${to.since}, version = version + 1 where id = ${id}`.execute(tx);
}

/** Adds to a well's history. The well must be locked, so that numbers follow each other. */
export async function appendChange(
  tx: Tx,
  tenant: string,
  change: {
    well: string;
    from: WellState | null;
    to: WellState;
    reason: string;
    since: string;
    recorded: string;
    by: string;
  },
): Promise<void> {
  await sql`
    insert into register.well_state (tenant, well, number, from_state, to_state, reason, since, recorded, recorded_by)
    select ${tenant}, ${change.well}, 1 + coalesce(max(number), 0), ${change.from}, ${change.to},
      ${change.reason}, ${change.since}, ${change.recorded}, ${change.by}
    from register.well_state where well = ${change.well}`.execute(tx);
}

export async function listChanges(tx: Tx, well: string): Promise<WellChange[]> {
  const { rows } = await sql<WellChange>`
    select s.number, s.from_state as "from", s.to_state as "to", s.reason, s.since, s.recorded,
      jsonb_build_object('account', s.recorded_by, 'name', coalesce(a.name, '')) as by
    from register.well_state s
    left join identity.account a on a.tenant = s.tenant and a.id = s.recorded_by
    where s.well = ${well} order by s.number desc`.execute(tx);
  return rows;
}
