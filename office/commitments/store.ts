import { sql } from 'kysely';
import type { Tx } from '../database/connection.ts';
import type { Commitment, Need, Outlook, Proof } from './contract.ts';
import type { NeedState, PromiseState } from './rules.ts';

const proofs = sql`coalesce((select jsonb_agg(jsonb_build_object(
    'id', f.id, 'side', f.side, 'quantity', f.quantity, 'at', office.iso(f.at), 'saidBy', f.said_by,
    'onBehalfOf', f.on_behalf_of, 'corrects', f.corrects) order by f.recorded, f.id)
  from commitments.proof f where f.tenant = p.tenant and f.promise = p.id), '[]')`;

// The newest, unless somebody has spoken since.
const resolution = sql`(select jsonb_build_object('id', r.id, 'quantity', r.quantity, 'reason', w.reason,
    'by', jsonb_build_object('id', r.decided_by, 'name', a.name), 'at', office.iso(r.at))
  from commitments.resolution r join identity.account a on a.tenant = r.tenant and a.id = r.decided_by
  left join commitments.resolution_reason w on w.tenant = r.tenant and w.resolution = r.id
  where r.tenant = p.tenant and r.promise = p.id and not exists (select from commitments.proof f
    where f.tenant = p.tenant and f.promise = p.id and f.recorded > r.recorded)
  order by r.recorded desc, r.id limit 1)`;

const promise = sql`jsonb_build_object('id', p.id, 'giver', p.giver, 'giverName', p.giver_name,
  'quantity', p.quantity, 'dueFrom', office.iso(p.due_from), 'dueTo', office.iso(p.due_to),
  'state', p.state, 'planned', p.plan is not null, 'proofs', ${proofs}, 'resolution', ${resolution})`;

export const listNeeds = (
  tx: Tx,
  { response, desk, day }: { response: string; desk: string; day: string },
): Promise<Need[]> => listNeedsBetween(tx, { response, desk, from: day, to: day });

const needs = sql`select n.id, n.area, n.subject, n.day, n.unit, n.quantity, n.state, n.outlook,
    coalesce((select jsonb_agg(${promise} order by p.due_from, p.id) from commitments.promise p
      where p.tenant = n.tenant and p.need = n.id and p.state <> 'withdrawn'), '[]') as promises`;

/** The needs of all days from `from` to `to`. */
export async function listNeedsBetween(
  tx: Tx,
  of: { response: string; desk: string; from: string; to: string },
): Promise<Need[]> {
  const { rows } = await sql<Need>`${needs}
    from commitments.need n
    where n.response = ${of.response} and n.desk = ${of.desk} and n.day between ${of.from} and ${of.to}
    order by n.day, n.subject`.execute(tx);
  return rows;
}

/** The needs of one place in a response. */
export async function listNeedsAt(
  tx: Tx,
  of: { response: string; desk: string; area: string },
): Promise<Need[]> {
  const { rows } = await sql<Need>`${needs}
    from commitments.need n
    where n.response = ${of.response} and n.desk = ${of.desk} and n.area = ${of.area}
    order by n.day, n.subject`.execute(tx);
  return rows;
}

export interface HeldNeed extends Need {
  response: string;
  desk: string;
}

export async function findNeed(tx: Tx, id: string): Promise<HeldNeed | undefined> {
  const { rows } = await sql<HeldNeed>`${needs}, n.response, n.desk
    from commitments.need n where n.id = ${id}`.execute(tx);
  return rows[0];
}

export interface NewNeed {
  id: string;
  area: string;
  subject: string;
  quantity: number;
  unit: string;
  state: NeedState;
  outlook: Outlook | null;
}

/** Writes a day's needs; one that is there keeps its id. Returns the id by subject. */
export async function upsertNeeds(
  tx: Tx,
  of: { tenant: string; response: string; desk: string; day: string },
  needs: readonly NewNeed[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; subject: string }>`
    insert into commitments.need (tenant, id, response, area, desk, subject, day, unit, quantity, state, outlook)
    select ${of.tenant}, x.id, ${of.response}, x.area, ${of.desk}, x.subject, ${of.day}, x.unit, x.quantity,
      x.state, x.outlook
    from jsonb_to_recordset(${JSON.stringify(needs)}::jsonb)
      as x (id uuid, area uuid, subject text, unit text, quantity integer, state text, outlook jsonb)
    on conflict (tenant, response, desk, subject, day) do update
      set quantity = excluded.quantity, state = excluded.state, outlook = excluded.outlook,
        area = excluded.area, unit = excluded.unit
    returning id, subject`.execute(tx);
  return new Map(rows.map((row) => [row.subject, row.id]));
}

export async function listNeedStates(
  tx: Tx,
  of: { response: string; desk: string; day: string },
): Promise<{ subject: string; state: NeedState }[]> {
  const { rows } = await sql<{ subject: string; state: NeedState }>`
    select subject, state from commitments.need
    where response = ${of.response} and desk = ${of.desk} and day = ${of.day} for update`.execute(
    tx,
  );
  return rows;
}

export interface StandingPromise {
  id: string;
  /** `made`: nobody has spoken of it yet. */
  state: PromiseState;
  subject: string;
  giver: string;
  quantity: number;
  dueFrom: string;
}

/** What these plans promise for `from` and later, and nobody has taken back. */
export async function listStanding(
  tx: Tx,
  of: { plans: readonly string[]; from: string },
): Promise<StandingPromise[]> {
  const { rows } = await sql<StandingPromise>`
    select p.id, p.state, n.subject, p.giver, p.quantity, p.due_from as "dueFrom"
    from commitments.promise p join commitments.need n on n.tenant = p.tenant and n.id = p.need
    where p.plan = any(${of.plans}::uuid[]) and p.state <> 'withdrawn' and p.due_from >= ${of.from}
    order by p.id for update of p`.execute(tx);
  return rows;
}

export async function withdrawPromises(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`update commitments.promise set state = 'withdrawn' where id = any(${ids}::uuid[])`.execute(
    tx,
  );
}

export interface NewPromise {
  id: string;
  need: string;
  area: string;
  giver: string;
  giver_name: string;
  quantity: number;
  due_from: string;
  due_to: string;
}

export async function insertPromises(
  tx: Tx,
  of: { tenant: string; response: string; desk: string; day: string; plan: string | null },
  promises: readonly NewPromise[],
): Promise<void> {
  await sql`
    insert into commitments.promise (tenant, id, need, response, area, desk, day, giver, giver_name, quantity,
      due_from, due_to, plan, state)
    select ${of.tenant}, x.id, x.need, ${of.response}, x.area, ${of.desk}, ${of.day}, x.giver, x.giver_name,
      x.quantity, x.due_from, x.due_to, ${of.plan}, 'made'
    from jsonb_to_recordset(${JSON.stringify(promises)}::jsonb)
      as x (id uuid, need uuid, area uuid, giver text, giver_name text, quantity integer,
        due_from timestamptz, due_to timestamptz)`.execute(tx);
}

export interface HeldPromise extends Commitment {
  need: string;
  area: string;
  response: string;
  desk: string;
  day: string;
  subject: string;
}

export async function findPromise(
  tx: Tx,
  id: string,
  lock = false,
): Promise<HeldPromise | undefined> {
  // First held, then read: one statement for both would see the promise as it is now and its proofs as they were.
  if (lock) await sql`select from commitments.promise where id = ${id} for update`.execute(tx);
  const { rows } = await sql<{ promise: Commitment } & Omit<HeldPromise, keyof Commitment>>`
    select ${promise} as promise, p.need, p.area, p.response, p.desk, p.day, n.subject
    from commitments.promise p join commitments.need n on n.tenant = p.tenant and n.id = p.need
    where p.id = ${id}`.execute(tx);
  const row = rows[0];
  if (!row) return undefined;
  const { promise: commitment, ...held } = row;
  return { ...commitment, ...held };
}

/** The need of a subject on a day, held until the transaction ends; written down where there is none. */
export async function holdNeed(
  tx: Tx,
  of: { tenant: string; response: string; desk: string; day: string },
  need: Pick<NewNeed, 'id' | 'area' | 'subject' | 'unit'>,
): Promise<string> {
  await sql`insert into commitments.need (tenant, id, response, area, desk, subject, day, unit, quantity, state)
    values (${of.tenant}, ${need.id}, ${of.response}, ${need.area}, ${of.desk}, ${need.subject}, ${of.day},
      ${need.unit}, 0, 'open')
    on conflict (tenant, response, desk, subject, day) do nothing`.execute(tx);
  const { rows } = await sql<{ id: string }>`select id from commitments.need
    where response = ${of.response} and desk = ${of.desk} and subject = ${need.subject} and day = ${of.day}
    for update`.execute(tx);
  if (!rows[0]) throw new Error(`the need ${need.subject} is out of reach`);
  return rows[0].id;
}

/** What is promised for a need and not taken back, in the order in which it is due. */
export async function listPromisesOf(tx: Tx, need: string): Promise<Commitment[]> {
  const { rows } = await sql<{ promise: Commitment }>`
    select ${promise} as promise from commitments.promise p
    where p.need = ${need} and p.state <> 'withdrawn' order by p.due_from, p.id`.execute(tx);
  return rows.map((row) => row.promise);
}

/** Somebody has promised something for it after all. */
export async function promiseNeed(tx: Tx, id: string): Promise<void> {
  await sql`update commitments.need set state = 'promised' where id = ${id} and state <> 'promised'`.execute(
    tx,
  );
}

export interface NewResolution {
  id: string;
  quantity: number;
  reason: string;
  at: string;
  by: string;
}

/** Adds a resolution; one that is there stays as it is. Whether it was added. */
export async function insertResolution(
  tx: Tx,
  of: { tenant: string; promise: HeldPromise; recorded: Temporal.Instant },
  { id, quantity, reason, at, by }: NewResolution,
): Promise<boolean> {
  const { id: promise, response, area } = of.promise;
  const { rows } =
    await sql`insert into commitments.resolution (tenant, id, promise, response, area, quantity, at,
      recorded, decided_by)
    values (${of.tenant}, ${id}, ${promise}, ${response}, ${area}, ${quantity}, ${at}, ${of.recorded.toString()},
      ${by})
    on conflict do nothing returning id`.execute(tx);
  if (rows.length === 0) return false;
  await sql`insert into commitments.resolution_reason (tenant, resolution, response, area, reason)
    values (${of.tenant}, ${id}, ${response}, ${area}, ${reason})`.execute(tx);
  return true;
}

export async function findResolution(
  tx: Tx,
  id: string,
): Promise<{ promise: string; quantity: number; reason: string | null; by: string } | undefined> {
  const { rows } = await sql<{
    promise: string;
    quantity: number;
    reason: string | null;
    by: string;
  }>`
    select r.promise, r.quantity, w.reason, r.decided_by as by from commitments.resolution r
    left join commitments.resolution_reason w on w.tenant = r.tenant and w.resolution = r.id
    where r.id = ${id}`.execute(tx);
  return rows[0];
}

export async function insertProof(
  tx: Tx,
  of: { tenant: string; promise: HeldPromise; recorded: Temporal.Instant },
  proof: Proof,
): Promise<void> {
  await sql`insert into commitments.proof
      (tenant, id, promise, response, area, side, quantity, at, recorded, said_by, on_behalf_of, corrects)
    values (${of.tenant}, ${proof.id}, ${of.promise.id}, ${of.promise.response}, ${of.promise.area}, ${proof.side},
      ${proof.quantity}, ${proof.at}, ${of.recorded.toString()}, ${proof.saidBy}, ${proof.onBehalfOf}, ${proof.corrects})`.execute(
    tx,
  );
}

export async function setPromiseState(tx: Tx, id: string, state: PromiseState): Promise<void> {
  await sql`update commitments.promise set state = ${state} where id = ${id}`.execute(tx);
}

/** A need is met when all that is promised for it is kept and nothing of it is short. */
export async function settleNeeds(tx: Tx, needs: readonly string[]): Promise<void> {
  await sql`update commitments.need n set state = 'met'
    where n.id = any(${needs}::uuid[]) and n.state = 'promised' and n.outlook ->> 'short' is null
      and exists (select from commitments.promise p where p.need = n.id and p.state = 'kept')
      and not exists (select from commitments.promise p
        where p.need = n.id and p.state not in ('kept', 'withdrawn'))`.execute(tx);
}
